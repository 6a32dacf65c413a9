import * as cloud from 'wx-server-sdk';
import type { PersonDoc } from '../domain/documents';
import { find } from './store';

/** A caller whom the platform knows; they may be a stranger to the register. */
export interface Visitor {
  openid: string;
  /** epoch milliseconds, the same for the whole call */
  now: number;
  requestId: string;
}

/** A registered person calling an action. */
export interface Context extends Visitor {
  who: PersonDoc;
  /** of the action and its input: the same request says the same (kit/repeat.ts) */
  digest: string;
}

/** The caller's identity: from the platform alone, never from the event. An openid that is empty, or no text, counts as none. */
export function openidOf(): string | undefined {
  const { OPENID } = cloud.getWXContext();
  return typeof OPENID === 'string' && OPENID !== '' ? OPENID : undefined;
}

/**
 * A call by a timer, or by a function of ours that a timer called: the platform says so and there is no person. The event's
 * own words prove nothing. Source: docs/wechat.md, "Cloud functions".
 */
export function isTimer(): boolean {
  const { SOURCE } = cloud.getWXContext();
  return (SOURCE === 'wx_trigger' || SOURCE === 'wx_trigger,scf') && openidOf() === undefined;
}

/** A call by a function of ours, whoever called that: the platform adds it to the chain. */
export function isOurs(): boolean {
  const { SOURCE } = cloud.getWXContext();
  return typeof SOURCE === 'string' && SOURCE.split(',').at(-1) === 'scf';
}

/**
 * A call by who runs the cloud: from its console, or with its keys, as `npm run deploy` does. No person stands behind it, and it comes
 * from no phone. Which SOURCE it has is documented nowhere (docs/decisions/0050): what is let in so tells nothing of anybody.
 */
export function isOperator(): boolean {
  const { SOURCE } = cloud.getWXContext();
  return openidOf() === undefined && !/^wx_(client|devtools)/.test(String(SOURCE ?? ''));
}

/** The register's entry for an openid. */
export async function personOf(openid: string): Promise<PersonDoc | undefined> {
  const [person] = await find('people', { openid }, { orderBy: [], limit: 1 });
  return person;
}
