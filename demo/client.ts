import type { ActionName, Input, Output, Reply } from '../contract/actions';

/** A local cloud as its people reach it over HTTP, in whatever process it runs. */
export interface Client {
  url: string;
  /** The token of a demo person (`rs-01`). */
  token(person: string): string;
  /** Posts anything to a function, as the person of the token, and gives the reply as it came. */
  post(name: string, body: unknown, token?: string): Promise<Reply<unknown>>;
  /** Calls an action as a demo person and gives the reply as it came. */
  call<N extends ActionName>(
    person: string,
    name: N,
    input: Input<N>,
    requestId?: string,
  ): Promise<Reply<Output<N>>>;
  /** The same, for a call that must succeed. */
  ok<N extends ActionName>(person: string, name: N, input: Input<N>, requestId?: string): Promise<Output<N>>;
  /** Asks one of the levers of `/_local`; with a body it is posted. */
  local<T>(path: string, body?: object): Promise<T>;
  /** Stops the cloud's clock at this instant. */
  setClock(at: number): Promise<void>;
}

let requests = 0;
export const freshId = () => `client-${process.pid}-${(requests += 1)}`;

/** Learns the demo people of the local cloud at `url`. Its methods throw where the cloud does not answer as it should. */
export async function connect(url: string): Promise<Client> {
  const local = async <T>(path: string, body?: object): Promise<T> => {
    const init = body && { method: 'POST', body: JSON.stringify(body) };
    const response = await fetch(`${url}/_local/${path}`, init);
    const answer: unknown = await response.json();
    if (!response.ok) throw new Error(`/_local/${path}: ${JSON.stringify(answer)}`);
    return answer as T;
  };
  const people = await local<{ id: string; token: string }[]>('people');
  const client: Client = {
    url,
    token(person) {
      const found = people.find((one) => one.id === person);
      if (!found) throw new Error(`nobody is called ${person}`);
      return found.token;
    },
    async post(name, body, token) {
      const response = await fetch(`${url}/v1/functions/${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
        body: JSON.stringify(body),
      });
      // Refusals are HTTP 200, too.
      if (response.status !== 200) throw new Error(`${name}: HTTP ${response.status}`);
      return (await response.json()) as Reply<unknown>;
    },
    async call(person, name, input, requestId = freshId()) {
      const [fn = '', action] = name.split('.');
      return (await client.post(fn, { action, requestId, input }, client.token(person))) as Reply<never>;
    },
    async ok(person, name, input, requestId) {
      const reply = await client.call(person, name, input, requestId);
      if (!reply.ok) throw new Error(`${name} as ${person}: ${JSON.stringify(reply)}`);
      return reply.data;
    },
    local,
    setClock: (at) => local('clock', { at, frozen: true }),
  };
  return client;
}
