import type { ServiceItem } from 'contract/models';
import { Appointment } from '@/components/appointment';
import { Button } from '@/components/button';
import { Choice } from '@/components/choice';
import { AddressField } from '@/components/field/address';
import { ModeChoice } from '@/components/mode-choice';
import type { Draft } from './draft';

interface Props {
  item: ServiceItem;
  draft: Draft;
  wrong(field: string): string | undefined;
  write(part: Partial<Draft>, fields?: readonly string[]): void;
}

/** Which kind it is and how it shall be done; a door where the agent comes, a time where one is agreed on. */
export function Way({ item, draft, wrong, write }: Props) {
  const when = (part: Pick<Draft, 'day' | 'time'>) => write(part, ['appointment']);
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
        value={draft.mode}
        error={wrong('mode')}
        onChange={(mode) => write({ mode })}
      />
      {draft.mode === 'home-visit' && (
        <AddressField
          value={draft.address ?? ''}
          error={wrong('address')}
          onInput={(address) => write({ address })}
        />
      )}
      {draft.mode === 'appointment' && (
        <>
          <Appointment day={draft.day} time={draft.time} error={wrong('appointment')} onChange={when} />
          {(draft.day || draft.time) && (
            <Button inline icon="undo" onPress={() => when({ day: undefined, time: undefined })}>
              先不约，代办员打电话约
            </Button>
          )}
        </>
      )}
    </>
  );
}
