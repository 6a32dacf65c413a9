import { useState } from 'react';
import { limits } from 'contract/limits';
import type { CaseView } from 'contract/models';
import { Button } from '@/components/button';
import { Field, FieldError } from '@/components/field';
import { Heading } from '@/components/heading';
import { Page } from '@/components/page';
import { Words } from '@/components/words';
import { goToFault } from '@/hooks/focus';
import { useDeed } from '@/hooks/use-deed';
import { useDraft } from '@/hooks/use-draft';
import { back } from '@/routes';

/** 补充一句: once, to what was said before, for the office alone. */
export function Addition({ kase: { caseId, serviceName } }: { kase: CaseView }) {
  const { draft, change, discard } = useDraft<{ text: string }>(`addition.${caseId}`, (kept) => ({
    text: '',
    ...kept,
  }));
  const [isMissing, setIsMissing] = useState(false);
  const { run, busy, error, clear } = useDeed('reviews.add');
  const text = draft.text.trim();
  const wrong = isMissing ? '请写一句。' : error?.fields.text;

  function write(words: string) {
    change({ text: words });
    setIsMissing(false);
    clear();
  }
  async function send() {
    setIsMissing(text === '');
    if (text === '' || [...text].length > limits.reviewText) return goToFault();
    if (!(await run({ caseId, text }))) return goToFault();
    discard();
    back.case(caseId);
  }

  return (
    <Page
      title="补充一句"
      isOfAgent
      bar={
        <>
          <FieldError id="addition-error">{error && !wrong ? error.message : undefined}</FieldError>
          <Button look="main" busy={busy} onPress={() => void send()}>
            补上去
          </Button>
        </>
      }
    >
      <Heading>{serviceName}</Heading>
      <Words>只能补一次,打的分不变。社区看得到,代办员和邻居看不到。</Words>
      <Field
        label="想补充什么?"
        hint="不用写名字和电话。"
        kind="long"
        max={limits.reviewText}
        value={draft.text}
        error={wrong}
        onInput={write}
      />
    </Page>
  );
}
