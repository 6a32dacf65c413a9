import { DeedPage } from '@/components/deed-page';
import { isFormDeed } from '@/components/deed-page/forms';
import { useQuery } from '@/hooks/use-query';
import { back } from '@/routes';
import { Authorise } from './authorise';
import { Case } from './case';

/** The deeds that a resident needs words for: not done (没办成), an answer that will not do. */
const isWorded = (deed: string | undefined) => deed === 'reopen' || deed === 'contest' || deed === 'askOn';

/** `?id=` a resident's own case, or where the code of a receipt led whoever scanned it; with `&do=` the form of one deed on it, with `&do=authorise` the page that signs a 委托书. */
export default function Index() {
  // WeChat hands what a receipt's code carries over as `scene`.
  const { scene, id = scene ?? '', do: deed } = useQuery();
  const toCase = () => back.case(id);
  if (deed === 'authorise') return <Authorise id={id} onDone={toCase} />;
  if (!isFormDeed(deed) || !isWorded(deed)) return <Case id={id} />;
  return <DeedPage caseId={id} deed={deed} onDone={toCase} onPast={toCase} />;
}
