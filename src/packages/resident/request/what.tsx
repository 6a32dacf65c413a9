import { CONSULTATION } from 'contract/consultation';
import { limits } from 'contract/limits';
import type { ServiceItem } from 'contract/models';
import { Complaint } from '@/components/complaint';
import { Choice } from '@/components/choice';
import { Field } from '@/components/field';
import { Heading } from '@/components/heading';
import { Hotlines } from '@/components/hotlines';
import { ModeChoice } from '@/components/mode-choice';
import { useSearch } from '@/hooks/use-search';
import type { WishFaults } from '@/hooks/wish';
import { go } from '@/routes';
import type { Draft } from './draft';

export interface PartProps {
  item: ServiceItem;
  draft: Draft;
  faults: WishFaults;
  write(part: Partial<Draft>): void;
}

/** 第1步: which kind, in whose words, and how it shall be done. */
export function What({ item, draft, faults, write }: PartProps) {
  // Danger and complaints are heard here too: a search is not the only way to this page.
  const { data: found } = useSearch(draft.note).asked;
  const isQuestion = item.code === CONSULTATION;
  return (
    <>
      <Heading>{item.name}</Heading>
      <Field
        label={isQuestion ? '您想问什么，说一两句' : '您要办的事，说一两句'}
        hint={`比如：${item.example.note}。不用写身份证号。`}
        kind="long"
        required
        max={limits.note}
        value={draft.note}
        error={faults.note}
        onInput={(note) => write({ note })}
      />
      <Hotlines of={found?.hotlines ?? []} />
      {found?.isComplaint && <Complaint onWrite={() => go.complaint({ text: draft.note })} />}
      {item.subtypes.length > 0 && (
        <Choice
          legend="是哪一种？不清楚可以不选"
          options={item.subtypes.map(({ code, name, note }) => ({ value: code, label: name, hint: note }))}
          value={draft.subtype}
          error={faults.subtype}
          onChange={(subtype) => write({ subtype })}
        />
      )}
      <ModeChoice
        legend="怎么给您办？"
        modes={item.modes}
        value={draft.mode}
        error={faults.mode}
        onChange={(mode) => write({ mode })}
      />
    </>
  );
}
