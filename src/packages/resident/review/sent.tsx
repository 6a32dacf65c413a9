import type { Output } from 'contract/actions';
import { pageErrors } from 'contract/page-errors';
import { isBad } from 'contract/words';
import { currentTime } from '@/cloud/clock';
import { Card } from '@/components/card';
import { Note } from '@/components/faces';
import { Page } from '@/components/page';
import { Steps } from '@/components/steps';
import { Words } from '@/components/words';
import { ofWords } from '../after-review/of-words';
import { stepsOf } from '../after-review/steps';
import { ToCase } from './to-case';

interface Props {
  sent: Output<'reviews.submit'>;
  /** it was made before: nothing to be thanked for now */
  isPast?: boolean;
}

/** Thanks; after a bad rating who does what about it and by when, and what becomes of words that must wait. */
export function Sent({ sent: { caseId, level, textState, rectification }, isPast = false }: Props) {
  const waiting = ofWords(textState);
  const thanks = isBad(level) ? '谢谢您直说。' : '谢谢您，您说的我们记下了。';
  return (
    <Page title="评一评" isOfAgent bar={<ToCase id={caseId} />}>
      <Note icon="done" text={isPast ? pageErrors.ALREADY_REVIEWED : thanks} />
      {rectification && (
        <Card title="接下来这么办" icon="people">
          <Steps steps={stepsOf(rectification, currentTime())} />
          <Words look="muted">您打的分不会改。代办员不知道是谁评的。</Words>
        </Card>
      )}
      {waiting && (
        <Card title="您写的话" icon="clock">
          <Words>{waiting}</Words>
        </Card>
      )}
    </Page>
  );
}
