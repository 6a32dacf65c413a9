import { type Rejection, reject } from '../../../contract/errors';
import { limits } from '../../../contract/limits';
import { type RectifyDeed, rectifyDeedsIn } from '../../../contract/deeds';
import { type CallResult, type Level, HEARD, isBad } from '../../../contract/words';
import { clockOfDays, stopped } from '../time/clock';
import type {
  Attempt,
  CallbackDoc,
  CaseDoc,
  Heard,
  Hours,
  OrgDoc,
  PersonDoc,
  Rectification,
} from '../documents';
import { fromUpwards, isManagerOf } from '../case/case';
import { tiers } from '../case/due';
import type { Change } from '../case/timeline';

/**
 * 整改: a bad review is looked into, mended and called back by a manager who never had the case in hand. Source: GB/T 39735;
 * rules: docs/domain.md, "Reviews that can be trusted". The dates are clocks of the case, so that cards and
 * escalation are those of every clock.
 */
const VERIFY_DAYS = 1;
const MEND_DAYS = 5;
const hourMs = 3_600_000;

/**
 * The lowest unit that can look into it: none of its managers had the case in hand, since what a unit is told all of them
 * read. The district's, where there is no such unit.
 */
export function rectifierOf(units: readonly OrgDoc[], agentIds: readonly string[]): OrgDoc | undefined {
  const upwards = tiers.flatMap((tier) => units.find((one) => one.tier === tier) ?? []);
  const isFree = ({ managers }: OrgDoc) =>
    managers.length > 0 && managers.every(({ id }) => !agentIds.includes(id));
  const free = upwards.find(isFree);
  return free ?? upwards.at(-1);
}

/** What a bad review opens, and its clocks. */
export function rectificationFor(
  kase: CaseDoc,
  level: Level,
  unit: OrgDoc,
  hours: Hours,
  now: number,
): Change & { rectification: Rectification } {
  const tier = tiers.find((one) => one === unit.tier) ?? 'district';
  return {
    rectification: {
      state: 'verifying',
      level,
      openedAt: now,
      orgId: unit._id,
      orgName: unit.name,
      tier,
      calls: [],
    },
    clocks: {
      ...kase.clocks,
      verify: clockOfDays(hours, now, VERIFY_DAYS),
      mend: clockOfDays(hours, now, MEND_DAYS),
    },
  };
}

/** The unit that looks into it anew where the call-back heard that nothing is mended; undefined above the district. */
export function rectifierAbove(
  units: readonly OrgDoc[],
  { agentIds }: Pick<CaseDoc, 'agentIds'>,
  { tier }: Rectification,
): OrgDoc | undefined {
  const above = tiers.slice(tiers.indexOf(tier) + 1);
  return rectifierOf(
    units.filter((unit) => above.some((one) => one === unit.tier)),
    agentIds,
  );
}

/** Does this person answer for it: a manager of its unit or above who never had the case in hand? */
export function mayRectify(who: PersonDoc, { agentIds, unit, rectification }: CaseDoc): boolean {
  if (!rectification || agentIds.includes(who._id)) return false;
  return fromUpwards(unit, rectification.orgId).some((orgId) => isManagerOf(who, orgId));
}

/** The rectification that this person may take this step in. Errors: OWN_CASE, UNIT_NOT_YOURS, RECTIFY_NOT_NOW. */
export function rectifiable(kase: CaseDoc, who: PersonDoc, deed: RectifyDeed): Rectification | Rejection {
  if (kase.agentIds.includes(who._id)) return reject('OWN_CASE', { caseId: '这件您经办过，请别人来办。' });
  const { rectification } = kase;
  if (rectification && !mayRectify(who, kase))
    return reject('UNIT_NOT_YOURS', { caseId: `这条差评归${rectification.orgName}管，请他们来办。` });
  return rectification && rectifyDeedsIn(rectification.state).includes(deed)
    ? rectification
    : reject('RECTIFY_NOT_NOW', { caseId: '整改不在这一步。' });
}

const nameOf = ({ _id: id, name }: PersonDoc) => ({ id, name });

/** What taking it over sets. */
export function taken(rectification: Rectification, who: PersonDoc): Change {
  return { rectification: { ...rectification, handler: nameOf(who) } };
}

