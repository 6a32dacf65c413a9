import { limits } from 'contract/limits';
import type { CaseView } from 'contract/models';
import { DraftFound } from '@/components/draft-found';
import { Field } from '@/components/field';
import { Heading } from '@/components/heading';
import { Page } from '@/components/page';
import { SendBar } from '@/components/send-bar';
import { Words } from '@/components/words';
import { useForm } from '@/hooks/use-form';
import { back } from '@/routes';

/** 补充一句: once, to what was said before, for the office alone. */
export function Addition({ kase: { caseId, serviceName } }: { kase: CaseView }) {
  const form = useForm('reviews.add', {
    key: `addition.${caseId}`,
    begin: (kept: { text?: string }) => ({ text: kept.text ?? '' }),
    check: ({ text }) => ({ text: text.trim() ? undefined : '请写一句。' }),
    inputOf: ({ text }) => ({ caseId, text }),
    beside: ['text'],
  });
  return (
    <Page
      title="补充一句"
      isOfAgent
      bar={<SendBar of={form} words="补上去" onDone={() => back.case(caseId)} />}
    >
      <Heading>{serviceName}</Heading>
      <Words>只能补一次，打的分不变。社区看得到，代办员和邻居看不到。</Words>
      <DraftFound of={form} />
      <Field
        label="想补充什么？"
        hint="不用写名字和电话。"
        kind="long"
        max={limits.reviewText}
        value={form.draft.text}
        error={form.wrong('text')}
        onInput={(text) => form.write({ text })}
      />
    </Page>
  );
}
