import { type KeepingChange, classOf, yearsOf } from '../../../contract/keeping';
import { REQUEST_DAYS } from '../../../contract/kept';
import type { LeavingView } from '../../../contract/models/privacy';
import { type Rejection, reject } from '../../../contract/errors';
import { isOpen } from '../../../contract/states';
import { shanghai } from '../../../contract/time';
import { originalsOut } from '../case/custody';
import type { CaseDoc, Clock, Hours, PersonDoc } from '../documents';
import { clockOfDays } from '../time/clock';

/** 注销: what stands in the way of it, what it does, and by when. Rules: docs/decisions/0065. */

/** The fields of a case that decide on a leaving. */
export const leavingFields = [
  'no',
  'serviceCode',
  'serviceName',
  'category',
  'state',
  'owed',
  'custody',
  'rectification',
  'complaint',
  'endedAt',
  'submittedAt',
  'erased',
] as const satisfies (keyof CaseDoc)[];
export type Seen = Pick<CaseDoc, '_id' | (typeof leavingFields)[number]>;

/** Somebody is still at work on it, for its resident: it is open, 证件 are on their way, a bad review is being looked into. */
export const isUnfinished = ({ state, owed, rectification, complaint }: Seen): boolean =>
  isOpen(state) ||
  owed !== undefined ||
  (rectification !== undefined && rectification.state !== 'closed') ||
  (state === 'completed' && complaint !== undefined && complaint.closedAt === undefined);

/** When the archive of a case that has ended may be destroyed; undefined: never. */
export function archiveUntil(
  kase: Pick<Seen, 'serviceCode' | 'category' | 'endedAt' | 'submittedAt'>,
  keeping?: KeepingChange,
) {
  const years = yearsOf(classOf(kase, keeping));
  return years === undefined
    ? undefined
    : shanghai(kase.endedAt ?? kase.submittedAt)
        .add(years, 'year')
        .valueOf();
}

/** The promise: 15 working days at most. */
export const requestClock = (hours: Hours, now: number): Clock => clockOfDays(hours, now, REQUEST_DAYS);

/** What leaving would do to a person with these cases. `isLastAdmin`: nobody else manages the district. */
export function leavingOf(
  person: PersonDoc,
  cases: readonly Seen[],
  { isLastAdmin, dueAt, keeping }: { isLastAdmin: boolean; dueAt: number; keeping?: KeepingChange },
): LeavingView {
  const named = ({ _id: caseId, no, serviceName }: Seen) => ({ caseId, no, serviceName });
  const out = cases.flatMap((kase) => {
    const says = originalsOut(kase)?.fields?.caseId;
    return says === undefined ? [] : [{ caseId: kase._id, says: `${kase.serviceName}：${says}` }];
  });
  const admin = isLastAdmin ? [{ says: '区里只有您这一位管理员了。先邀请另一位，再来注销。' }] : [];
  return {
    blocked: [...admin, ...out],
    open: cases.filter(isUnfinished).map(named),
    archived: cases
      .filter((kase) => !isUnfinished(kase) && !kase.erased)
      .map((kase) => ({ ...named(kase), until: archiveUntil(kase, keeping) })),
    isStaff: person.posts.some(({ role }) => role !== 'resident'),
    dueAt,
  };
}

/** Why it cannot be asked for now. Errors: LAST_ADMIN, ORIGINAL_OUT, LEAVING_CASES_OPEN. */
export function unleavable({ blocked, open }: LeavingView, goOn: boolean): Rejection | undefined {
  const [first] = blocked;
  if (first) return reject(first.caseId === undefined ? 'LAST_ADMIN' : 'ORIGINAL_OUT', { goOn: first.says });
  if (open.length === 0 || goOn) return undefined;
  const names = open.map(({ serviceName }) => serviceName);
  return reject('LEAVING_CASES_OPEN', {
    goOn: `还没办完：${[...new Set(names)].join('、')}。请先撤销，或者选“办完再注销”。`,
  });
}
