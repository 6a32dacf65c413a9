import type { ActionName, Input, Output, Reply } from '../../contract/actions';
import { startTrialCloud } from '../../scripts/demo-cloud';

export { MONDAY } from '../../scripts/demo-cloud';

export interface TestCloud {
  url: string;
  /** Calls an action as a demo person (`rs-01`) and gives the reply as it came. */
  call<N extends ActionName>(
    person: string,
    name: N,
    input: Input<N>,
    requestId?: string,
  ): Promise<Reply<Output<N>>>;
  /** The same, for a call that must succeed. */
  ok<N extends ActionName>(person: string, name: N, input: Input<N>, requestId?: string): Promise<Output<N>>;
  /** Posts anything to a function. */
  post(path: string, body: unknown, token?: string): Promise<Reply<unknown>>;
  token(person: string): Promise<string>;
  /** A token for somebody whom WeChat knows and the register may not. */
  tokenOf(openid: string): string;
  setClock(at: number): Promise<void>;
  timer(name: 'notify' | 'sweep'): Promise<Record<string, number>>;
  local<T>(path: string, body?: unknown): Promise<T>;
  close(): Promise<void>;
}

let requests = 0;
export const freshId = () => `test-${process.pid}-${(requests += 1)}`;

/** The built functions behind a local cloud of their own: fresh demo data, the clock at MONDAY, timers by hand. */
export async function startTestCloud(options: { staticDir?: string } = {}): Promise<TestCloud> {
  const cloud = await startTrialCloud({ quiet: !process.env.NOISY, ...options });
  const local = async <T>(path: string, body?: unknown): Promise<T> => {
    const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
    const response = await fetch(`${cloud.url}/_local/${path}`, init);
    const answer: unknown = await response.json();
    if (!response.ok) throw new Error(`/_local/${path}: ${JSON.stringify(answer)}`);
    return answer as T;
  };
  const people = await local<{ id: string; token: string }[]>('people');
  const token = async (person: string) => {
    const found = people.find((one) => one.id === person);
    if (!found) throw new Error(`nobody is called ${person}`);
    return found.token;
  };
  const post = async (path: string, body: unknown, bearer?: string) => {
    const response = await fetch(`${cloud.url}/v1/functions/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(bearer && { authorization: `Bearer ${bearer}` }) },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    expect(response.status).toBe(200);
    return (await response.json()) as Reply<unknown>;
  };
  const call: TestCloud['call'] = async (person, name, input, requestId = freshId()) => {
    const [fn = '', action] = name.split('.');
    return (await post(fn, { action, requestId, input }, await token(person))) as Reply<never>;
  };
  return {
    url: cloud.url,
    call,
    async ok(person, name, input, requestId) {
      const reply = await call(person, name, input, requestId);
      if (!reply.ok) throw new Error(`${name} as ${person}: ${JSON.stringify(reply)}`);
      return reply.data;
    },
    post,
    token,
    tokenOf: (openid) => cloud.identity.tokenOf(openid),
    setClock: (at) => local('clock', { at, frozen: true }),
    async timer(name) {
      const { result } = await local<{ result: { ok: boolean; data: Record<string, number> } }>(
        `timers/${name}`,
        {},
      );
      expect(result.ok).toBe(true);
      return result.data;
    },
    local,
    close: cloud.close,
  };
}
