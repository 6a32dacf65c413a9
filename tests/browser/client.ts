import type { ActionName, Input, Output, Reply } from '../../contract/actions';

/** A cloud as its people reach it over HTTP, in whatever process it runs. */
export interface Client {
  url: string;
  token(person: string): Promise<string>;
  /** Calls an action as a demo person (`rs-01`); it must succeed. */
  ok<N extends ActionName>(person: string, name: N, input: Input<N>): Promise<Output<N>>;
  /** Stops the cloud's clock at this instant. */
  setClock(at: number): Promise<unknown>;
}

export async function connect(url: string): Promise<Client> {
  const people = (await (await fetch(`${url}/_local/people`)).json()) as { id: string; token: string }[];
  const token = async (person: string) => {
    const found = people.find((one) => one.id === person);
    if (!found) throw new Error(`nobody is called ${person}`);
    return found.token;
  };
  let calls = 0;
  return {
    url,
    token,
    async ok<N extends ActionName>(person: string, name: N, input: Input<N>) {
      const [fn = '', action] = name.split('.');
      const response = await fetch(`${url}/v1/functions/${fn}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${await token(person)}` },
        body: JSON.stringify({ action, requestId: `client-${process.pid}-${(calls += 1)}`, input }),
      });
      const reply = (await response.json()) as Reply<Output<N>>;
      if (!reply.ok) throw new Error(`${name} as ${person}: ${JSON.stringify(reply)}`);
      return reply.data;
    },
    setClock: (at) =>
      fetch(`${url}/_local/clock`, { method: 'POST', body: JSON.stringify({ at, frozen: true }) }),
  };
}
