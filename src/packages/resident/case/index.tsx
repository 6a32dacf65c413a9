import { DeedPage } from '@/components/deed-page';
import { useQuery } from '@/hooks/use-query';
import { back } from '@/routes';
import { Authorise } from './authorise';
import { Case } from './case';

/** `?id=` a resident's own case; with `&do=reopen` the page that says it is not done (没办成), with `&do=authorise` the one that signs a 委托书. */
export default function Index() {
  const { id = '', do: deed } = useQuery();
  const toCase = () => back.case(id);
  if (deed === 'authorise') return <Authorise id={id} onDone={toCase} />;
  if (deed !== 'reopen') return <Case id={id} />;
  return <DeedPage caseId={id} deed="reopen" onDone={toCase} onPast={toCase} />;
}
