import { VISIT_TRIES } from '../../../contract/brakes';
import { type Rejection, isRejection, reject } from '../../../contract/errors';
import type { Part } from '../../../contract/deeds';
import type { CaseView } from '../../../contract/models';
import { isOpen, isWithAgent } from '../../../contract/states';
import { dayOf, sayTime } from '../../../contract/time';
import type { AgentDoc, CaseDoc, PersonDoc } from '../documents';

/** 上门: an hour that was agreed on, moved, called off, not kept or begun. Rules: docs/domain.md, "Assignment". */

type Visit = NonNullable<CaseDoc['visit']>;
type Change = Partial<Pick<CaseDoc, 'appointmentAt' | 'visit'>>;

/**
 * What agreeing on an hour sets. Digits that were read out, or guessed at, are not used again; a new hour by the agent alone gives no
 * new tries.
 */
export function bookedFor(
  { mode, visit }: Pick<CaseDoc, 'mode' | 'visit'>,
  appointmentAt: number,
  code: string,
  by: Part,
): Change {
  if (mode !== 'home-visit') return { appointmentAt };
  const isSame = visit !== undefined && visit.begunAt === undefined && (by === 'agent' || visit.tries === 0);
  return { appointmentAt, visit: isSame ? visit : { code, tries: 0 } };
}

/** There is an hour to call off. Errors: NO_VISIT, VISIT_BEGUN. */
export function calledOff(kase: CaseDoc): Change | Rejection {
  return agreed(kase) ?? { appointmentAt: undefined };
}

/** The hour has come, and who waited says so. Errors: NO_VISIT, VISIT_BEGUN, VISIT_EARLY. */
export function missed(kase: CaseDoc, now: number): Change | Rejection {
  const fault = agreed(kase);
  if (fault) return fault;
  const { appointmentAt = 0 } = kase;
  if (now < appointmentAt)
    return reject('VISIT_EARLY', { caseId: `约的是${sayTime(appointmentAt, now)}，还没到。` });
  return { appointmentAt: undefined };
}

function agreed({ appointmentAt, visit }: CaseDoc): Rejection | undefined {
  if (appointmentAt === undefined) return reject('NO_VISIT', { caseId: '现在没有约好的时间。' });
  return visit?.begunAt === undefined ? undefined : reject('VISIT_BEGUN', { caseId: '已经开始了。' });
}

/**
 * What the digits read out at the door do: the visit as it is from now on, and whether they were right.
 * Errors: NO_VISIT, VISIT_BEGUN, VISIT_MOVED, VISIT_EARLY, CODE_DEAD.
 */
export function readOut(
  kase: CaseDoc,
  { code, at }: { code: string; at: number },
  now: number,
): { isRight: boolean; visit: Visit } | Rejection {
  const fault = agreed(kase);
  if (fault) return fault;
  const { appointmentAt = 0, visit } = kase;
  if (!visit) return reject('NO_VISIT', { caseId: '这件不用对数字。' });
  if (kase.pair && !kase.pair.companion) return reject('PAIR_ALONE', { code: '还没定谁一起去。' });
  if (at !== appointmentAt)
    return reject('VISIT_MOVED', { at: `改到了${sayTime(appointmentAt, now)}，请和居民对一下。` });
  if (dayOf(now) < dayOf(appointmentAt))
    return reject('VISIT_EARLY', { at: `约的是${sayTime(appointmentAt, now)}，还没到。` });
  if (visit.tries >= VISIT_TRIES) return reject('CODE_DEAD', { code: '不能再试了。' });
  const isRight = visit.code === code;
  return { isRight, visit: isRight ? { ...visit, begunAt: now } : { ...visit, tries: visit.tries + 1 } };
}

/** 两人同行 as far as it stands: who goes along is chosen for one hour, and of an agent who has the case. */
export function pairOf({ pair, state, appointmentAt, holderId, mode }: CaseDoc): CaseDoc['pair'] {
  if (!pair || !isOpen(state) || mode !== 'home-visit') return undefined;
  const { companion } = pair;
  const stands = isWithAgent(state) && companion?.at === appointmentAt && companion?.id !== holderId;
  return stands || !companion ? pair : {};
}

