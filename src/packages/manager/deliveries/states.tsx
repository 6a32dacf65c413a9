import { type DeliveryState, deliveryNames } from 'contract/words';
import { Choice } from '@/components/choice';

export type Shown = DeliveryState | 'all';
type Counts = Partial<Record<DeliveryState, number>>;

/** What an admin looks for first stands first. */
const order: readonly DeliveryState[] = ['failed', 'unknown', 'waiting', 'sending', 'inbox_only', 'sent'];

interface Props {
  counts: Counts;
  shown: Shown;
  onChange(shown: Shown): void;
}

/** How many there are of each state; one of them shows these alone. A state that nothing is in is left out. */
export function States({ counts, shown, onChange }: Props) {
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const options = order
    .filter((state) => (counts[state] ?? 0) > 0 || state === shown)
    .map((state) => ({ value: state, label: `${deliveryNames[state]} ${counts[state] ?? 0}` }));
  return (
    <Choice<Shown>
      legend="看哪些"
      columns={3}
      options={[{ value: 'all', label: `全部 ${all}` }, ...options]}
      value={shown}
      onChange={onChange}
    />
  );
}
