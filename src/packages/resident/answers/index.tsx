import { useQuery } from '@/hooks/use-query';
import { Answers } from './answers';
import { OfCase } from './of-case';

/** 公开问答, for anybody; with `&id=` one of them first. With `&case=` what its agent or a manager makes of one case's answer. */
export default function Index() {
  const { id, case: caseId } = useQuery();
  return caseId ? <OfCase caseId={caseId} /> : <Answers id={id} />;
}
