import { isRejection } from '../../contract/errors';
import type { HandlerOf } from '../kit/serve';
import { updateOne } from '../kit/store';
import { overseenUnit } from '../kit/units';

/** The trouble of an alarm is mended: the template is sent by again. Twice is the same as once. */
export const clearAlarm: HandlerOf<'admin.clearAlarm'> = async (context, { orgId, alarmId }) => {
  const unit = await overseenUnit(context, 'admin.clearAlarm', orgId);
  if (isRejection(unit)) return unit;
  await updateOne('alarms', { _id: alarmId }, { stops: false, open: false, mendedAt: context.now });
  return { id: alarmId };
};
