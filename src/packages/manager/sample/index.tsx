import { useQuery } from '@/hooks/use-query';
import { Frame } from '../parts/frame';
import { Draw } from './draw';
import { Sample } from './sample';

/** `?id=` a sample that was drawn; `?org=` draws one of this unit. */
export default function Index() {
  const { id, org = '' } = useQuery();
  return <Frame at="reviews">{id === undefined ? <Draw orgId={org} /> : <Sample id={id} />}</Frame>;
}
