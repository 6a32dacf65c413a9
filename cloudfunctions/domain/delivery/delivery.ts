import { addDays, dayOf, instantOf, timeOf } from '../../../contract/time';
import type { NoticeDoc, NoticeTemplate, PersonDoc, SubscriberDoc } from '../documents';

/**
 * What becomes of a notice on its way to WeChat. WeChat gives one message for each “yes”, never says how many are left, and
 * fails in twenty ways: one table says what each failure means. Source: docs/wechat.md, "Subscribe messages".
 */

/** What WeChat, or the call to it, answered: 0, an error code, or nothing that can be known. */
export type Answer = number | undefined;

interface Rule {
  /** the notice ends so; or it is tried again */
  then: 'sent' | 'inbox_only' | 'failed' | 'unknown' | 'later' | 'tomorrow' | 'neutral';
  /** what becomes of the “yes” that was taken for it */
  quota: 'spent' | 'back' | 'none';
  /** an admin must look: the template or the deployment is wrong */
  alarm?: 'template' | 'config' | 'data';
  why: string;
}

const minuteMs = 60_000;

/** By WeChat's `errcode`, or the cloud's. Whatever is not here is nothing to repeat. */
const rules: Record<number, Rule> = {
  0: { then: 'sent', quota: 'spent', why: '已发到微信' },
  43101: { then: 'inbox_only', quota: 'none', why: '本人没有同意，或者次数用完了' },
  47003: { then: 'failed', quota: 'back', alarm: 'data', why: '有一项内容微信不收' },
  40003: { then: 'failed', quota: 'back', why: '微信不认识这个人' },
  40037: { then: 'failed', quota: 'back', alarm: 'template', why: '模板编号不对' },
  41030: { then: 'failed', quota: 'back', alarm: 'config', why: '打开的页面不对' },
  43107: { then: 'failed', quota: 'back', alarm: 'template', why: '模板被微信停用' },
  45168: { then: 'neutral', quota: 'back', why: '微信说内容敏感' },
  43108: { then: 'later', quota: 'back', why: '同时给这个人发了两条' },
  44991: { then: 'later', quota: 'back', why: '一分钟里发得太多' },
  45011: { then: 'later', quota: 'back', why: '一分钟里发得太多' },
  45009: { then: 'tomorrow', quota: 'back', why: '今天发得太多' },
  [-1]: { then: 'later', quota: 'back', why: '微信忙' },
  48001: { then: 'failed', quota: 'back', alarm: 'config', why: '没有发消息的权限' },
  [-604101]: { then: 'failed', quota: 'back', alarm: 'config', why: '云函数没有声明发消息的权限' },
  [-604100]: { then: 'failed', quota: 'back', alarm: 'config', why: '没有这个接口' },
  // No key to ask WeChat by: it may have arrived.
  [-604102]: { then: 'unknown', quota: 'spent', why: '没有等到微信的回音' },
  [-604103]: { then: 'unknown', quota: 'spent', why: '没有等到微信的回音' },
};
const unheard: Rule = { then: 'unknown', quota: 'spent', why: '没有等到微信的回音' };
const strange: Rule = { then: 'failed', quota: 'back', alarm: 'config', why: '微信回了不认识的代码' };

export function ruleFor(answer: Answer): Rule {
  return answer === undefined ? unheard : (rules[answer] ?? strange);
}

/** How often one notice may be sent in all; an unknown outcome is tried at most once more. */
const TRIES = 4;
const UNKNOWN_TRIES = 2;

/** `sendAt`: when it is tried again; undefined: this was the last word. */
export type Sequel = Pick<NoticeDoc, 'state' | 'stateAt' | 'code' | 'why' | 'sendAt' | 'isNeutral'>;

