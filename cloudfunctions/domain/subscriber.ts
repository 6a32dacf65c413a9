import type { NoticeSettings } from '../../contract/models';
import { type NoticeKind, noticeKinds } from '../../contract/words';
import type { SubscriberDoc } from './documents';

/** How somebody is reached by WeChat, before they have said anything. */
export function newSubscriber(personId: string, openid: string): SubscriberDoc {
  return { _id: personId, openid, left: {}, muted: [], quiet: true, readAt: 0, counted: [] };
}

/** Requests remembered so that a repeat counts once; more than a phone can have on their way. */
const REMEMBERED = 20;

/** One more message of each kind that was accepted in WeChat's dialog. A request that was counted before changes nothing. */
export function subscribed(
  subscriber: SubscriberDoc,
  accepted: readonly NoticeKind[],
  requestId: string,
): Partial<SubscriberDoc> {
  if (subscriber.counted.includes(requestId)) return {};
  const left = { ...subscriber.left };
  for (const kind of new Set(accepted)) left[kind] = (left[kind] ?? 0) + 1;
  return { left, counted: [requestId, ...subscriber.counted].slice(0, REMEMBERED) };
}

export function settingsOf(
  { left, muted, quiet }: SubscriberDoc,
  templates: Record<NoticeKind, string>,
): NoticeSettings {
  const kinds = Object.keys(noticeKinds) as NoticeKind[];
  return {
    quiet,
    kinds: kinds.map((kind) => ({
      kind,
      templateId: templates[kind],
      isMuted: muted.includes(kind),
      left: left[kind] ?? 0,
    })),
  };
}
