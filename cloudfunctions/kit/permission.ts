import { NOT_ALLOWED, NOT_GRANTED, type WechatCall, wechatCalls } from '../domain/check/calls';
import { raiseAlarm } from './alarms';
import { describe, log } from './log';

/** What WeChat said no with, where it said a number. */
export const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'errCode' in error ? error.errCode : undefined;

/**
 * Tells the district that a function may not make a call of WeChat's: only the cloud can tell, and only a click mends it
 * (docs/wechat.md). Other failures are nothing to it. Never throws: what was asked goes on without.
 */
export async function notePermission(
  error: unknown,
  name: string,
  api: WechatCall,
  now: number,
): Promise<void> {
  const code = codeOf(error);
  if (code !== NOT_GRANTED && code !== NOT_ALLOWED) return;
  const what = wechatCalls[api];
  const why = code === NOT_GRANTED ? `云函数 ${name} 没有${what}的权限` : `小程序没有开通${what}`;
  await raiseAlarm({ kind: 'permission', function: name, code, why }, now).catch((failure: unknown) =>
    log({
      function: name,
      action: 'permission',
      requestId: '',
      ms: 0,
      code: 'STORE_DOWN',
      error: describe(failure),
    }),
  );
}
