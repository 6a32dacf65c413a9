import { pageErrors } from 'contract/page-errors';
import { limits } from 'contract/limits';
import type { BatchEntry } from 'contract/models';
import { isBad } from 'contract/words';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { DraftFound } from '@/components/draft-found';
import { Faces, Note } from '@/components/faces';
import { Field } from '@/components/field';
import { Page } from '@/components/page';
import { SendBar } from '@/components/send-bar';
import { Words } from '@/components/words';
import { useCall } from '@/hooks/use-call';
import { useForm } from '@/hooks/use-form';
import { back } from '@/routes';
import { Said } from './entry';
import './reviews.scss';

/** 申诉: against one bad entry, once, with reasons. */
export function Appeal({ entryId }: { entryId: string }) {
  const asked = useCall('reviews.mine', {});
  const entry = asked.data?.batches.flatMap(({ entries }) => entries).find(({ id }) => id === entryId);
  const form = useForm('reviews.appeal', {
    key: `appeal.${entryId}`,
    begin: (kept: { reason?: string }) => ({ reason: kept.reason ?? '' }),
    check: ({ reason }) => ({ reason: reason.trim() ? undefined : '请写一写理由。' }),
    inputOf: ({ reason }) => ({ entryId, reason }),
    beside: ['reason'],
    onRefused: asked.reload,
  });
  const may = entry && isBad(entry.level) && !entry.appeal;
  return (
    <Page title="申诉" bar={may && <SendBar of={form} words="提交申诉" onDone={back.agentReviews} />}>
      <Faces of={asked} isEmpty={() => !may} empty={<Past entry={entry} />}>
        {() => (
          <>
            <DraftFound of={form} />
            <Card>{entry && <Said entry={entry} />}</Card>
            <Words>
              上一级来裁定，只能申诉一次。成立了，这条不计入您的得分，但还留着给人看。是谁评的，申诉了也不告诉您。
            </Words>
            <Field
              label="为什么不公道？"
              hint="说清楚当时的情况、有什么凭据。"
              kind="long"
              max={limits.appeal}
              value={form.draft.reason}
              error={form.wrong('reason')}
              onInput={(reason) => form.write({ reason })}
            />
          </>
        )}
      </Faces>
    </Page>
  );
}

/** It is not there, or was appealed against already. */
function Past({ entry }: { entry?: BatchEntry }) {
  return (
    <Note icon="info" text={entry?.appeal ? pageErrors.ALREADY_APPEALED : pageErrors.ENTRY_NOT_FOUND}>
      <Button look="main" onPress={back.agentReviews}>
        看看我的评价
      </Button>
    </Note>
  );
}
