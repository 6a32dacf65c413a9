import * as v from 'valibot';
import { role, tier } from './field';

/** Who someone is: roles, and the posts (岗位) behind them. */
export const person = v.object({
  id: v.string(),
  name: v.string(),
  roles: v.array(role),
  posts: v.array(v.object({ role, orgId: v.string(), orgName: v.string(), tier })),
  phone: v.optional(v.string()),
  address: v.optional(v.string()),
});
export type Person = v.InferOutput<typeof person>;

/** The community a person belongs to, as the home page shows it. */
export const community = v.object({
  id: v.string(),
  name: v.string(),
  station: v.string(),
  address: v.string(),
  phone: v.string(),
  afterHoursPhone: v.string(),
  hours: v.string(),
});
export type Community = v.InferOutput<typeof community>;

/** 连心卡: the agent a household knows. */
export const contactCard = v.object({
  name: v.string(),
  phone: v.string(),
  /** where this agent works: the community's name */
  orgName: v.string(),
  /** when this agent is on duty, as people say it */
  hours: v.string(),
  isOnDuty: v.boolean(),
  /** when this agent is on duty next, while off duty */
  nextDutyAt: v.optional(v.number()),
});
export type ContactCard = v.InferOutput<typeof contactCard>;

/** A unit that can be whistled for or handed a case. */
export const unitRow = v.object({
  id: v.string(),
  name: v.string(),
  tier,
  managers: v.array(v.object({ id: v.string(), name: v.string() })),
});
export type UnitRow = v.InferOutput<typeof unitRow>;
