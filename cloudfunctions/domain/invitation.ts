import { DIGIT_TRIES } from '../../contract/brakes';
import { type Rejection, reject } from '../../contract/errors';
import type { AgentWish, InvitationRow, InvitationView } from '../../contract/models';
import { withoutExtension } from '../../contract/phone';
import { hashOf, sixDigits, unreadable } from './codes';
import type { AgentDoc, InvitationDoc, OrgDoc, PersonDoc } from './documents';
import { maskPhone } from './mask';

const GOOD_MS = 7 * 86_400_000;
/** Characters of a token that are the invitation's id. */
const ID = 12;
/** Random bytes that an invitation is made of: twenty for the card, eight for the digits. */
export const INVITATION_BYTES = 28;

type Wish = Pick<InvitationDoc, 'role' | 'name' | 'phone' | 'agent' | 'by'>;

/** A new invitation. What is shared of it is told this once, and kept nowhere. */
export function newInvitation(
  { _id: orgId, name: orgName, tier, unit }: OrgDoc,
  wish: Wish,
  bytes: Uint8Array,
  now: number,
): { doc: InvitationDoc; token: string; digits: string } {
  const _id = hashOf(`${wish.phone}\n${wish.role}`, orgId).slice(0, ID);
  const token = _id + unreadable(bytes.subarray(0, 20));
  const digits = sixDigits(bytes.subarray(20));
  const doc: InvitationDoc = {
    _id,
    hash: hashOf(token, _id),
    digits: hashOf(digits, token.slice(0, ID)),
    orgId,
    orgName,
    tier,
    unit,
    ...wish,
    at: now,
    until: now + GOOD_MS,
    open: true,
    tries: 0,
  };
  return { doc, token, digits };
}

export const idOfToken = (token: string): string => token.slice(0, ID);
export const hasToken = ({ _id, hash }: InvitationDoc, token: string): boolean => hashOf(token, _id) === hash;
export const hasDigits = (doc: InvitationDoc, digits: string): boolean =>
  hashOf(digits, doc._id) === doc.digits;
export const isFor = (doc: InvitationDoc, phone: string): boolean =>
  withoutExtension(doc.phone) === withoutExtension(phone);

/** Why it cannot be taken any more, by whomever. */
export function overOf({ open, until }: InvitationDoc, now: number): Rejection | undefined {
  return open && now < until
    ? undefined
    : reject('INVITATION_OVER', { invitation: '请邀请您的人再发一份。' });
}

/** Why these digits do not open it: they are wrong, or were wrong too often before. */
export function digitsRefused(doc: InvitationDoc, digits: string): Rejection | undefined {
  if (doc.tries >= DIGIT_TRIES) return reject('DIGITS_DEAD', { digits: '请邀请您的人再发一份。' });
  return hasDigits(doc, digits) ? undefined : reject('INVITATION_NOT_FOUND', { digits: '邀请码不对。' });
}

export const rowOfInvitation = (doc: InvitationDoc): InvitationRow => ({
  id: doc._id,
  role: doc.role,
  orgId: doc.orgId,
  orgName: doc.orgName,
  name: doc.name,
  phone: maskPhone(doc.phone),
  by: doc.by.name,
  at: doc.at,
  until: doc.until,
});

export const viewOfInvitation = (doc: InvitationDoc): InvitationView => ({
  role: doc.role,
  orgName: doc.orgName,
  tier: doc.tier,
  by: doc.by.name,
  name: doc.name,
  phone: maskPhone(doc.phone),
  until: doc.until,
});

/** An agent as they begin: all grids and all categories of the community in office hours, where the invitation says nothing else. */
export function newAgent(
  { _id, name, phone }: Pick<PersonDoc, '_id' | 'name' | 'phone'>,
  { unit }: Pick<OrgDoc, 'unit'>,
  wish: AgentWish = {},
  { gridIds, skills }: { gridIds: string[]; skills: string[] },
): AgentDoc {
  return {
    _id,
    name,
    phone,
    unit,
    gridIds: wish.gridIds ?? gridIds,
    skills: wish.skills ?? skills,
    dutyWeekdays: wish.dutyWeekdays ?? [1, 2, 3, 4, 5],
    dutyHours: wish.dutyHours ?? ['08:30', '17:00'],
    dailyCapacity: wish.dailyCapacity ?? 8,
    homeVisitCapacity: wish.homeVisitCapacity ?? 4,
    onCallWeekdays: wish.onCallWeekdays ?? [],
    active: true,
    leaves: [],
    turn: 0,
    lastOfferedAt: 0,
  };
}
