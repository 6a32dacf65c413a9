import type { AnswerRow, PublicAnswer } from '../../../contract/models';
import { addDays, dayOf } from '../../../contract/time';
import { limits } from '../../../contract/limits';
import type { AnswerDoc, CaseDoc, PersonDoc } from '../documents';
import { isManagerOf } from '../case/case';
import { maskText } from '../mask';
import { sha256 } from '../sha256';

/** 公开问答: what anybody may read of an answer, without a person in it. */

export const answerIdOf = (caseId: string): string =>
  sha256(`answer\n${caseId}`).toString('hex').slice(0, 24);

/** 我妈能领吗, 俺家: of one person. 我市 and 我省 are not. */
const ofOne = /我(?![市区县省国])|俺|咱|本人/u;
const doors = /\d+\s*(?:号楼|栋|幢|单元|室)/u;

/** What of these words tells of a person, beside its field; `kase`: whose names are not to be in them. */
export function faultsOfPublic(
  words: { question: string; answer: string },
  { contact, asker, assignment }: Pick<CaseDoc, 'contact' | 'asker' | 'assignment'>,
): Record<string, string> {
  const names = [contact.name, asker?.name, assignment?.agentName].filter(
    (name = '') => [...name].length > 1,
  );
  const faults = Object.entries(words).flatMap(([field, text]) => {
    const fault = faultIn(text, names);
    return fault === undefined ? [] : [[field, fault] as const];
  });
  return {
    ...(ofOne.test(words.question) ? { question: '请改成大家都能问的话，不写“我”。' } : {}),
    ...Object.fromEntries(faults),
  };
}

function faultIn(text: string, names: readonly (string | undefined)[]): string | undefined {
  if (names.some((name) => name !== undefined && text.includes(name))) return '里面有人名，请去掉。';
  if (doors.test(text)) return '里面有门牌，请去掉。';
  return maskText(text) === text ? undefined : '里面有电话或证件号，请去掉。';
}

/** What is wrong with the day of review: it lies ahead, and not beyond two years. */
export function faultOfReview(reviewOn: string, now: number): string | undefined {
  const today = dayOf(now);
  if (reviewOn <= today) return '复核的日子要在今天以后。';
  return reviewOn > addDays(today, limits.rangeDays) ? '复核的日子最多两年以后。' : undefined;
}

/** Has its day of review passed? */
export const isPastReview = ({ reviewOn = '' }: AnswerDoc, now: number): boolean => reviewOn < dayOf(now);

/** The highest unit of this manager's that the answer's case lies in: for that it holds. */
export function holdsFor(
  who: PersonDoc,
  { unit }: AnswerDoc,
): { orgId: string; orgName: string } | undefined {
  const orgId = [unit.district, unit.street, unit.community].find(
    (id) => id !== undefined && isManagerOf(who, id),
  );
  const post = who.posts.find((one) => one.role === 'manager' && one.orgId === orgId);
  return post && { orgId: post.orgId, orgName: post.orgName };
}

export const publicOf = (doc: AnswerDoc, now: number): PublicAnswer => ({
  id: doc._id,
  question: doc.question,
  answer: doc.answer,
  source: doc.source,
  orgName: doc.orgName ?? '',
  publishedAt: doc.publishedAt ?? doc.at,
  isStale: isPastReview(doc, now),
});

export function answerRowOf(doc: AnswerDoc, now: number): AnswerRow {
  const { _id: id, caseId, state, question, answer, source, by, at, orgName, reviewOn, why } = doc;
  const isStale = state === 'public' ? isPastReview(doc, now) : undefined;
  return { id, caseId, state, question, answer, source, by: by.name, at, orgName, reviewOn, why, isStale };
}
