import type { BundleView } from '../../contract/models';
import { type Bundle, bundleAt } from '../domain/bundle/content';
import { asGiven } from '../domain/bundle/papers';
import type { CaseDoc, Unit } from '../domain/documents';
import { org, serviceItems } from './reference';
import { find, is } from './store';

/** A bundle as it is done where somebody lives, or anywhere. */
export async function bundleHere(bundle: Bundle, unit: Unit | undefined): Promise<BundleView> {
  const home = unit?.community === undefined ? undefined : await org(unit.community);
  const ask = { name: home?.name ?? '市民热线', phone: home?.phone || '12345' };
  return bundleAt(bundle, await serviceItems(), unit, ask);
}

/** A case with its papers as they stand where they are given: one more read for a part of a bundle that shares some. */
export async function withGiven(kase: CaseDoc): Promise<CaseDoc> {
  const ids = [...new Set(kase.papers?.flatMap(({ with: holder }) => holder?.caseId ?? []))];
  if (ids.length === 0) return kase;
  const homes = await find(
    'cases',
    { _id: is.in(ids) },
    { orderBy: [], limit: ids.length, only: ['papers'] },
  );
  return asGiven(kase, homes);
}

/** As many cases as one bundle may have. */
const MOST = 20;

/** The cases of a bundle. */
export const partsOf = (id: string): Promise<CaseDoc[]> =>
  find('cases', { 'bundle.id': id }, { orderBy: [], limit: MOST });
