import * as cloud from 'wx-server-sdk';
import templates from '../../config/templates.json';
import type { Answer } from '../domain/delivery/delivery';
import type { NoticeDoc } from '../domain/documents';
import { codeOf } from '../kit/permission';

/** What the SDK says when the call itself broke: it may have arrived. */
const BROKEN = [-501001, -501002];

/** Sends one subscribe message and gives WeChat's answer: 0, an error code, or undefined where none came. */
export async function send(
  openid: string,
  { template, page }: NoticeDoc,
  data: Record<string, { value: string }>,
): Promise<Answer> {
  try {
    await cloud.openapi.subscribeMessage.send({
      touser: openid,
      templateId: templates[template],
      page,
      data,
    });
    return 0;
  } catch (error) {
    const code = codeOf(error);
    return typeof code === 'number' && !BROKEN.includes(code) ? code : undefined;
  }
}
