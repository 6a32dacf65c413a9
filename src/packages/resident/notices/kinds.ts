import type { Role } from 'contract/models';
import { type NoticeKind, noticeKinds } from 'contract/words';

/** The kinds that a person is told at all, by their role. */
const told: Record<Role, readonly NoticeKind[]> = {
  resident: ['progress', 'supplement', 'result'],
  agent: ['assignment', 'progress'],
  manager: ['assignment', 'progress'],
};

export function kindsFor(roles: readonly Role[]): NoticeKind[] {
  const kinds = Object.keys(noticeKinds) as NoticeKind[];
  return kinds.filter((kind) => roles.some((role) => told[role].includes(kind)));
}

export const labels = noticeKinds;

export const hints: Record<NoticeKind, string> = {
  assignment: '有新办件、有人催、快到期了',
  progress: '收到了、谁来办、换人了',
  supplement: '要您补一样东西时',
  result: '办成了，或者办不下去了',
};
