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
  const { caseId, result, state, reopenUntil } = kase;
  if (!result || isOpen(state)) return null;
  return (
    <Card tone="ok" icon="done" title="办理结果">
      <Words>{result}</Words>
      {can(kase, 'reopen') && reopenUntil !== undefined && (
        <>
          <Words look="muted">其实没办成？{dayWords(reopenUntil, now)}以前都能说，代办员接着办。</Words>
          <Button icon="undo" onPress={() => go.caseDeed(caseId, 'reopen')}>
            没办成
          </Button>
        </>
      )}
    </Card>
  );
}
