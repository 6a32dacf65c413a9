import * as v from 'valibot';
import { limits } from '../limits';
import { day, span, text, weekdays } from './field';
import { setOf } from './set';

/** Days off, both included. */
export const leave = v.object({ from: v.string(), to: v.string(), why: v.string() });
export type Leave = v.InferOutput<typeof leave>;
export const leaveWish = {
  from: day,
  to: day,
  why: text(limits.reason, '请假的原因'),
};

/** What a manager sets of an agent: 排班. */
export const rosterEntry = v.object({
  // More grids or kinds than these no form has ever offered.
  gridIds: v.pipe(
    setOf(v.string()),
    v.minLength(1, '至少要管一个网格。'),
    v.check((ids) => ids.length <= 100, '最多管100个网格，请去掉几个。'),
  ),
  skills: v.pipe(
    setOf(v.pipe(v.string(), v.maxLength(20))),
    v.minLength(1, '至少要会办一类事项。'),
    v.check((names) => names.length <= 100, '最多100类事项，请去掉几类。'),
  ),
  dutyWeekdays: v.pipe(weekdays, v.minLength(1, '至少要有一天当班。')),
  dutyHours: v.pipe(
    span,
    v.check(([from, to]) => from < to, '下班要在上班之后。'),
  ),
  /** days whose nights and closed hours this agent is on call for urgent safety */
  onCallWeekdays: weekdays,
  dailyCapacity: v.pipe(
    v.number(),
    v.integer('件数要是整数。'),
    v.minValue(1, '一天至少一件。'),
    v.maxValue(50, '一天最多50件。'),
  ),
  homeVisitCapacity: v.pipe(
    v.number(),
    v.integer('件数要是整数。'),
    v.minValue(0, '上门件数不能是负数。'),
    v.maxValue(50, '一天最多50件。'),
  ),
  active: v.boolean(),
});

/** One line of a roster. */
export const rosterRow = v.object({
  id: v.string(),
  name: v.string(),
  phone: v.string(),
  orgName: v.string(),
  ...rosterEntry.entries,
  isOnDuty: v.boolean(),
  nextDutyAt: v.optional(v.number()),
  leaves: v.array(leave),
  /** open cases in hand or on offer */
  open: v.number(),
  /** of these, past their promised end */
  overdue: v.number(),
  /** slots of today that are taken */
  today: v.number(),
  todayVisits: v.number(),
});
export type RosterRow = v.InferOutput<typeof rosterRow>;

/** An agent's own day: how full it is, whether they are on duty, their leave. */
export const dayView = v.object({
  isOnDuty: v.boolean(),
  isOnCall: v.boolean(),
  nextDutyAt: v.optional(v.number()),
  today: v.number(),
  dailyCapacity: v.number(),
  todayVisits: v.number(),
  homeVisitCapacity: v.number(),
  leaves: v.array(leave),
  /** their own photo: a cloud file id */
  photo: v.optional(v.string()),
  /** the last one did not pass WeChat's check and was deleted */
  isPhotoRefused: v.optional(v.boolean()),
});
export type DayView = v.InferOutput<typeof dayView>;

const spans = v.pipe(v.array(span), v.maxLength(6, '一天最多开六段。'));

/** A day on which a community is open otherwise than by its week: closed where it has no span. */
export const ownDay = v.object({ day, open: spans, why: v.pipe(v.string(), v.maxLength(40)) });

/** A community's opening hours; see `Hours` in the functions' documents. */
export const openingHours = v.object({
  open: spans,
  shifted: v.optional(
    v.pipe(
      v.array(
        v.object({
          weekday: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5)),
          open: spans,
        }),
      ),
      v.maxLength(5, '一周只有五个工作日，请去掉重复的。'),
    ),
  ),
  saturday: spans,
  days: v.optional(
    v.pipe(
      v.array(ownDay),
      v.maxLength(limits.ownDays, `单独的日子最多${limits.ownDays}个，请去掉已经过去的。`),
    ),
  ),
});
export type OpeningHours = v.InferOutput<typeof openingHours>;
