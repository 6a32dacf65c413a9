import { reject } from '../../contract/errors';
import type { HandlerOf } from '../kit/serve';
import { residentFor } from '../kit/register';
import { open } from './open';

/**
 * Staff write down what a resident asked for by phone, at the counter or at their door. A resident who is not in the register
 * yet is entered there, without WeChat: what they must be told, the agent tells by phone.
 */
export const intake: HandlerOf<'cases.intake'> = async (context, { channel, name, phone, ...wish }) => {
  const { who } = context;
  const post = who.posts.find(({ role, tier }) => role !== 'resident' && tier === 'community');
  if (!post) return reject('FORBIDDEN');
  const { address } = wish;
  const found = await residentFor(who.unit, post, { name, phone, address });
  const by = { part: post.role === 'agent' ? 'agent' : 'manager', id: who._id, name: who.name } as const;
  return open(context, { ...found, channel, by }, { ...wish, phone });
};
