import { type CaseView, saySource } from 'contract/models';
import { can } from 'contract/deeds';
import { isOpen } from 'contract/states';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Note } from '@/components/faces';
import { Words } from '@/components/words';
import { dayWords } from '@/format/when';
import { useDeed } from '@/hooks/use-deed';
import { go } from '@/routes';

/** What came of it, and the way to say that nothing did (没办成), for as long as it can be said. */
export function Result({ kase, now, reload }: { kase: CaseView; now: number; reload(): void }) {
  const { caseId, result, state, reopenUntil, complaint, question } = kase;
  const isGivenUp = state === 'terminated';
  const [last] = kase.events.filter(({ do: deed }) => deed === 'terminate').slice(-1);
  const why = last?.text;
  const words = isGivenUp ? why && `原因：${why}` : result;
  if (!words || isOpen(state)) return null;
  return (
    <Card
      tone={isGivenUp ? 'warning' : 'ok'}
      icon={isGivenUp ? 'warning' : 'done'}
      title={isGivenUp ? '这件事停办了' : complaint ? '上级的答复' : question ? '答复' : '办理结果'}
    >
      <Words>{words}</Words>
      {question && <Answered kase={kase} now={now} reload={reload} />}
      <Button icon="paper" onPress={() => go.receipt(caseId, 'done')}>
        {isGivenUp ? '终止告知单' : complaint || question ? '答复单' : '办结单'}，存图片或打印
      </Button>
      {can(kase, 'contest') && complaint?.contestUntil !== undefined && (
        <>
          <Words look="muted">
            还不满意？{dayWords(complaint.contestUntil, now)}以前都能说，上一级再查一次。
          </Words>
          <Button icon="undo" onPress={() => go.caseDeed(caseId, 'contest')}>
            还不满意，请上一级再查
          </Button>
        </>
      )}
      {can(kase, 'reopen') && reopenUntil !== undefined && (
        <>
          <Words look="muted">
            {isGivenUp
              ? `您不同意？${dayWords(reopenUntil, now)}以前都能说，社区另找人接着办。`
              : `其实没办成？${dayWords(reopenUntil, now)}以前都能说，代办员接着办。`}
          </Words>
          <Button icon="undo" onPress={() => go.caseDeed(caseId, 'reopen')}>
            没办成
          </Button>
        </>
      )}
    </Card>
  );
}

/** What the answer stands on, whether it did, and until when it can be asked on: then it is done by itself. */
function Answered({ kase, now, reload }: { kase: CaseView; now: number; reload(): void }) {
  const { caseId, question = {} } = kase;
  const { source, closeAt, closedAt, askOnUntil } = question;
  const { run, busy, error } = useDeed('cases.helped', reload);
  const mayAskOn = can(kase, 'askOn') && askOnUntil !== undefined;
  if (kase.state !== 'completed') return null;
  return (
    <>
      {source && <Words look="muted">{saySource(source)}</Words>}
      {closeAt !== undefined && closedAt === undefined && (
        <>
          <Words look="muted">
            {mayAskOn ? '还不清楚，能接着问一次。' : ''}
            {dayWords(closeAt, now)}自动办结。
          </Words>
          {error && <Note icon="problem" text={error.message} />}
          <Button
            icon="tick"
            busy={busy}
            onPress={() => void run({ caseId }).then((done) => done && reload())}
          >
            有帮助
          </Button>
          {mayAskOn && (
            <Button icon="talk" onPress={() => go.caseDeed(caseId, 'askOn')}>
              接着问
            </Button>
          )}
        </>
      )}
    </>
  );
}
