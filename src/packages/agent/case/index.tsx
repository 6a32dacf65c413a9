import { DeedPage } from '@/components/deed-page';
import { isFormDeed } from '@/components/deed-page/forms';
import { useQuery } from '@/hooks/use-query';
import { back } from '@/routes';
import { Ask } from './ask';
import { Case } from './case';
import { HandOver } from './hand-over';
import { GiveBack, Keep, Lodge } from './original-form';

/** `?id=` a case as its agent sees it; with `&do=` the form of one deed. */
export default function Index() {
  const { id = '', do: deed } = useQuery();
  const toCase = () => back.agentCase(id);
  if (deed === 'keep') return <Keep caseId={id} onDone={toCase} />;
  if (deed === 'lodge') return <Lodge caseId={id} onDone={toCase} />;
  if (deed === 'giveBack') return <GiveBack caseId={id} onDone={toCase} />;
  if (deed === 'ask') return <Ask caseId={id} onDone={toCase} />;
  if (deed === 'handover') return <HandOver caseId={id} onDone={toCase} />;
  if (!isFormDeed(deed)) return <Case id={id} />;
  // A declined case is not this agent's any more: back to the queue.
  return (
    <DeedPage
      caseId={id}
      deed={deed}
      onDone={deed === 'decline' ? back.agentQueue : toCase}
      onPast={toCase}
    />
  );
}
