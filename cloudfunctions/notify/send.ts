import * as cloud from 'wx-server-sdk';
import templates from '../../config/templates.json';
import type { Answer } from '../domain/delivery/delivery';
import type { NoticeDoc } from '../domain/documents';
import { codeOf } from '../kit/permission';
import { isBroken } from '../kit/probe';

/** Sends one subscribe message and gives WeChat's answer: 0, an error code, or undefined where none came. */
export async function send(
  openid: string,
  { template, page }: Pick<NoticeDoc, 'template' | 'page'>,
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
    // A call that broke may have arrived.
    return typeof code === 'number' && !isBroken(code) ? code : undefined;
  }
}
