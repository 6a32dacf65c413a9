import { DeedPage } from '@/components/deed-page';
import { useQuery } from '@/hooks/use-query';
import { back } from '@/routes';
import { Case } from './case';

/** `?id=` a resident's own case; with `&do=reopen` the page that says it is not done (没办成). */
export default function Index() {
  const { id = '', do: deed } = useQuery();
  if (deed !== 'reopen') return <Case id={id} />;
  const toCase = () => back.case(id);
  return <DeedPage caseId={id} deed="reopen" onDone={toCase} onPast={toCase} />;
}
