import { useState } from 'react';
import { errors } from 'contract/errors';
import { limits } from 'contract/limits';
import type { BatchEntry } from 'contract/models';
import { isBad } from 'contract/words';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Faces, Note } from '@/components/faces';
import { Field, FieldError } from '@/components/field';
import { Page } from '@/components/page';
import { Words } from '@/components/words';
import { goToFault } from '@/hooks/focus';
import { useCall } from '@/hooks/use-call';
import { useDeed } from '@/hooks/use-deed';
import { useDraft } from '@/hooks/use-draft';
import { back } from '@/routes';
import { Said } from './entry';
import './reviews.scss';

/** 申诉: against one bad entry, once, with reasons; what is written stays on the phone until it is sent. */
export function Appeal({ entryId }: { entryId: string }) {
  const asked = useCall('reviews.mine', {});
  const entry = asked.data?.batches.flatMap(({ entries }) => entries).find(({ id }) => id === entryId);
  const form = useAppeal(entryId, asked.reload);
  const may = entry && isBad(entry.level) && !entry.appeal;
  return (
    <Page
      title="申诉"
      bar={
        may && (
          <>
            <FieldError id="appeal-error">{form.refusal}</FieldError>
            <Button look="main" busy={form.busy} onPress={() => void form.send()}>
              交上去
            </Button>
          </>
        )
      }
    >
      <Faces of={asked} isEmpty={() => !may} empty={<Past entry={entry} />}>
        {() => entry && <Questions entry={entry} form={form} />}
      </Faces>
    </Page>
  );
}

function useAppeal(entryId: string, reload: () => void) {
  const { draft, change, discard } = useDraft<{ reason: string }>(`appeal.${entryId}`, (kept) => ({
    reason: '',
    ...kept,
  }));
  const [isMissing, setIsMissing] = useState(false);
  const { run, busy, error, clear } = useDeed('reviews.appeal', reload);
  const wrong = isMissing ? '请写一写理由。' : error?.fields.reason;

  function write(reason: string) {
    change({ reason });
    setIsMissing(false);
    clear();
  }
  async function send() {
    const reason = draft.reason.trim();
    setIsMissing(reason === '');
    if (reason === '' || [...reason].length > limits.appeal) return goToFault();
    if (!(await run({ entryId, reason }))) return goToFault();
    discard();
    back.agentReviews();
  }
  return { reason: draft.reason, write, send, busy, wrong, refusal: wrong ? undefined : error?.message };
}

function Questions({ entry, form }: { entry: BatchEntry; form: ReturnType<typeof useAppeal> }) {
  return (
    <>
      <Card>
        <Said entry={entry} />
      </Card>
      <Words>
        上一级来裁定,只能申诉一次。成立了,这条不计入您的得分,但还留着给人看。是谁评的,申诉了也不告诉您。
      </Words>
      <Field
        label="为什么不公道?"
        hint="说清楚当时的情况、有什么凭据。"
        kind="long"
        max={limits.appeal}
        value={form.reason}
        error={form.wrong}
        onInput={form.write}
      />
    </>
  );
}

/** It is not there, or was appealed against already. */
function Past({ entry }: { entry?: BatchEntry }) {
  return (
    <Note icon="info" text={entry?.appeal ? errors.ALREADY_APPEALED : errors.ENTRY_NOT_FOUND}>
      <Button look="main" onPress={back.agentReviews}>
        看看我的评价
      </Button>
    </Note>
  );
}
