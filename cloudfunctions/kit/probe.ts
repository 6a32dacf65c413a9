import * as cloud from 'wx-server-sdk';
import * as v from 'valibot';
import type { WechatCall } from '../domain/check/calls';
import type { Template } from '../domain/check/templates';
import { isOurs } from './context';
import { describe, log } from './log';
import { codeOf } from './permission';

/**
 * WeChat grants each function its calls by itself, and only the function can find out whether it has them: so each that calls WeChat
 * tries its own when `admin` asks. What is tried does nothing: a code that is none, a person who is nobody.
 */
export const probed = ['account', 'notify', 'reviews', 'sweep', 'units'] as const;

/** What a function's calls answered: WeChat's code, or null where there was no answer. */
export interface Probe {
  codes: Partial<Record<WechatCall, number | null>>;
  /** the account's own, where the function may look at them */
  templates?: Template[];
}

/** Makes one call; `openid` is a person who is here now, or empty. It may find something on the way. */
type Try = (openid: string) => Promise<Pick<Probe, 'templates'> | void>;

const asked = v.object({ probe: v.object({ openid: v.string() }) });
type Main = (event: unknown) => Promise<unknown>;

/** The entry of a function that calls WeChat: a function of ours may have its calls tried, everything else goes to `main`. */
export function withProbe(tries: Partial<Record<WechatCall, Try>>, main: Main): Main {
  return async (event) => {
    const parsed = v.safeParse(asked, event);
    if (!parsed.success || !isOurs()) return main(event);
    const probe: Probe = { codes: {} };
    for (const [api, attempt] of Object.entries(tries) as [WechatCall, Try][]) {
      try {
        const found = await attempt(parsed.output.probe.openid);
        Object.assign(probe, found);
        probe.codes[api] = 0;
      } catch (error) {
        const code = codeOf(error);
        probe.codes[api] = typeof code === 'number' && !isBroken(code) ? code : null;
      }
    }
    return probe;
  };
}

/** What the SDK says when the call itself broke. */
export const isBroken = (code: number): boolean => code === -501001 || code === -501002;

const answered = v.object({
  codes: v.record(v.string(), v.nullable(v.number())),
  templates: v.optional(v.array(v.object({ id: v.string(), content: v.string() }))),
});

/** Has a function try its calls. Undefined where it does not answer. Never throws. */
export async function probeOf(name: string, openid: string): Promise<Probe | undefined> {
  try {
    const { result } = (await cloud.callFunction({ name, data: { probe: { openid } } })) as {
      result?: unknown;
    };
    return v.parse(answered, result) as Probe;
  } catch (error) {
    log({
      function: name,
      action: 'probe',
      requestId: name,
      ms: 0,
      code: 'INTERNAL',
      error: describe(error),
    });
    return undefined;
  }
}
