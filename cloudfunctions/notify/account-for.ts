import { type Answer, ruleFor } from '../domain/delivery/delivery';
import type { NoticeTemplate } from '../domain/documents';
import { raiseAlarm } from '../kit/alarms';
import { updateOne } from '../kit/store';

/** What WeChat's answer to a sending means for the reader's quota and for the template. */
export async function accountFor(
  personId: string,
  template: NoticeTemplate,
  answer: Answer,
  now: number,
): Promise<void> {
  const { quota, alarm, why } = ruleFor(answer);
  const path = `left.${template}`;
  if (quota === 'none') await updateOne('subscribers', { _id: personId }, { [path]: 0 });
  if (quota === 'back') await updateOne('subscribers', { _id: personId }, {}, { [path]: 1 });
  if (alarm) await raiseAlarm({ kind: alarm, template, code: answer, why }, now);
}