/** What looking into it found. What was not true goes straight to the call-back. */
export function verified(
  kase: CaseDoc,
  rectification: Rectification,
  found: { isUpheld: boolean; findings: string },
  who: PersonDoc,
  now: number,
): Change {
  const { isUpheld, findings } = found;
  return {
    rectification: {
      ...rectification,
      handler: rectification.handler ?? nameOf(who),
      isUpheld,
      findings,
      ...(isUpheld ? { state: 'mending' } : { state: 'calling', outcome: 'unfounded' }),
    },
    clocks: { ...kase.clocks, verify: stopped(kase.clocks.verify, now) },
  };
}

/** What was done about it. */
export function mended(
  rectification: Rectification,
  done: { outcome: 'mended' | 'explained'; text: string },
): Change {
  const { outcome, text } = done;
  return { rectification: { ...rectification, outcome, mended: text, state: 'calling' } };
}

/** One attempt of a call, as the caller writes it down. */
export interface Said {
  result: CallResult;
  level?: Level;
  text?: string;
}

/**
 * What is known after one more attempt: undefined while it goes on, what was heard when the resident picked up, and
 * `unreached` after the fifth attempt.
 */
export function heardAfter(calls: readonly Attempt[], { result, level, text }: Said): Heard | undefined {
  if (HEARD.some((one) => one === result)) return { level, text };
  return calls.length + 1 >= limits.callAttempts ? { unreached: true } : undefined;
}

/** Is it too soon to try again? Five attempts within an hour are one. Errors: CALLED_JUST_NOW. */
export function tooSoon(calls: readonly Attempt[], now: number): Rejection | undefined {
  const last = calls.at(-1);
  return last && now < last.at + limits.callGapHours * hourMs
    ? reject('CALLED_JUST_NOW', { result: `${limits.callGapHours}小时以后再打。` })
    : undefined;
}

/** A sampled call-back that this person may try now. Errors: OWN_CASE, CALLBACK_CLOSED, CALLED_JUST_NOW. */
export function callable(one: CallbackDoc, who: PersonDoc, now: number): Rejection | undefined {
  if (one.agentIds.includes(who._id)) return reject('OWN_CASE', { callbackId: '这件您经办过。' });
  return one.open ? tooSoon(one.calls, now) : reject('CALLBACK_CLOSED', { callbackId: '已经做完了。' });
}

/** What one attempt of a sampled call-back sets. */
export function attempted(
  { calls }: CallbackDoc,
  said: Said,
  who: PersonDoc,
  { now, requestId, digest }: { now: number; requestId: string; digest?: string },
): Partial<CallbackDoc> {
  const heard = heardAfter(calls, said);
  const attempt = { at: now, by: nameOf(who), result: said.result, requestId, digest };
  return { calls: [...calls, attempt], ...(heard && { heard, open: false, closedAt: now }) };
}

/** Who a bad answer goes to, and the hours that its new dates are counted in. */
export interface Above {
  unit?: OrgDoc;
  hours: Hours;
}

/**
 * What one attempt of the call-back sets: it closes the rectification, or the next attempt follows. Where the resident
 * is still not satisfied, the unit above begins anew. Errors: CALLED_JUST_NOW.
 */
export function phoned(
  kase: CaseDoc,
  rectification: Rectification,
  said: Said,
  who: PersonDoc,
  now: number,
  above: Above,
): (Change & { rectification: Rectification }) | Rejection {
  const soon = tooSoon(rectification.calls, now);
  if (soon) return soon;
  const heard = heardAfter(rectification.calls, said);
  const attempt: Attempt = { at: now, by: nameOf(who), result: said.result };
  const calls = [...rectification.calls, attempt];
  if (!heard) return { rectification: { ...rectification, calls } };
  const { orgName, level, openedAt } = rectification;
  const no =
    heard.level && isBad(heard.level)
      ? { at: now, orgName, level: heard.level, text: heard.text }
      : undefined;
  const refused = no ? [...(rectification.refused ?? []), no] : rectification.refused;
  if (no && above.unit) {
    const anew = rectificationFor(kase, level, above.unit, above.hours, now);
    return { ...anew, rectification: { ...anew.rectification, openedAt, refused } };
  }
  return {
    rectification: { ...rectification, calls, heard, refused, state: 'closed', closedAt: now },
    clocks: { ...kase.clocks, mend: stopped(kase.clocks.mend, now) },
  };
}
