import * as v from 'valibot';
import { limits } from '../limits';

const weight = (name: string) =>
  v.pipe(
    v.number(`${name}要是数字。`),
    v.minValue(0, `${name}不能是负数。`),
    v.maxValue(1000, `${name}最多1000。`),
  );
const amount = (name: string, least: number, most: number) =>
  v.pipe(
    v.number(`${name}要是数字。`),
    v.integer(`${name}要是整数。`),
    v.minValue(least, `${name}最少${least}。`),
    v.maxValue(most, `${name}最多${most}。`),
  );

/**
 * 规则: how cases are given out and which clocks run. A unit overrides what its upper unit says; a case keeps what held
 * on the day it was submitted.
 */
export const policyValues = v.object({
  /** working minutes to answer an offer; calendar minutes for urgent safety */
  offerMinutes: amount('接单时限（分钟）', 5, 480),
  /** calendar hours until somebody has taken an urgent safety report, where its sub-type says nothing else */
  urgentResponseHours: amount('紧急响应（小时）', 1, 24),
  /** hours of a working day's clock until somebody has taken any other case */
  responseHours: amount('首次响应（小时）', 1, 72),
  /** working days the resident has to supply what was asked for */
  supplyDays: amount('补材料期限（工作日）', 1, 60),
  /** working days that one case may stand still in all */
  pauseCapDays: amount('暂停上限（工作日）', 1, 120),
  /** working hours until what nobody acknowledged goes one tier further up */
  escalateHours: amount('逐级上报（工作小时）', 1, 80),
  /** working days for a whistle's answer, where the asker says nothing else */
  whistleDays: amount('吹哨答复（工作日）', 1, limits.whistleDays),
  /** how often a case may be handed over */
  handovers: amount('转手次数', 0, 5),
  /** what a candidate costs; the least cost gets the case */
  weights: v.object({
    /** a step away: same grid 0, same community 1, same street 2 */
    distance: weight('远近的权重'),
    /** an open case in hand */
    load: weight('手头件数的权重'),
    /** what a home visit counts more than an errand at the counter */
    homeVisit: weight('上门的权重'),
    /** what an overdue case counts more than a fresh one */
    overdue: weight('超期的权重'),
    /** a case taken since the month began */
    month: weight('本月件数的权重'),
    /** what it is worth that the household knows the agent */
    known: weight('熟人的权重'),
  }),
});
export type PolicyValues = v.InferOutput<typeof policyValues>;
/** What a unit sets itself; the rest is its upper unit's. */
export const policyChange = v.object({
  ...v.partial(policyValues).entries,
  weights: v.optional(v.partial(policyValues.entries.weights)),
});
export type PolicyChange = v.InferOutput<typeof policyChange>;
