import { type Rejection, isRejection, reject } from '../../contract/errors';
import type { Level } from '../../contract/words';
import type { CaseDoc, ReviewDoc } from '../domain/documents';
import { maskText } from '../domain/mask';
import { isBad, strangeTags } from '../domain/review';
import { advance } from '../domain/timeline';
import { permitted, stepBy } from '../kit/cases';
import type { Context } from '../kit/context';
import type { HandlerOf } from '../kit/serve';
import { transact } from '../kit/store';
import { changed } from '../kit/write';

/** The resident rates a completed case, once. The review and its mark in the case are written together. */
export const submit: HandlerOf<'reviews.submit'> = async (context, { caseId, level, tags, text }) => {
  const strange = strangeTags(level, tags);
  if (strange.length > 0)
    return reject('BAD_INPUT', { tags: `“${strange.join('、')}”和这个满意程度不合,请去掉。` });
  return transact(async (tx) => {
    const found = await tx.get('cases', caseId);
    const kase = permitted('reviews.submit', context.who, found, '只有提出请求的人能评价。');
    if (isRejection(kase)) return kase;
    const rated = rate(context, kase, level);
    if (isRejection(rated)) return rated;
    if (rated === 'repeated') return { caseId, level: kase.reviewLevel ?? level };
    await tx.add(
      'reviews',
      reviewOf(kase, level, tags, text === undefined ? undefined : maskText(text), context.now),
    );
    await tx.update('cases', caseId, changed(kase, rated));
    return { caseId, level };
  });
};

function rate(context: Context, kase: CaseDoc, level: Level): CaseDoc | Rejection | 'repeated' {
  if (kase.events.some((event) => event.do === 'review' && event.requestId === context.requestId))
    return 'repeated';
  if (kase.reviewLevel !== undefined) return reject('ALREADY_REVIEWED', { caseId: '已经评价过了。' });
  if (kase.state !== 'completed') return reject('NOT_FINISHED', { caseId: '还没有办结。' });
  return advance(kase, stepBy(context, kase, 'review'), { reviewLevel: level });
}

function reviewOf(
  kase: CaseDoc,
  level: Level,
  tags: string[],
  text: string | undefined,
  at: number,
): ReviewDoc {
  const { _id, no, serviceCode, serviceName, unit } = kase;
  return { _id, no, serviceCode, serviceName, unit, level, bad: isBad(level), tags, text, at };
}
