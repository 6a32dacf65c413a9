import { useQuery } from '@/hooks/use-query';
import { Appeal } from './appeal';
import { Reviews } from './reviews';

/** 我的评价: an agent's own; with `?appeal=` the page of an appeal against one entry. */
export default function Index() {
  const { appeal } = useQuery();
  return appeal ? <Appeal entryId={appeal} /> : <Reviews />;
}
