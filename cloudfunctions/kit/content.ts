import * as cloud from 'wx-server-sdk';
import type { Verdict } from '../domain/content';
import { codeOf, notePermission } from './permission';

/** A comment, among WeChat's scenes of use. */
const COMMENT = 2;
/** 61010: the person of this openid has not been here for two hours. 40003: WeChat does not know them. */
const CANNOT_SAY = [61010, 40003];
/** How the first version of the check said `risky`. */
const RISKY = 87014;

/** Asks WeChat's content security about a person's words. Never throws: no answer is an answer. */
export async function checkText(
  openid: string,
  content: string,
  now: number,
  asker = 'reviews',
): Promise<Verdict> {
  try {
    const { result } = (await cloud.openapi.security.msgSecCheck({
      content,
      version: 2,
      scene: COMMENT,
      openid,
    })) as { result?: { suggest?: string } };
    if (result?.suggest === 'pass') return 'pass';
    return result?.suggest === 'risky' ? 'risky' : 'unsure';
  } catch (error) {
    const code = codeOf(error);
    await notePermission(error, asker, '检查文字', now);
    if (code === RISKY) return 'risky';
    return CANNOT_SAY.some((one) => one === code) ? 'unsure' : 'down';
  }
}
