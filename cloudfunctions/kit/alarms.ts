import type { AlarmDoc, NoticeTemplate } from '../domain/documents';
import { add, find, updateOne } from './store';

/** Templates that nothing is sent by until an admin says that they are mended. */
export async function stoppedTemplates(): Promise<NoticeTemplate[]> {
  const alarms = await find('alarms', { stops: true }, { orderBy: [['_id', 'asc']], limit: 20 });
  return alarms.flatMap((alarm) => alarm.template ?? []);
}

/** One entry a trouble, however often it comes. A trouble of a template stops the template. */
export async function raiseAlarm(
  trouble: Pick<AlarmDoc, 'kind' | 'template' | 'code' | 'why'>,
  now: number,
): Promise<void> {
  const { kind, template = '', code = kind } = trouble;
  const _id = `${template}:${code}`;
  const stops = kind === 'template';
  const isNew = await add('alarms', {
    _id,
    ...trouble,
    firstAt: now,
    lastAt: now,
    count: 1,
    stops,
    open: true,
  });
  if (!isNew)
    await updateOne('alarms', { _id }, { lastAt: now, stops, open: true, mendedAt: undefined }, { count: 1 });
}
