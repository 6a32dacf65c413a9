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

/** What each value is called. */
export const policyNames = {
  offerMinutes: '接单时限（分钟）',
  urgentResponseHours: '紧急响应（小时）',
  responseHours: '首次响应（小时）',
  supplyDays: '补材料期限（工作日）',
  pauseCapDays: '暂停上限（工作日）',
  escalateHours: '逐级上报（工作小时）',
  whistleDays: '吹哨答复（工作日）',
  handovers: '转手次数',
  complaintDays: '答复投诉（工作日）',
  questionDays: '答复咨询（工作日）',
  custodyDays: '归还原件（工作日）',
  photoDays: '办结后照片留存（天）',
} as const;
export const weightNames = {
  distance: '远近的权重',
  load: '手头件数的权重',
  homeVisit: '上门的权重',
  overdue: '超期的权重',
  month: '本月件数的权重',
  known: '熟人的权重',
} as const;

/**
 * 规则: how cases are given out and which clocks run. A unit overrides what its upper unit says; a case keeps what held
 * on the day it was submitted.
 */
export const policyValues = v.object({
  /** working minutes to answer an offer; calendar minutes for urgent safety */
  offerMinutes: amount(policyNames.offerMinutes, 5, 480),
  /** calendar hours until an agent has taken an urgent safety report, unless its sub-type says otherwise */
  urgentResponseHours: amount(policyNames.urgentResponseHours, 1, 24),
  /** hours of a working day's clock until an agent has taken any other case */
  responseHours: amount(policyNames.responseHours, 1, 72),
  /** working days the resident has to supply what was asked for */
  supplyDays: amount(policyNames.supplyDays, 1, 60),
  /** working days that one case may stand still in all */
  pauseCapDays: amount(policyNames.pauseCapDays, 1, 120),
  /** working hours until what was not acknowledged goes one tier further up */
  escalateHours: amount(policyNames.escalateHours, 1, 80),
  /** working days for a whistle's answer, where the asker says nothing else */
  whistleDays: amount(policyNames.whistleDays, 1, limits.whistleDays),
  /** how often a case may be handed over */
  handovers: amount(policyNames.handovers, 0, 5),
  /** working days until a complaint is answered */
  complaintDays: amount(policyNames.complaintDays, 1, 30),
  /** working days until a question is answered, where its item does not promise it sooner */
  questionDays: amount(policyNames.questionDays, 1, 10),
  /** working days until an original is to be back with its resident */
  custodyDays: amount(policyNames.custodyDays, 1, 60),
  /** days that the photos of papers are kept after the end: as long as it can be said not to be done, and longer */
  photoDays: amount(policyNames.photoDays, limits.reopenDays + 1, 3650),
  /** what a candidate costs; the least cost gets the case */
  weights: v.object({
    /** a step away: same grid 0, same community 1, same street 2 */
    distance: weight(weightNames.distance),
    /** an open case in hand */
    load: weight(weightNames.load),
    /** what a home visit counts more than an errand at the counter */
    homeVisit: weight(weightNames.homeVisit),
    /** what an overdue case counts more than a fresh one */
    overdue: weight(weightNames.overdue),
    /** a case taken since the month began */
    month: weight(weightNames.month),
    /** what it is worth that the household knows the agent */
    known: weight(weightNames.known),
  }),
});
export type PolicyValues = v.InferOutput<typeof policyValues>;
/** What a unit sets itself; the rest is its upper unit's. */
export const policyChange = v.object({
  ...v.partial(policyValues).entries,
  weights: v.optional(v.partial(policyValues.entries.weights)),
});
export type PolicyChange = v.InferOutput<typeof policyChange>;
