import { isRejection, reject } from '../../contract/errors';
import { assess as make, assessedIn, assessmentNow } from '../kit/assess';
import { linkTo } from '../kit/file';
import type { HandlerOf } from '../kit/serve';
import { overseenUnit } from '../kit/units';

/** The assessments of a district that are kept, the newest first, and whether that one still says how things stand. Errors: `overseenUnit`'s. */
export const assessments: HandlerOf<'privacy.assessments'> = async (context, { orgId }) => {
  const unit = await overseenUnit(context, 'privacy.assessments', orgId);
  if (isRejection(unit)) return unit;
  const [kept, { digest }] = await Promise.all([assessedIn(orgId, context.now), assessmentNow(unit)]);
  return {
    isCurrent: kept[0]?.digest === digest,
    assessments: kept.map(({ id, at, by }) => ({ id, at, by })),
  };
};

/** A link to one of them; without `id` to the newest, made anew where what is configured has changed. Errors: besides, UNIT_NOT_FOUND, BAD_INPUT. */
export const assess: HandlerOf<'privacy.assess'> = async (context, { orgId, id }) => {
  const unit = await overseenUnit(context, 'privacy.assess', orgId);
  if (isRejection(unit)) return unit;
  const { who, now } = context;
  const found =
    id === undefined
      ? await make(orgId, who.name, now)
      : (await assessedIn(orgId, now)).find((one) => one.id === id);
  if (!found) return reject('BAD_INPUT', { id: '没有这一份，请刷新。' });
  return linkTo({ fileId: found.fileId, name: found.name, rows: 0 });
};
