import type { CaseView } from 'contract/models';
import { Card } from '@/components/card';
import { Steps } from '@/components/steps';
import { Words } from '@/components/words';
import { stepsOf } from '../after-review/steps';

/** 整改: how far it is with what a bad review opened, by when, and how it ended. */
export function Rectification({ kase: { rectification }, now }: { kase: CaseView; now: number }) {
  if (!rectification) return null;
  const isOver = rectification.state === 'closed';
  return (
    <Card
      tone={isOver ? 'ok' : 'plain'}
      icon={isOver ? 'done' : 'people'}
      title={isOver ? '您反映的，有结果了' : '您反映的，有人管'}
    >
      <Steps steps={stepsOf(rectification, now)} />
      <Words look="muted">您打的分不会改。代办员不知道是谁评的。</Words>
    </Card>
  );
}
