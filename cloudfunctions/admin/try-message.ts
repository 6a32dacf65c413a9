import { isRejection } from '../../contract/errors';
import { trialMessage } from '../kit/trial';
import type { HandlerOf } from '../kit/serve';
import { overseenUnit } from '../kit/units';

/** 给我发一条试试: a message of a kind to the caller, who has just said yes to it in WeChat's dialog. `notify` sends it. */
export const tryMessage: HandlerOf<'admin.tryMessage'> = async (context, { orgId, kind }) => {
  const unit = await overseenUnit(context, 'admin.tryMessage', orgId);
  if (isRejection(unit)) return unit;
  const { who, requestId } = context;
  return trialMessage({ to: who._id, kind, requestId });
};
