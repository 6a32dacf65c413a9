import * as v from 'valibot';
import templates from '../../config/templates.json';
import { heardOf } from '../domain/delivery/delivery';
import type { NoticeTemplate, PersonDoc } from '../domain/documents';
import { chose } from '../domain/delivery/subscriber';
import { find, is, updateOne } from '../kit/store';
import { changeSubscriber } from '../kit/subscribers';

/** WeChat says within minutes what became of a message; it does not mean a notice that was sent earlier than this. */
const RECENT_MS = 86_400_000;
const RECENT = 20;

const entry = v.object({
  TemplateId: v.string(),
  SubscribeStatusString: v.optional(v.string()),
  ErrorCode: v.optional(v.union([v.string(), v.number()])),
});
/** The platform's events about subscribe messages; `List` may be one entry or several. Source: docs/wechat.md, "Subscribe messages". */
const event = v.object({
  Event: v.picklist(['subscribe_msg_popup_event', 'subscribe_msg_change_event', 'subscribe_msg_sent_event']),
  List: v.union([
    v.array(entry),
    v.pipe(
      entry,
      v.transform((one) => [one]),
    ),
  ]),
});

/** What WeChat tells of a person's messages: a no, a yes taken back in its settings, what became of a sending. */
export async function hear(who: PersonDoc, pushed: unknown, now: number): Promise<boolean> {
  const parsed = v.safeParse(event, pushed);
  if (!parsed.success) return false;
  const { Event: name, List: list } = parsed.output;
  if (name === 'subscribe_msg_sent_event') {
    for (const { TemplateId, ErrorCode } of list) await correct(who, TemplateId, Number(ErrorCode), now);
    return true;
  }
  const said = (what: string) =>
    list.filter((one) => one.SubscribeStatusString === what).flatMap(({ TemplateId }) => kindOf(TemplateId));
  const where = name === 'subscribe_msg_change_event' ? 'settings' : 'dialog';
  const answers = { accepted: said('accept'), refused: said('reject') };
  await changeSubscriber({ who }, (subscriber) => chose(subscriber, where, answers, now));
  return true;
}

/** The newest notice of this template that was sent, put right by what WeChat says of it. */
async function correct(who: PersonDoc, templateId: string, code: number, now: number): Promise<void> {
  const [template] = kindOf(templateId);
  if (!template || !Number.isInteger(code)) return;
  const recent = { to: who._id, at: is.gte(now - RECENT_MS) };
  const notices = await find('notices', recent, {
    orderBy: [['at', 'desc']],
    limit: RECENT,
    without: ['text'],
  });
  const sent = notices
    .filter((notice) => notice.template === template && notice.tries > 0)
    .sort((a, b) => b.stateAt - a.stateAt)[0];
  const sequel = sent && heardOf(sent, code, now);
  if (!sequel) return;
  await updateOne('notices', { _id: sent._id, state: sent.state }, sequel);
  if (code === 43101) await changeSubscriber({ who }, ({ left }) => ({ left: { ...left, [template]: 0 } }));
}

function kindOf(templateId: string): NoticeTemplate[] {
  const kinds = Object.keys(templates) as NoticeTemplate[];
  return kinds.filter((kind) => templates[kind] !== '' && templates[kind] === templateId);
}
