import { DeedPage } from '@/components/deed-page';
import { useQuery } from '@/hooks/use-query';
import { back } from '@/routes';
import { Case } from './case';

/** `?id=` a case as those who oversee it see it; with `&do=terminate` the form that ends it. */
export default function Index() {
  const { id = '', do: deed } = useQuery();
  if (deed !== 'terminate') return <Case id={id} />;
  const toCase = () => back.managerCase(id);
  return <DeedPage caseId={id} deed="terminate" onDone={toCase} onPast={toCase} />;
}
