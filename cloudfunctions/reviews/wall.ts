import { reject } from '../../contract/errors';
import { wallOf } from '../domain/review/batch';
import { org } from '../kit/reference';
import type { HandlerOf } from '../kit/serve';
import { find } from '../kit/store';

const SHOWN = 12;

/** 回音墙: what residents agreed that neighbours may read and a manager let through. Errors: UNIT_NOT_FOUND. */
export const wall: HandlerOf<'reviews.wall'> = async ({ who }, { orgId = who.unit.community }) => {
  const unit = orgId === undefined ? undefined : await org(orgId);
  if (unit?.tier !== 'community') return reject('UNIT_NOT_FOUND', { orgId: '没有这个社区。' });
  const query = { owner: wallOf(unit._id) };
  const batches = await find('batches', query, { orderBy: [['month', 'desc']], limit: SHOWN });
  return {
    orgName: unit.name,
    batches: batches.map(({ month, entries }) => ({
      month,
      entries: entries.map(({ id, level, tags, text = '', answer }) => ({ id, level, tags, text, answer })),
    })),
  };
};
