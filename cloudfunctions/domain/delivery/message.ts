import { shanghai } from '../../../contract/time';
import type { NoticeDoc, PendingNotice } from '../documents';

/**
 * Notices as subscribe messages: WeChat refuses a keyword that is too long, empty or of the wrong kind (47003), so it is
 * cut before sending. Limits: docs/wechat.md, "Subscribe messages"; keywords as applied for, see config/README.md.
 */
type Message = Record<(typeof keywords)[number], { value: string }>;
/** The keywords of every template, in their order. */
export const keywords = ['thing1', 'phrase2', 'thing3', 'time4', 'character_string5'] as const;

/** What of a notice a message tells. */
type Said = Pick<PendingNotice, 'serviceName' | 'phrase' | 'brief' | 'at' | 'no'>;

/** One notice. In neutral words where WeChat called its own sensitive. */
export function messageOf(notice: Pick<NoticeDoc, 'isNeutral'> & Said): Message {
  return messageWith(notice, notice.isNeutral ? '' : notice.brief);
}

/** Several notices of one kind that came due at once, as one message; the newest gives the case. */
export function digestOf(notices: readonly PendingNotice[], newest: PendingNotice): Message {
  return messageWith(newest, `有${notices.length}件新的事，请打开看看`);
}

function messageWith(notice: Said, words: string): Message {
  return {
    thing1: { value: thing(notice.serviceName) },
    phrase2: { value: notice.phrase },
    thing3: { value: thing(words) },
    time4: { value: shanghai(notice.at).format('YYYY年M月D日 HH:mm') },
    character_string5: { value: notice.no },
  };
}

const THING_MAX = 20;
const characters = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/**
 * At most 20 code points on one line, the last one … where it was cut; never cut inside what a reader takes for one
 * character (a family of four is seven code points), never empty. Marks that turn the direction of writing are dropped.
 */
export function thing(text: string): string {
  const line = text
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/\p{Cs}/gu, '')
    .trim();
  if (line === '') return '请打开小程序查看';
  if ([...line].length <= THING_MAX) return line;
  let cut = '';
  for (const { segment } of characters.segment(line)) {
    if ([...cut, ...segment].length > THING_MAX - 1) break;
    cut += segment;
  }
  return `${cut.trimEnd()}…`;
}
