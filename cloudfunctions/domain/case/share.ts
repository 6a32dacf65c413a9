import { limits } from '../../../contract/limits';
import { type Rejection, reject } from '../../../contract/errors';
import { isAtHome, type Part } from '../../../contract/deeds';
import type { CaseView, SharedView } from '../../../contract/models';
import { isOpen } from '../../../contract/states';
import { sharedStates } from '../../../contract/words';
import { isWaiting } from '../bundle/wait';
import { hashOf } from '../codes';
import type { CaseDoc, OrgDoc, PersonDoc, Share } from '../documents';
import type { Change } from './timeline';

/** 分享进展: a link that shows how a case stands, and nobody in it. Rules: docs/decisions/0059. */

const DAY_MS = 86_400_000;
/** Random bytes of a secret, five bits of each: more than anybody can try. */
export const SHARE_BYTES = 26;

/** What is sent: the case that it is of, and what only whoever was sent it knows. */
export const tokenOf = ({ _id }: Pick<CaseDoc, '_id'>, secret: string): string => `${_id}.${secret}`;

export function readToken(token: string): { caseId: string; secret: string } | undefined {
  const [, caseId, secret] = /^([\w-]{1,64})\.([0-9a-v]{26})$/.exec(token) ?? [];
  return caseId === undefined || secret === undefined ? undefined : { caseId, secret };
}

/** When it ends: some days after it was shared, or sooner, some days after the end of the case. */
const endOf = ({ state, endedAt }: CaseDoc, { at }: Share): number =>
  Math.min(
    at + limits.shareDays * DAY_MS,
    isOpen(state) || endedAt === undefined ? Infinity : endedAt + limits.sharedAfterEnd * DAY_MS,
  );

/** Not stopped, not over, and shared by who still has a part in it. */
const isRunning = (kase: CaseDoc, share: Share, now: number): boolean =>
  share.stoppedAt === undefined &&
  now < endOf(kase, share) &&
  (share.by.part !== 'asker' || share.by.id === kase.asker?.id);

const running = (kase: CaseDoc, now: number): Share[] =>
  (kase.shares ?? []).filter((share) => isRunning(kase, share, now));

interface Sharer {
  who: PersonDoc;
  now: number;
  requestId: string;
}

/** The case with one more; of the secret its hash alone is kept. What has ended is forgotten. Errors: SHARES_FULL. */
export function shared(
  kase: CaseDoc,
  secret: string,
  { who, now, requestId }: Sharer,
): { change: Change } | Rejection {
  const others = running(kase, now);
  if (others.length >= limits.shares) return reject('SHARES_FULL', { caseId: '请先停止分享，再分享一次。' });
  const part = who._id === kase.residentId ? 'resident' : 'asker';
  const share: Share = { hash: hashOf(secret, kase._id), by: { part, id: who._id }, at: now, requestId };
  return { change: { shares: [...others, share] } };
}

/** The share that this request made, with another secret: the first was told in an answer that may never have come. */
export function reshared(kase: CaseDoc, secret: string, { who, requestId }: Sharer): CaseDoc {
  const hash = hashOf(secret, kase._id);
  return {
    ...kase,
    shares: kase.shares?.map((one) =>
      one.requestId === requestId && one.by.id === who._id ? { ...one, hash } : one,
    ),
  };
}

/** Whether this is the secret of one that runs. */
const opens = (kase: CaseDoc, secret: string, now: number): Share | undefined => {
  const hash = hashOf(secret, kase._id);
  return running(kase, now).find((share) => share.hash === hash);
};

/** Until when the one with this secret runs. */
export function sharedUntil(kase: CaseDoc, secret: string, now: number): number | undefined {
  const share = opens(kase, secret, now);
  return share && endOf(kase, share);
}

/** All of them end. */
export const unshared = ({ shares = [] }: CaseDoc, now: number): { change: Change } => ({
  change: { shares: shares.map((share) => ({ ...share, stoppedAt: share.stoppedAt ?? now })) },
});

/** How many run, and until when the last: for the resident's side. */
export function sharingOf(kase: CaseDoc, part: Part, now: number): CaseView['sharing'] {
  if (!isAtHome(part)) return undefined;
  const ends = running(kase, now).map((share) => endOf(kase, share));
  return ends.length > 0 ? { count: ends.length, until: Math.max(...ends) } : undefined;
}

/**
 * What whoever has the link reads: the item, where it stands, by when, and whom to ring. No person, no door, no paper and no words of
 * anybody's: each sentence comes from the state or the catalogue. Undefined where the link does not hold.
 */
export function sharedView(
  kase: CaseDoc,
  secret: string,
  now: number,
  community: OrgDoc | undefined,
): SharedView | undefined {
  const until = sharedUntil(kase, secret, now);
  if (until === undefined) return undefined;
  const { serviceName, state, dueAt, endedAt, steps } = kase;
  const words = isWaiting(kase) ? '排着队，等前面的事办好再开始' : sharedStates[state];
  const step = state === 'in_progress' ? steps.find(({ doneAt }) => doneAt === undefined) : undefined;
  return {
    serviceName,
    state,
    says: step ? `${words}，到“${step.name}”这一步` : words,
    ...(isOpen(state) ? { dueAt } : { endedAt }),
    community: community && { name: community.name, phone: community.phone },
    until,
  };
}
