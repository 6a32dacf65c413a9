import { useQuery } from '@/hooks/use-query';
import { OfCase } from './of-case';
import { Poster } from './poster';
import { isKind } from './sheets';

/**
 * A sheet to save as a picture or to print. `?id=` a case, `&of=` which of its sheets, `&mandate=` which 委托书; or `?org=` the sheet with the
 * code of a community or a grid.
 */
export default function Index() {
  const { id = '', of, mandate, org } = useQuery();
  if (org !== undefined) return <Poster orgId={org} />;
  return <OfCase id={id} kind={isKind(of) ? of : 'accepted'} mandateId={mandate} />;
}
