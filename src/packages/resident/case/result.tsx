import type { CaseView } from 'contract/models';
import { can } from 'contract/deeds';
import { isOpen } from 'contract/states';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Words } from '@/components/words';
import { dayWords } from '@/format/when';
import { go } from '@/routes';

/** What came of it, and the way to say that nothing did (没办成), for as long as it can be said. */
export function Result({ kase, now }: { kase: CaseView; now: number }) {
  const { caseId, result, state, reopenUntil, complaint } = kase;
  const isGivenUp = state === 'terminated';
  const [last] = kase.events.filter(({ do: deed }) => deed === 'terminate').slice(-1);
  const why = last?.text;
  const words = isGivenUp ? why && `原因：${why}` : result;
  if (!words || isOpen(state)) return null;
  return (
    <Card
      tone={isGivenUp ? 'warning' : 'ok'}
      icon={isGivenUp ? 'warning' : 'done'}
      title={isGivenUp ? '这件事停办了' : complaint ? '上级的答复' : '办理结果'}
    >
      <Words>{words}</Words>
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
