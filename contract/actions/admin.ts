import * as v from 'valibot';
import {
  alarm,
  cursor,
  delivery,
  deliveryState,
  orgId,
  policyChange,
  policyValues,
  setOf,
  noticeKind,
  tried,
  trouble,
  unitRow,
} from '../models';
import type { Action } from './action';

/** What a unit decides for itself. */
export const admin = {
  /**
   * The policy that holds for a unit, what would hold if the unit set nothing itself (`above`), what it sets, and its versions, newest
   * first.
   */
  policy: {
    roles: ['manager'],
    writes: false,
    input: v.strictObject({ orgId }),
    output: v.object({
      version: v.number(),
      values: policyValues,
      above: policyValues,
      own: policyChange,
      history: v.array(v.object({ version: v.number(), at: v.number(), by: v.string(), own: policyChange })),
    }),
  },
  /** Saves a new version on top of `version`. Open cases keep their clocks. */
  setPolicy: {
    roles: ['manager'],
    writes: true,
    input: v.strictObject({ orgId, version: v.number(), own: policyChange }),
    output: v.object({ version: v.number(), values: policyValues, own: policyChange }),
  },
  /** The units of the caller's district: streets and the district can be whistled for, communities handed a case. */
  units: {
    roles: ['manager'],
    writes: false,
    input: v.strictObject({}),
    output: v.object({ units: v.array(unitRow) }),
  },
  /** What became of the notices of a unit's cases, newest first; the first page counts them and names the alarms. */
  deliveries: {
    roles: ['manager'],
    writes: false,
    input: v.strictObject({ orgId, state: v.optional(deliveryState), cursor }),
    output: v.object({
      deliveries: v.array(delivery),
      cursor,
      counts: v.optional(v.record(deliveryState, v.number())),
      alarms: v.array(alarm),
    }),
  },
  /** Sends a notice that did not arrive once more. */
  retry: {
    roles: ['manager'],
    writes: true,
    input: v.strictObject({ orgId, noticeId: v.pipe(v.string(), v.maxLength(200)) }),
    output: v.object({ id: v.string(), state: deliveryState }),
  },
  /** The trouble of an alarm is mended: the template is sent by again. */
  clearAlarm: {
    roles: ['manager'],
    writes: true,
    input: v.strictObject({ orgId, alarmId: v.pipe(v.string(), v.maxLength(64)) }),
    output: v.object({ id: v.string() }),
  },
  /** 运行情况 of the whole installation: the timer, documents of an earlier version, and what broke on pages this week, newest first. */
  health: {
    roles: ['manager'],
    writes: false,
    input: v.strictObject({ orgId }),
    output: v.object({
      /** when the timer last had everything looked at; it does so every twelve hours */
      roundAt: v.optional(v.number()),
      /** the timer is later than that */
      isLate: v.boolean(),
      /** steps by which documents of an earlier version are still behind */
      migrationsLeft: v.number(),
      troubles: v.array(trouble),
    }),
  },
  /**
   * Tries what only the cloud can tell, with what only the asking phone can: `at`, its own clock; `readable`, the collections that it could
   * read past the functions (left out where it has no way to try).
   */
  check: {
    roles: ['manager'],
    writes: false,
    input: v.strictObject({
      orgId,
      at: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15)),
      readable: v.optional(v.pipe(setOf(v.pipe(v.string(), v.maxLength(40))), v.maxLength(100))),
    }),
    output: v.object({ tried: v.array(tried) }),
  },
  /** One WeChat message of a kind to the caller, by the “yes” that they have just given. `code`: WeChat's, where it said one. */
  tryMessage: {
    roles: ['manager'],
    writes: true,
    input: v.strictObject({ orgId, kind: noticeKind }),
    output: v.object({ isSent: v.boolean(), code: v.optional(v.number()), why: v.string() }),
  },
} satisfies Record<string, Action>;
