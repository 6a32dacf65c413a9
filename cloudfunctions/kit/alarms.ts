import type { AlarmDoc, NoticeTemplate, PersonDoc } from '../domain/documents';
import { maskName } from '../domain/mask';
import { add, find, transact, updateOne } from './store';

/** Templates that nothing is sent by until an admin says that they are mended. */
export async function stoppedTemplates(): Promise<NoticeTemplate[]> {
  const alarms = await find('alarms', { stops: true }, { orderBy: [['_id', 'asc']], limit: 20 });
  return alarms.flatMap((alarm) => alarm.template ?? []);
}

/** One entry a trouble, however often it comes. A trouble of a template stops the template. */
export async function raiseAlarm(
  trouble: Pick<AlarmDoc, 'kind' | 'template' | 'function' | 'code' | 'why'>,
  now: number,
): Promise<void> {
  const { kind, template, function: name, code = kind } = trouble;
  const _id = `${template ?? name ?? ''}:${code}`;
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

/** Names that an entry keeps; as many are reason enough to look. */
const NAMED = 20;

/**
 * A phone said that WeChat does not allow a template. Any phone can say so, so it stops nothing: WeChat's own answer to the next
 * sending does. An admin reads who said it; the same person again is no news, and writes nothing.
 */
export function noteHint(
  template: NoticeTemplate,
  { _id: id, name, posts }: PersonDoc,
  now: number,
): Promise<void> {
  const _id = `${template}:hint`;
  return transact(async (tx) => {
    const before = await tx.get('alarms', _id);
    const said = before?.open ? (before.saidBy ?? []) : [];
    if (said.length >= NAMED || said.some((one) => one.id === id)) return;
    const saidBy = [...said, { id, name: maskName(name), orgName: posts[0]?.orgName ?? '' }];
    const hint = { lastAt: now, count: saidBy.length, saidBy, stops: false, open: true };
    if (before) await tx.update('alarms', _id, { ...hint, mendedAt: undefined });
    else {
      const why = '有人的手机说微信不让用这个模板';
      await tx.add('alarms', { _id, kind: 'hint', template, why, firstAt: now, ...hint });
    }
  });
}
