import { View } from '@tarojs/components';
import { spokenNo } from 'contract/case-no';
import type { CallbackRow } from 'contract/models';
import { currentTime } from '@/cloud/clock';
import { DraftFound } from '@/components/draft-found';
import { Faces, Note } from '@/components/faces';
import { Page } from '@/components/page';
import { Words } from '@/components/words';
import { useCall } from '@/hooks/use-call';
import { useQuery } from '@/hooks/use-query';
import { back } from '@/routes';
import { Frame } from '../parts/frame';
import { AttemptFields, attemptFields, beginAttempt, checkAttempt, saidIn } from '../parts/call/attempt';
import { OpenNumber } from '../parts/call/number';
import { heardWords, nextCallAt, triedWords } from '../parts/call/words';
import { SendBar } from '@/components/send-bar';
import { useForm } from '@/hooks/use-form';

/** `?id=` one call-back of a sample: the number, and how this attempt went. What was rated online is not shown before. */
export default function Index() {
  const { id = '' } = useQuery();
  return (
    <Frame at="reviews">
      <Callback id={id} />
    </Frame>
  );
}

function Callback({ id }: { id: string }) {
  const asked = useCall('reviews.callback', { callbackId: id });
  const tries = asked.data?.callback.calls.length ?? 0;
  const form = useForm('reviews.recordCall', {
    key: `callback.${id}`,
    begin: beginAttempt,
    check: checkAttempt,
    inputOf: (draft) => ({ callbackId: id, ...saidIn(draft) }),
    beside: attemptFields,
    onRefused: asked.reload,
  });
  const may = asked.data && isDue(asked.data.callback);
  return (
    <Page
      title="回访电话"
      bar={may && <SendBar of={form} words="记下这次电话" onDone={() => back.managerReviews('callbacks')} />}
    >
      <Faces of={asked}>
        {({ callback }) => (
          <>
            <View>
              <Words look="strong">
                {callback.serviceName} · {callback.name}
              </Words>
              <Words look="muted">
                编号 {spokenNo(callback.no)}。问一问办得满意不满意。网上评了什么，打完才给看。
              </Words>
            </View>
            {may ? (
              <>
                {tries > 0 && <Words>{triedWords(callback.calls, currentTime())}</Words>}
                <DraftFound of={form} />
                <OpenNumber caseId={callback.caseId} why="抽样回访" />
                <AttemptFields draft={form.draft} tries={tries} write={form.write} wrong={form.wrong} />
              </>
            ) : (
              <Over callback={callback} />
            )}
          </>
        )}
      </Faces>
    </Page>
  );
}

const isDue = ({ open, calls }: CallbackRow) => open && nextCallAt(calls) <= currentTime();

function Over({ callback }: { callback: CallbackRow }) {
  return callback.open ? (
    <Note icon="clock" text={`${triedWords(callback.calls, currentTime())}。`} />
  ) : (
    <Note icon="done" text={`打完了。${heardWords(callback)}。`} />
  );
}
