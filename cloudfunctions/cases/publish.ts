import { sayDay } from '../../contract/time';
import { type Rejection, isRejection, reject } from '../../contract/errors';
import { saySource } from '../../contract/models';
import { faultOfReview, holdsFor } from '../domain/catalog/answer';
import type { AnswerDoc } from '../domain/documents';
import { publicWords } from '../kit/answers';
import type { Context } from '../kit/context';
import { type Entry, isRecorded, record } from '../kit/journal';
import type { HandlerOf } from '../kit/serve';
import { get, transact } from '../kit/store';

/** An answer, for a manager of one of its units. Errors: ANSWER_NOT_FOUND, also where it is another unit's. */
export async function answerOfUnit(
  { who }: Context,
  answerId: string,
): Promise<{ doc: AnswerDoc; orgId: string; orgName: string } | Rejection> {
  const doc = await get('answers', answerId);
  const holder = doc && holdsFor(who, doc);
  return doc && holder ? { doc, ...holder } : reject('ANSWER_NOT_FOUND', { answerId: '没有这条问答。' });
}

/** The journal's entry of a change of it. */
export const entryOf = (
  { _id: id, question: name, unit: { district, street, community } }: AnswerDoc,
  entry: Pick<Entry, 'what' | 'orgId' | 'before' | 'after'>,
): Entry => ({ unit: { district, street, community }, about: { kind: 'answer', id, name }, ...entry });

/**
 * A manager makes it public for their unit, in words without a person, from this day on and until its review.
 * Errors: those of `answerOfUnit`, BAD_INPUT, SERVICE_NOT_FOUND, REQUEST_REUSED.
 */
export const publish: HandlerOf<'cases.publish'> = async (context, { answerId, reviewOn, ...said }) => {
  const { who, now } = context;
  const found = await answerOfUnit(context, answerId);
  if (isRejection(found)) return found;
  const { doc, orgId, orgName } = found;
  const late = faultOfReview(reviewOn, now);
  if (late !== undefined) return reject('BAD_INPUT', { reviewOn: late });
  const kase = await get('cases', doc.caseId);
  if (!kase) return reject('CASE_NOT_FOUND', { answerId: '办件不在了。' });
  const words = await publicWords(context, said, kase);
  if (isRejection(words)) return words;
  return transact(async (tx) => {
    const before = (await tx.get('answers', answerId)) ?? doc;
    const isDone = await isRecorded(tx, context, { kind: 'answer', id: answerId });
    if (isRejection(isDone)) return isDone;
    if (isDone) return { answerId, publishedAt: before.publishedAt ?? now };
    const by = { id: who._id, name: who.name };
    const after: AnswerDoc = { ...before, ...words, orgId, orgName, reviewOn, by };
    await tx.put('answers', { ...after, state: 'public', publishedAt: now, why: undefined, at: now });
    const isPublic = before.state === 'public';
    const entry = { what: 'answer.publish', orgId } as const;
    const was = isPublic ? { before: factsOf(before, now) } : {};
    await record(tx, context, entryOf(after, { ...entry, ...was, after: factsOf(after, now) }));
    return { answerId, publishedAt: now };
  });
};

const factsOf = ({ question, answer, source, reviewOn }: AnswerDoc, now: number) => ({
  name: question,
  answer,
  source: saySource(source),
  review: `${reviewOn}（${sayDay(now, now)}看过）`,
});
