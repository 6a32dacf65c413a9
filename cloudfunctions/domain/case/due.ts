import { isOpen } from '../../../contract/states';
import { sayDay } from '../../../contract/time';
import type { Cause, ClockName } from '../../../contract/words';
import { followAtOf } from '../bundle/wait';
import type { CaseDoc, Clock, Escalation, Pause } from '../documents';
import { standard } from '../policy';
import { isOut } from './custody';
import { promisesDue } from './papers';
import { discardAt, unseen } from './photos';

/** Something that happens to a case by time alone. An offer shows no cards: it lapses. */
export type Due = { at: number } & (
  | { do: 'lapse' | 'resume' | 'dispatch' | 'invite' | 'close' | 'discard' | 'follow' | 'look' }
  | { do: 'remind' | 'demand'; paper: string }
  | ({ do: 'warn' | 'breach' } & Whose)
  | { do: 'escalate'; cause: Cause }
);

/** Whose card it is: a clock of the case or, without one, a whistle's. */
interface Whose {
  clock?: Exclude<ClockName, 'offer'>;
  whistleId?: string;
  /** of `custody`: which original */
  original?: string;
}

/** Who hears of a breach, one after the other. */
export const tiers = ['community', 'street', 'district'] as const;

export function isClosed(one: Escalation): boolean {
  return one.acknowledgedAt !== undefined || one.endedAt !== undefined;
}

/** All that can fall due in a case as it stands, in the order it will; the least `at` is when `sweep` looks at it next. */
export function dueOf(kase: CaseDoc): Due[] {
  const stands = openPause(kase);
  const { offer, ...others } = kase.clocks;
  const list: Due[] = [];
  if (offer && offer.stoppedAt === undefined) list.push({ at: offer.dueAt, do: 'lapse' });
  if (stands) list.push({ at: stands.until, do: 'resume' });
  for (const [name, clock] of Object.entries(others) as [Exclude<ClockName, 'offer'>, Clock | undefined][]) {
    const standsFrom = name === 'completion' && stands ? stands.from : Infinity;
    if (clock) list.push(...cardsOf(clock, { clock: name }).filter(({ at }) => at <= standsFrom));
  }
  for (const { id, clock, answer } of isOpen(kase.state) ? kase.whistles : []) {
    if (answer === undefined) list.push(...cardsOf(clock, { whistleId: id }));
  }
  for (const one of (kase.custody ?? []).filter(isOut))
    list.push(...cardsOf(one.clock, { clock: 'custody', original: one.id }));
  for (const one of kase.escalations) {
    if (!isClosed(one) && one.furtherAt !== undefined)
      list.push({ at: one.furtherAt, do: 'escalate', cause: one.cause });
  }
  const closeAt = kase.complaint?.closeAt ?? kase.question?.closeAt;
  if (closeAt !== undefined) list.push({ at: closeAt, do: 'close' });
  list.push(...promisesDue(kase));
  const discard = discardAt(kase, standard.photoDays);
  if (discard !== undefined) list.push({ at: discard, do: 'discard' });
  // As soon as may be: whom it is about may leave, and then WeChat does not look.
  if (unseen(kase).length > 0) list.push({ at: 0, do: 'look' });
  if (kase.inviteAt !== undefined) list.push({ at: kase.inviteAt, do: 'invite' });
  const followAt = followAtOf(kase);
  if (followAt !== undefined) list.push({ at: followAt, do: 'follow' });
  if (kase.dispatchAt !== undefined) list.push({ at: kase.dispatchAt, do: 'dispatch' });
  return list.sort((a, b) => a.at - b.at);
}

/** The pause in which the completion clock stands. A promise that was broken before it stays broken: waiting mends nothing. */
export function standing(kase: Pick<CaseDoc, 'pauses' | 'clocks' | 'dueAt'>): Pause | undefined {
  const pause = openPause(kase);
  return pause && pause.from < (kase.clocks.completion?.dueAt ?? kase.dueAt) ? pause : undefined;
}

/** The pause that lasts: the resident is waited for. */
export function openPause(kase: Pick<CaseDoc, 'pauses'>): Pause | undefined {
  return kase.pauses.find((pause) => pause.to === undefined);
}

/** By when it is promised, `11月24日 周二`, as its reader says it; 暂定 where the holidays of that year are not published. */
export function sayDue({ dueAt, provisionalYear }: CaseDoc, now: number): string {
  return `${sayDay(dueAt, now)}${provisionalYear === undefined ? '' : '（暂定）'}`;
}

/** The cards that a clock has still to show. */
function cardsOf(clock: Clock, about: Whose): Due[] {
  if (clock.stoppedAt !== undefined) return [];
  return [
    ...(clock.warned ? [] : [{ ...about, at: clock.warnAt, do: 'warn' as const }]),
    ...(clock.breached ? [] : [{ ...about, at: clock.dueAt, do: 'breach' as const }]),
  ];
}
