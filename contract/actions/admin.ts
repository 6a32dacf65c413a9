import * as v from 'valibot';
import { orgId, policyChange, policyValues, unitRow } from '../models';
import type { Action } from './action';

/** What a unit decides for itself. */
export const admin = {
  /** The policy that holds for a unit, what the unit sets itself, and its versions, newest first. */
  policy: {
    roles: ['manager'],
    writes: false,
    input: v.strictObject({ orgId }),
    output: v.object({
      version: v.number(),
      values: policyValues,
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
} satisfies Record<string, Action>;
