import * as v from 'valibot';
import { dayView, leave, leaveWish, openingHours, orgId, photoId, rosterEntry, rosterRow } from '../models';
import type { Action } from './action';

const agentId = v.pipe(
  v.string('请选一位代办员。'),
  v.minLength(1, '请选一位代办员。'),
  v.maxLength(64, '请选一位代办员。'),
);

/** Who works when: an agent's own day, the roster of a unit, a community's hours. */
export const roster = {
  today: { roles: ['agent'], writes: false, input: v.strictObject({}), output: dayView },
  /** 上班/下班: overrides the roster until the end of the day. */
  duty: { roles: ['agent'], writes: true, input: v.strictObject({ on: v.boolean() }), output: dayView },
  /** The agent's own photo, for the card of who comes: put there before (`cases.upload`, `faces`); none: it is deleted. */
  face: {
    roles: ['agent'],
    writes: true,
    input: v.strictObject({
      photo: v.optional(photoId),
    }),
    output: v.object({ photo: v.optional(v.string()) }),
  },
  /** Days off: an agent's own, or an agent's of a unit that the manager oversees (`agentId`). */
  leave: {
    roles: ['agent', 'manager'],
    writes: true,
    input: v.strictObject({ agentId: v.optional(agentId), ...leaveWish }),
    output: v.object({ leaves: v.array(leave) }),
  },
  /** Takes back the leave that begins on this day. */
  endLeave: {
    roles: ['agent', 'manager'],
    writes: true,
    input: v.strictObject({ agentId: v.optional(agentId), from: leaveWish.from }),
    output: v.object({ leaves: v.array(leave) }),
  },
  /** The agents of a unit and how full they are. */
  list: {
    roles: ['manager'],
    writes: false,
    input: v.strictObject({ orgId }),
    output: v.object({
      agents: v.array(rosterRow),
      grids: v.array(v.object({ id: v.string(), name: v.string() })),
      categories: v.array(v.string()),
    }),
  },
  set: {
    roles: ['manager'],
    writes: true,
    input: v.strictObject({ agentId, ...rosterEntry.entries }),
    output: v.object({
      agentId: v.string(),
      /** of an agent who is not there any more: what went to others */
      left: v.optional(
        v.object({
          cases: v.array(
            v.object({
              caseId: v.string(),
              no: v.string(),
              serviceName: v.string(),
              /** who is asked to take it; missing while no agent could be found */
              agentName: v.optional(v.string()),
            }),
          ),
          /** hand-overs to this agent that are off */
          handovers: v.number(),
          calls: v.number(),
        }),
      ),
    }),
  },
  hours: {
    roles: ['manager'],
    writes: false,
    input: v.strictObject({ orgId }),
    output: v.object({ hours: openingHours }),
  },
  setHours: {
    roles: ['manager'],
    writes: true,
    input: v.strictObject({ orgId, hours: openingHours }),
    output: v.object({ hours: openingHours }),
  },
} satisfies Record<string, Action>;
