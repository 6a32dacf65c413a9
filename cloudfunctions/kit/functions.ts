import * as cloud from 'wx-server-sdk';
import { describe, log } from './log';

/** Calls a function that time drives, and waits for it. Never throws: false when it did not do its work. */
export async function callFunction(name: string): Promise<boolean> {
  try {
    const { result } = (await cloud.callFunction({ name, data: {} })) as unknown as {
      result?: { ok?: boolean };
    };
    return result?.ok === true;
  } catch (error) {
    log({ function: name, action: 'call', requestId: name, ms: 0, code: 'INTERNAL', error: describe(error) });
    return false;
  }
}
