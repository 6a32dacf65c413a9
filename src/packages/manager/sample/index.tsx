import { useQuery } from '@/hooks/use-query';
import { Draw } from './draw';
import { Sample } from './sample';

/** `?id=` a sample that was drawn; `?org=` draws one of this unit. */
export default function Index() {
  const { id, org = '' } = useQuery();
  return id === undefined ? <Draw orgId={org} /> : <Sample id={id} />;
}
