import { classOn, daysOn, shelfNames } from '../../contract/keeping';
import { isRejection, reject } from '../../contract/errors';
import type { KeepingView } from '../../contract/models/keeping';
import type { PolicyDoc, ServiceDoc } from '../domain/documents';
import { categoriesOf, ownClasses, ownOf, sayKept, unkeepable } from '../domain/privacy/keeping';
import { record } from '../kit/journal';
import { dueBy, runOf } from '../kit/keeping';
import { org, policyFor, serviceItems } from '../kit/reference';
import { mayOversee } from '../kit/rights';
import type { HandlerOf } from '../kit/serve';
import { get, transact } from '../kit/store';
import { overseenUnit } from '../kit/units';

/** Versions kept in the document; older ones are in the backups. */
const KEPT = 50;

/** 保存期限 as they hold in a unit; who answers for its district reads what the next run will remove, too. Errors: `overseenUnit`'s. */
export const keeping: HandlerOf<'privacy.keeping'> = async (context, { orgId }) => {
  const unit = await overseenUnit(context, 'privacy.keeping', orgId);
  if (isRejection(unit)) return unit;
  const { district } = unit.unit;
  const [doc, top, items, policy, run] = await Promise.all([
    get('policies', district),
    org(district),
    serviceItems(),
    policyFor(unit.unit),
    runOf(context.now),
  ]);
  const set = doc?.keeping;
  const canSet = mayOversee('privacy.setKeeping', context.who, unit.unit) === true;
  const next = canSet && unit._id === district ? await dueBy(district, run.nextAt) : undefined;
  const [newest] = set?.history ?? [];
  return {
    district: { id: district, name: top?.name ?? '' },
    canSet,
    version: set?.version ?? 0,
    changed: newest && { at: newest.at, by: newest.by },
    shelves: shelfNames.map((shelf) => ({
      shelf,
      days: daysOn(shelf, set),
      ...(set && Object.hasOwn(set.days, shelf) && { own: true }),
      next: next?.shelves.get(shelf),
    })),
    archive: categoriesOf(items, set).map((category) => ({
      category,
      class: classOn(category, set),
      ...(set?.archive[category] !== undefined && { own: true }),
      next: next?.archive.get(category),
    })),
    items: itemsOf(items, set, canSet).map((item) => ({ ...item, next: next?.items.get(item.code) })),
    photos: { days: policy.values.photoDays, next: next?.photos },
    ...run,
  };
};

/** Items with a class of their own; for who sets them the rest of the catalogue, too. */
function itemsOf(
  catalogue: readonly ServiceDoc[],
  set: PolicyDoc['keeping'],
  isWhole: boolean,
): Omit<KeepingView['items'][number], 'next'>[] {
  const own = ownClasses(catalogue, set);
  const rest = isWhole ? catalogue.filter(({ code }) => !own.some((one) => one.code === code)) : [];
  return [...own, ...rest.map(({ code, name, category }) => ({ code, name, category }))];
}

/** Sets the district's own over the version that was read. Errors: POLICY_CHANGED, BAD_INPUT for what the law or the purpose does not allow. */
export const setKeeping: HandlerOf<'privacy.setKeeping'> = async (context, { orgId, version, ...wish }) => {
  const unit = await overseenUnit(context, 'privacy.setKeeping', orgId);
  if (isRejection(unit)) return unit;
  const catalogue = await serviceItems();
  return transact(async (tx) => {
    const { who, now } = context;
    const before = await tx.get('policies', orgId);
    const { version: current = 0, history = [], ...was } = before?.keeping ?? { days: {}, archive: {} };
    const refused = unkeepable(wish, catalogue, was);
    if (refused) return refused;
    const own = ownOf(wish, was);
    // The same save again, after a lost answer.
    if (current === version + 1 && sayKept(was) === sayKept(own)) return { version: current };
    if (current !== version)
      return reject('POLICY_CHANGED', { version: `现在是第${current}版，请看过再改。` });
    const next: Required<PolicyDoc>['keeping'] = {
      ...own,
      version: version + 1,
      history: [{ ...own, version: version + 1, at: now, by: who.name }, ...history].slice(0, KEPT),
    };
    if (before) await tx.update('policies', orgId, { keeping: next });
    else await tx.add('policies', { _id: orgId, version: 0, own: {}, history: [], keeping: next });
    await record(tx, context, {
      unit: unit.unit,
      orgId,
      what: 'unit.keeping',
      about: { kind: 'unit', id: orgId, name: unit.name },
      before: { keeping: sayKept(was, catalogue), version: `第${current}版` },
      after: { keeping: sayKept(own, catalogue), version: `第${version + 1}版` },
    });
    return { version: version + 1 };
  });
};
