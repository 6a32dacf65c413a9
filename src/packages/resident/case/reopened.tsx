import type { CaseView } from 'contract/models';
import { isOpen } from 'contract/states';
import { Card } from '@/components/card';
import { Words } from '@/components/words';
import { whenWords } from '@/format/when';

/** After 没办成: who knows of it and what happens to the promise. */
export function Reopened({ kase, now }: { kase: CaseView; now: number }) {
  const { reopenedAt, state, assignment } = kase;
  if (reopenedAt === undefined || !isOpen(state)) return null;
  return (
    <Card tone="progress" icon="undo" title="说了没办成，接着办">
      <Words>
        {whenWords(reopenedAt, now)}说的。
        {assignment ? `代办员${assignment.agentName}和社区都知道了。` : '社区知道了。'}
      </Words>
      <Words look="muted">不用重新提，原来说好的日子照算。</Words>
    </Card>
  );
}
