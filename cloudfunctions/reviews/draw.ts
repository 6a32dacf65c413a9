import { randomBytes } from 'node:crypto';
import { limits } from '../../contract/limits';
import { type Rejection, isRejection, reject } from '../../contract/errors';
import { type Range, daysOf } from '../../contract/period';
import { dayOf } from '../../contract/time';
import type { CaseDoc, OrgDoc, SampleDoc } from '../domain/documents';
import { spanOf } from '../domain/time/range';
import { isOfStaff } from '../domain/case/complaint';
import { drawSample } from '../domain/review/sampling';
import { findBetween } from '../kit/page';
import type { HandlerOf } from '../kit/serve';
import { add, get } from '../kit/store';
import { overseenUnit, within } from '../kit/units';
import { askFor, sampleViewOf } from './sampled';

/**
 * Draws the sample of a unit and a period that is over. It is drawn once: asked again, by whomever, it is the same one. The
 * seed is made here, after the population stands, and shown with the sample.
 *
 * Errors: PERIOD_NOT_OVER, NOTHING_TO_DRAW, SAMPLE_TOO_LARGE.
 */
export const draw: HandlerOf<'reviews.draw'> = async (context, { orgId, period, size }) => {
  const unit = await overseenUnit(context, 'reviews.draw', orgId);
  if (isRejection(unit)) return unit;
  const { who, now } = context;
  const days = daysOf(period);
  if (days.to >= dayOf(now)) return reject('PERIOD_NOT_OVER', { period: `${days.to}以后才能抽。` });
  const _id = `${orgId}:${period}`;
  let sample = await get('samples', _id);
  if (!sample) {
    const cases = await finishedIn(unit, days);
    if (isRejection(cases)) return cases;
    const seed = randomBytes(16).toString('hex');
    const fresh: SampleDoc = {
      _id,
      orgId,
      orgName: unit.name,
      unit: unit.unit,
      period,
      drawnAt: now,
      by: { id: who._id, name: who.name },
      requestId: context.requestId,
      size,
      total: cases.length,
      seed,
      ...drawSample(cases, size, seed),
    };
    // Another request drew in the same moment: its draw is the sample.
    sample = (await add('samples', fresh)) ? fresh : ((await get('samples', _id)) ?? fresh);
  }
  await askFor(sample, now);
  return { sample: await sampleViewOf(sample) };
};

/** The cases of a unit completed on these days, in order. */
async function finishedIn(unit: OrgDoc, days: Range): Promise<CaseDoc[] | Rejection> {
  const without: (keyof CaseDoc)[] = ['events', 'outbox', 'candidates', 'steps'];
  const cases: CaseDoc[] = [];
  for await (const kase of findBetween('cases', within(unit), 'completedAt', spanOf(days), { without })) {
    // Nobody is rung up about a complaint, nor who wants to be known by nobody.
    if (isOfStaff(kase) || kase.report?.isAnonymous) continue;
    cases.push(kase);
    if (cases.length > limits.population)
      return reject('SAMPLE_TOO_LARGE', { period: `超过${limits.population}件。` });
  }
  return cases.length > 0 ? cases : reject('NOTHING_TO_DRAW', { period: '没有办结的办件。' });
}
