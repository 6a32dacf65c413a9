import * as cloud from 'wx-server-sdk';
import templates from '../../config/templates.json';
import type { NoticeDoc, PendingNotice } from '../domain/documents';
import { messageOf } from '../domain/message';
import { get } from '../kit/store';

/** Not subscribed, used up or refused: the inbox has it, and that is all there is to do. */
const NOT_SUBSCRIBED = 43101;
/** Time-outs of the call itself: it may have arrived. There is no key to ask WeChat by. */
const UNKNOWN = [-604102, -604103, -501001, -501002];

/** Sends a notice as a subscribe message and tells what became of it; never throws for WeChat's sake. */
export async function send(notice: PendingNotice, now: number): Promise<NoticeDoc['delivery']> {
  // A unit has an inbox but no WeChat, and so has a person who was taken out of the register meanwhile.
  const person = await get('people', notice.to);
  if (!person?.openid) return { state: 'inbox_only', at: now };
  try {
    await cloud.openapi.subscribeMessage.send({
      touser: person.openid,
      templateId: templates[notice.template],
      page: notice.page,
      data: messageOf(notice),
    });
    return { state: 'sent', at: now };
  } catch (error) {
    const code = codeOf(error);
    if (code === NOT_SUBSCRIBED) return { state: 'inbox_only', code, at: now };
    return { state: code === undefined || UNKNOWN.includes(code) ? 'unknown' : 'failed', code, at: now };
  }
}

function codeOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('errCode' in error)) return undefined;
  return typeof error.errCode === 'number' ? error.errCode : undefined;
}
