import type { NoticeSettings } from '../../../contract/models';
import { type NoticeKind, noticeKinds } from '../../../contract/words';
import type { SubscriberDoc } from '../documents';

/** How a person is reached by WeChat, before they have said anything. */
export function newSubscriber(personId: string): SubscriberDoc {
  return { _id: personId, left: {}, refused: {}, muted: [], quiet: true, counted: [] };
}

/** Requests remembered so that a repeat counts once; more than a phone can have on their way. */
const REMEMBERED = 20;

/** What was answered in WeChat's dialog. */
interface Answers {
  accepted: readonly NoticeKind[];
  refused: readonly NoticeKind[];
}

/**
 * One more message of each kind that was accepted in WeChat's dialog; a no is remembered until the next yes. A request
 * that was counted before changes nothing.
 */
export function subscribed(
  subscriber: SubscriberDoc,
  { accepted, refused }: Answers,
  requestId: string,
  now: number,
): Partial<SubscriberDoc> {
  if (subscriber.counted.includes(requestId)) return {};
  const left = { ...subscriber.left };
  for (const kind of new Set(accepted)) left[kind] = (left[kind] ?? 0) + 1;
  return {
    left,
    refused: { ...without(subscriber.refused, accepted), ...atOnce(refused, now) },
    counted: [requestId, ...subscriber.counted].slice(0, REMEMBERED),
  };
}

/**
 * One “yes” less, for a message that a person asked for themselves; undefined where there is none, `again` where this request had its
 * message.
 */
export function spent(
  { left, counted }: SubscriberDoc,
  kind: NoticeKind,
  requestId: string,
): Partial<SubscriberDoc> | 'again' | undefined {
  if (counted.includes(requestId)) return 'again';
  const has = left[kind] ?? 0;
  if (has === 0) return undefined;
  return { left: { ...left, [kind]: has - 1 }, counted: [requestId, ...counted].slice(0, REMEMBERED) };
}

/**
 * What the platform itself tells of a person's choice. A no in the dialog is remembered; a no in WeChat's settings
 * ends what was left as well. A yes in the dialog is counted by the mini-program (`account.subscribed`), not again here.
 */
export function chose(
  subscriber: SubscriberDoc,
  where: 'dialog' | 'settings',
  { accepted, refused }: Answers,
  now: number,
): Partial<SubscriberDoc> {
  return {
    left: where === 'settings' ? without(subscriber.left, refused) : subscriber.left,
    refused: { ...without(subscriber.refused, accepted), ...atOnce(refused, now) },
  };
}

const atOnce = (kinds: readonly NoticeKind[], now: number) =>
  Object.fromEntries(kinds.map((kind) => [kind, now]));

function without(
  table: Partial<Record<NoticeKind, number>>,
  kinds: readonly NoticeKind[],
): Partial<Record<NoticeKind, number>> {
  return Object.fromEntries(Object.entries(table).filter(([kind]) => !kinds.some((one) => one === kind)));
}

export function settingsOf(
  { left, refused, muted, quiet }: SubscriberDoc,
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
      refusedAt: refused[kind],
    })),
  };
}