/** What follows for a notice from WeChat's answer to its `tries`-th sending. */
export function sequelOf(notice: NoticeDoc, answer: Answer, now: number): Sequel {
  const rule = ruleFor(answer);
  const { tries } = notice;
  const said = { stateAt: now, code: answer, why: rule.why, isNeutral: notice.isNeutral };
  const end = (state: NoticeDoc['state']): Sequel => ({ ...said, state, sendAt: undefined });
  const again = (sendAt: number, isNeutral = notice.isNeutral): Sequel => ({
    ...said,
    state: 'waiting',
    sendAt,
    isNeutral,
  });
  switch (rule.then) {
    case 'later':
      return tries >= TRIES ? end('failed') : again(now + minuteMs * 2 ** (tries - 1));
    case 'tomorrow':
      return tries >= TRIES ? end('failed') : again(instantOf(addDays(dayOf(now), 1), '07:00'));
    case 'neutral':
      return notice.isNeutral ? end('failed') : again(now, true);
    case 'unknown':
      return tries >= UNKNOWN_TRIES ? end('unknown') : again(now + minuteMs);
    default:
      return end(rule.then);
  }
}

/** 22:00—7:00, for what can wait. */
const QUIET = { from: '22:00', to: '07:00' } as const;

/** When a notice may be sent: at once, or, where it can wait, at the end of the reader's quiet hours. */
export function sendAtFor(urgency: NoticeDoc['urgency'], isQuiet: boolean, now: number): number {
  if (urgency === 'now' || !isQuiet) return now;
  const time = timeOf(now);
  if (time >= QUIET.from) return instantOf(addDays(dayOf(now), 1), QUIET.to);
  return time < QUIET.to ? instantOf(dayOf(now), QUIET.to) : now;
}

/** Templates by which nothing goes out now. */
export interface Closed {
  /** no id of WeChat's is written down for them */
  missing: readonly NoticeTemplate[];
  /** in trouble, until an admin says that it is mended */
  stopped: readonly NoticeTemplate[];
}

/** Why a notice stays in the inbox without asking WeChat; undefined where it may be tried. */
export function heldBack(
  { template, opens }: NoticeDoc,
  person: PersonDoc | undefined,
  subscriber: SubscriberDoc | undefined,
  { missing, stopped }: Closed,
): string | undefined {
  if (opens === 'manager') return '发给单位的，只在小程序里';
  if (!person) return '这个人已经不在册';
  if (!person.openid) return '这个人没有用微信';
  if (subscriber?.muted.includes(template)) return '本人关了这一类';
  if (missing.includes(template)) return '模板编号还没有填';
  if (stopped.includes(template)) return '模板停用，等人处理';
  return (subscriber?.left[template] ?? 0) > 0 ? undefined : '本人没有同意，或者次数用完了';
}

/** What must be known: a paper that is missing, an end. The rest can wait for the next look at the phone. */
const MUST: readonly NoticeTemplate[] = ['supplement', 'result'];
/** A resident who has not looked into the inbox for so long will not find it there. */
const AWAY_MS = 3 * 86_400_000;

/**
 * Does the agent have to call, since no message reaches this resident: no WeChat at all, or a message that could not be
 * sent and an inbox that is not looked into? Rule: docs/domain.md, "Notices".
 */
export function needsCall(notice: NoticeDoc, person: PersonDoc | undefined, now: number): boolean {
  if (notice.opens !== 'resident' || notice.noCall || !person) return false;
  return !person.openid || (MUST.includes(notice.template) && (person.readAt ?? 0) < now - AWAY_MS);
}

/** What did not arrive, as far as we know: an admin may have it sent once more. */
export const repeatable: readonly NoticeDoc['state'][] = ['failed', 'unknown', 'inbox_only'];

/**
 * What the platform's own word on a sending (`subscribe_msg_sent_event`, 0 or an error code) makes of the notice;
 * undefined where it is no news.
 */
export function heardOf(notice: NoticeDoc, code: number, now: number): Sequel | undefined {
  const isKnown = notice.state === 'sent' || notice.state === 'failed' || notice.state === 'inbox_only';
  const { then, why } = ruleFor(code);
  const state = then === 'sent' || then === 'inbox_only' ? then : 'failed';
  if (isKnown && (notice.state === state || notice.state !== 'sent')) return undefined;
  return { state, stateAt: now, code, why, sendAt: undefined, isNeutral: notice.isNeutral };
}
