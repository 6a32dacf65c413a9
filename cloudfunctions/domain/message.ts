import { shanghai } from '../../contract/time';
import type { PendingNotice } from './documents';

/**
 * A notice as a subscribe message: WeChat refuses a keyword that is too long, empty or of the wrong kind (47003), so
 * it is cut before sending. Limits: wechat-platform.md section 1; keywords as applied for, see config/README.md.
 */
export function messageOf(notice: PendingNotice): Record<string, { value: string }> {
  return {
    thing1: { value: thing(notice.serviceName) },
    phrase2: { value: notice.phrase },
    thing3: { value: thing(notice.text) },
    time4: { value: shanghai(notice.at).format('YYYY年M月D日 HH:mm') },
    character_string5: { value: notice.no },
  };
}

const THING_MAX = 20;

/** At most 20 characters on one line, counted by code point, the last one … where it was cut; never empty. */
export function thing(text: string): string {
  const line = [...text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim()];
  if (line.length === 0) return '请打开小程序查看';
  return line.length <= THING_MAX ? line.join('') : `${line.slice(0, THING_MAX - 1).join('')}…`;
}
