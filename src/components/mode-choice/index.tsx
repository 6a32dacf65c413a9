import { type Mode, modeHints, modes as names } from 'contract/words';
import { Choice } from '../choice';
import type { IconName } from '../icon/icons';

const icons: Record<Mode, IconName> = {
  'home-visit': 'home',
  appointment: 'calendar',
  online: 'phone',
  counter: 'station',
};

interface Props {
  legend: string;
  /** the ways that the item has */
  modes: readonly Mode[];
  value?: Mode;
  error?: string;
  onChange(mode: Mode): void;
}

/** How it shall be done, each way with what it means. */
export function ModeChoice({ modes, ...choice }: Props) {
  const options = modes.map((mode) => ({
    value: mode,
    label: names[mode],
    hint: modeHints[mode],
    icon: icons[mode],
  }));
  return <Choice options={options} {...choice} />;
}