/** Two are to go. Errors: NO_VISIT. */
export function paired({ mode, pair = {} }: CaseDoc): Pick<CaseDoc, 'pair'> | Rejection {
  return mode === 'home-visit' ? { pair } : reject('NO_VISIT', { caseId: '这件不用上门。' });
}

/** This agent goes along at the hour that is agreed on; nobody: another is to be chosen. Errors: NO_VISIT, VISIT_BEGUN. */
export function brought(kase: CaseDoc, agent: AgentDoc | undefined): Pick<CaseDoc, 'pair'> | Rejection {
  const fault = agreed(kase);
  if (fault) return fault;
  const { appointmentAt: at = 0, mode } = kase;
  if (mode !== 'home-visit') return reject('NO_VISIT', { caseId: '这件不用上门。' });
  if (!agent) return { pair: {} };
  const { _id: id, name, phone } = agent;
  return { pair: { companion: { id, name, phone, at } } };
}

/**
 * Who was to go along on one of these days does not any more (请假, 停岗): another is to be chosen, and until then nobody goes alone
 * (`readOut`). Undefined where it is not theirs, is on another day, is over, or has begun.
 */
export function missesVisit(
  kase: CaseDoc,
  { _id }: Pick<AgentDoc, '_id'>,
  { from, to }: { from: string; to?: string },
  now: number,
): Pick<CaseDoc, 'pair'> | undefined {
  const { companion } = kase.pair ?? {};
  if (companion?.id !== _id || !isWithAgent(kase.state)) return undefined;
  const day = dayOf(companion.at);
  if (day < dayOf(now) || day < from || (to !== undefined && day > to)) return undefined;
  const change = brought(kase, undefined);
  return isRejection(change) ? undefined : change;
}

/** Is it the day on which this agent goes along to the door? On no other do they see it. */
export const isDayOfVisit = ({ appointmentAt }: CaseDoc, now: number): boolean =>
  appointmentAt !== undefined && dayOf(appointmentAt) === dayOf(now);

/** Said of digits that were wrong. Errors: CODE_WRONG, CODE_DEAD. */
export function wrongDigits({ tries }: Visit): Rejection {
  const left = VISIT_TRIES - tries;
  return left > 0
    ? reject('CODE_WRONG', { code: `数字不对，还能试${left}次。` })
    : reject('CODE_DEAD', { code: '不能再试了。' });
}

/** Whoever cannot read the digits in WeChat hears them from the community's manager. */
export const isReadToThem = ({ channel, visit }: Pick<CaseDoc, 'channel' | 'visit'>): boolean =>
  channel !== 'self' && visit !== undefined && visit.begunAt === undefined;

/** May who asked have to read digits to the resident? Whether the resident can read them is asked only then. */
export const mayBeRead = ({ asker, mode, visit }: CaseDoc, part: Part): boolean =>
  part === 'asker' && asker !== undefined && mode === 'home-visit' && visit?.begunAt === undefined;

/**
 * The hour as this viewer sees it. The digits belong to whoever is at the door: the resident reads them; where they have no WeChat
 * (`isOffline`), who asked for them does. Whoever has the case, or ever had it, sees none, whatever else they are in it.
 */
export function visitOf(kase: CaseDoc, { _id }: PersonDoc, part: Part, isOffline = false): CaseView['visit'] {
  const { state, appointmentAt: at, mode, visit, agentIds, holderId } = kase;
  if (at === undefined || !isOpen(state)) return undefined;
  const reads =
    part === 'resident' || (part === 'asker' && isOffline) || (part === 'manager' && isReadToThem(kase));
  const isAgent = holderId === _id || agentIds.includes(_id);
  return {
    at,
    isAtDoor: mode === 'home-visit',
    code: reads && !isAgent && visit?.begunAt === undefined ? visit?.code : undefined,
    triesLeft: visit ? VISIT_TRIES - visit.tries : 0,
    begunAt: visit?.begunAt,
  };
}
