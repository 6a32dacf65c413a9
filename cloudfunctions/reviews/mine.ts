import { batchViewOf } from '../domain/review/batch';
import type { HandlerOf } from '../kit/serve';
import { find } from '../kit/store';

const SHOWN = 12;

/** All that an agent ever learns of their ratings: whole batches, newest first. Nothing here tells of a single case or moment. */
export const mine: HandlerOf<'reviews.mine'> = async ({ who }) => {
  const batches = await find('batches', { owner: who._id }, { orderBy: [['month', 'desc']], limit: SHOWN });
  return { batches: batches.map(batchViewOf) };
};
