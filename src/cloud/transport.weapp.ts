import Taro from '@tarojs/taro';
import type { CallEvent, FunctionName, Reply } from 'contract/actions';
import { pageErrors } from 'contract/page-errors';
import { CallError, offlineMessage } from './call-error';

export function connect() {
  const env = process.env.TARO_APP_CLOUD_ENV;
  Taro.cloud.init({ traceUser: true, ...(env ? { env } : {}) });
}

export async function send(name: FunctionName, event: CallEvent): Promise<Reply<unknown>> {
  try {
    const { result } = await Taro.cloud.callFunction({ name, data: event });
    return result as unknown as Reply<unknown>; // the border: a function of ours always answers a Reply
  } catch (failure) {
    throw isPlatformRefusal(failure)
      ? new CallError('INTERNAL', pageErrors.INTERNAL, event.requestId)
      : new CallError('OFFLINE', offlineMessage, event.requestId);
  }
}

/**
 * The platform answered, and said no: it gives a code of six digits (-501000 no such resource, -504002 the function
 * threw, -404011 …). A lost signal or a timeout on the way has only words. -504003 is the function's own timeout:
 * what it did is not known, so it counts as no answer.
 */
function isPlatformRefusal(failure: unknown): boolean {
  const said = failure instanceof Error ? failure.message : JSON.stringify(failure ?? '');
  return /-(40|50|60)\d{4}/.test(said) && !/-504003|timeout/i.test(said);
}
