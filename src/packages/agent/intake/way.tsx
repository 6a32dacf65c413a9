import type { ServiceItem } from 'contract/models';
import { Appointment } from '@/components/appointment';
import { Choice } from '@/components/choice';
import { AddressField } from '@/components/field/address';
import { ModeChoice } from '@/components/mode-choice';
import type { Draft } from './draft';

interface Props {
  item: ServiceItem;
  /** whose hours */
  place?: { orgId?: string };
  draft: Draft;
  wrong(field: string): string | undefined;
  write(part: Partial<Draft>, fields?: readonly string[]): void;
}

/** Which kind it is and how it shall be done; a door where the agent comes, a time where one is agreed on. */
export function Way({ item, place, draft, wrong, write }: Props) {
  const when = (part: Pick<Draft, 'day' | 'time'>) => write(part, ['appointment']);
  const { mode } = draft;
  return (
    <>
      {item.subtypes.length > 0 && (
        <Choice
          legend="是哪一种？不清楚可以不选"
          options={item.subtypes.map(({ code, name, note }) => ({ value: code, label: name, hint: note }))}
          value={draft.subtype}
          error={wrong('subtype')}
          onChange={(subtype) => write({ subtype })}
        />
      )}
      <ModeChoice
        legend="怎么给他办？"
        modes={item.modes}
        value={mode}
        error={wrong('mode')}
        onChange={(way) => write({ mode: way })}
      />
      {mode === 'home-visit' && (
        <AddressField
          value={draft.address ?? ''}
          error={wrong('address')}
          onInput={(address) => write({ address })}
        />
      )}
      {(mode === 'home-visit' || mode === 'appointment') && (
        <Appointment
          place={place}
          serviceCode={item.code}
          mode={mode}
          mayWait
          day={draft.day}
          time={draft.time}
          error={wrong('appointment')}
          onChange={when}
        />
      )}
    </>
  );
}
