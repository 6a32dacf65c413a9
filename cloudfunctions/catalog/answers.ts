import { publicOf } from '../domain/catalog/answer';
import { holdingAt } from '../kit/answers';
import { findPage } from '../kit/page';
import type { HandlerOf } from '../kit/serve';
import { get } from '../kit/store';
import { placeOf } from './row';

/** 公开问答: what holds where the reader belongs, newest first; or one alone, wherever it holds. */
export const answers: HandlerOf<'catalog.answers'> = async ({ now }, { orgId, id, cursor }) => {
  if (id !== undefined) {
    const doc = await get('answers', id);
    return { answers: doc?.state === 'public' ? [publicOf(doc, now)] : [] };
  }
  const query = holdingAt(await placeOf(orgId));
  const page = await findPage('answers', query, ['publishedAt', 'desc'], cursor);
  return { answers: page.rows.map((doc) => publicOf(doc, now)), cursor: page.cursor };
};
