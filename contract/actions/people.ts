import * as v from 'valibot';
import {
  agentWish,
  check,
  cursor,
  findText,
  invitationRow,
  leaving,
  onePerson,
  orgId,
  otherPerson,
  person,
  personChange,
  personName,
  personRow,
  phone,
  post,
} from '../models';
import type { Action } from './action';

/** Who is in the register, and who is asked to work. */
export const people = {
  /**
   * Offers a post: of the caller's unit, or of one below it. The card (`invitation`) and the digits are told this once. Inviting the same
   * number to the same post again makes a new one, and the old one is dead.
   */
  invite: {
    roles: ['manager'],
    writes: true,
    input: v.strictObject({
      role: post,
      orgId,
      name: personName,
      phone,
      agent: v.optional(agentWish),
    }),
    output: v.object({ id: v.string(), invitation: v.string(), digits: v.string(), until: v.number() }),
  },
  /** Takes an open invitation back. */
  revoke: {
    roles: ['manager'],
    writes: true,
    input: v.strictObject({
      id: v.pipe(v.string('请选一份邀请。'), v.regex(/^[0-9a-z]{12}$/, '请选一份邀请。')),
    }),
    output: v.object({ id: v.string() }),
  },
  /** The open invitations of a unit and all under it. */
  invitations: {
    roles: ['manager'],
    writes: false,
    input: v.strictObject({ orgId, cursor }),
    output: v.object({ invitations: v.array(invitationRow), cursor }),
  },
  /** By name, number, door or case number, within a unit. */
  find: {
    roles: ['manager'],
    writes: false,
    input: v.strictObject({
      text: findText,
      orgId,
      cursor: v.optional(v.pipe(v.string('翻页位置不对。'), v.maxLength(300, '翻页位置不对，请从头看起。'))),
    }),
    output: v.object({
      people: v.array(personRow),
      cursor: v.optional(v.string()),
      /** the case that a number read over the phone is */
      caseId: v.optional(v.string()),
    }),
  },
  /** The entries of a unit that staff have to look at, in the order of their ids. */
  checks: {
    roles: ['manager'],
    writes: false,
    input: v.strictObject({
      orgId,
      of: check,
      cursor: v.optional(v.pipe(v.string('翻页位置不对。'), v.maxLength(64, '翻页位置不对，请从头看起。'))),
    }),
    output: v.object({ people: v.array(personRow), cursor: v.optional(v.string()) }),
  },
  /** Opens an entry: number and door in full. It is written into the journal. */
  look: {
    roles: ['manager'],
    writes: true,
    input: v.strictObject({ personId: onePerson }),
    output: personRow,
  },
  change: {
    roles: ['manager'],
    writes: true,
    input: v.strictObject({ personId: onePerson, ...personChange }),
    output: personRow,
  },
  /** Makes two entries of one person one: the cases of `from` are `into`'s. Can be undone for a week. */
  join: {
    roles: ['manager'],
    writes: true,
    input: v.strictObject({ from: onePerson, into: otherPerson }),
    output: v.object({ person: personRow, cases: v.number(), until: v.number() }),
  },
  /** Undoes it: what was moved goes back. */
  unjoin: {
    roles: ['manager'],
    writes: true,
    input: v.strictObject({ from: onePerson }),
    output: v.object({ person: personRow, cases: v.number() }),
  },
  /**
   * Takes all posts but a resident's from a person. What they have in hand goes to whom the rules choose, or to `to` if that agent can.
   * `dryRun` only says what would move.
   */
  deactivate: {
    roles: ['manager'],
    writes: true,
    input: v.strictObject({
      personId: onePerson,
      to: v.optional(otherPerson),
      dryRun: v.optional(v.boolean(), false),
    }),
    output: v.object({ left: leaving, posts: person.entries.posts }),
  },
} satisfies Record<string, Action>;
