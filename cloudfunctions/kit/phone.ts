import * as cloud from 'wx-server-sdk';
import { type Rejection, reject } from '../../contract/errors';
import { dialled } from '../../contract/phone';
import type { Verified } from '../../contract/models';
import type { Visitor } from './context';
import { describe, log } from './log';
import { codeOf, notePermission } from './permission';

/** Used before, older than five minutes, or given to another person. */
const DEAD = 40029;

/** WeChat's number for a code; with the openid it takes the code of this person alone. Throws what the SDK throws. */
export async function askNumber(code: string, openid: string): Promise<string> {
  const options = { code, openid } as { code: string };
  const { phoneInfo } = (await cloud.openapi.phonenumber.getPhoneNumber(options)) as {
    phoneInfo?: { phoneNumber?: unknown };
  };
  return String(phoneInfo?.phoneNumber ?? '');
}

/**
 * A person's number: WeChat's for the code of `getPhoneNumber`, which verifies it, else the one that was typed. A code is good once:
 * ask only when everything else is right. Errors: PHONE_CODE_DEAD, PHONE_CODE_DOWN, BAD_INPUT where there is neither.
 */
export async function numberOf(
  { openid, requestId, now }: Visitor,
  { phone, phoneCode }: { phone?: string; phoneCode?: string },
): Promise<{ phone: string; verified?: Verified } | Rejection> {
  if (phoneCode === undefined)
    return phone === undefined
      ? reject('BAD_INPUT', { phone: '请填写电话，或点一下用微信的手机号。' })
      : { phone };
  try {
    const number = dialled(await askNumber(phoneCode, openid));
    if (number) return { phone: number, verified: 'platform' };
    return reject('PHONE_CODE_DOWN', { phone: '微信的号码不是国内的号码，请填一个打得通的。' });
  } catch (error) {
    if (codeOf(error) === DEAD) return reject('PHONE_CODE_DEAD', { phoneCode: '请再点一次，或自己填电话。' });
    await notePermission(error, 'account', 'phonenumber.getPhoneNumber', now);
    log({
      function: 'account',
      action: 'getPhoneNumber',
      requestId,
      ms: 0,
      code: 'PHONE_CODE_DOWN',
      error: describe(error),
    });
    return reject('PHONE_CODE_DOWN', { phone: '请自己填电话。' });
  }
}
