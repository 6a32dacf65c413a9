import type { ActionName, Reply } from '../contract/actions';
import { type Client, connect } from '../demo/client';
import type { Everything } from './store';
import type { chanceOf } from './trial';

/** One call that was made, and what was answered; nothing where the line broke first. */
export interface Said {
  person: string;
  name: ActionName;
  input: object;
  requestId: string;
  reply?: Reply<unknown>;
}

const items = ['elderly-allowance', 'temporary-relief', 'disability-certificate', 'minimum-living-allowance'];
const residents = Array.from({ length: 12 }, (_, i) => `rs-${String(i + 1).padStart(2, '0')}`);
const agents = Array.from({ length: 9 }, (_, i) => `ag-0${i + 1}`);

/**
 * Residents who ask, say something and take back, and agents who accept, ask and complete, all at once, until the line breaks or `isEnough` says
 * so. Every write that was begun stands in `log`.
 */
export async function underLoad(
  url: string,
  salt: string,
  chance: ReturnType<typeof chanceOf>,
  log: Said[],
  isEnough: () => boolean,
): Promise<void> {
  const client = await connect(url);
  let count = 0;
  const write = async (person: string, name: ActionName, input: object) => {
    count += 1;
    const said: Said = { person, name, input, requestId: `${salt}-${count}` };
    log.push(said);
    said.reply = await send(client, said);
    return said.reply;
  };
  const resident = async (person: string) => {
    for (let n = 0; n < 4 && !isEnough(); n += 1) {
      const serviceCode = chance.pick(items);
      const asked = await write(person, 'cases.submit', {
        serviceCode,
        mode: 'counter',
        note: `第${n}次，请帮忙（${salt}）`,
      });
      const caseId = asked.ok && caseIdOf(asked.data);
      if (!caseId) continue;
      for (let i = 0; i < 2 && !isEnough(); i += 1)
        await write(person, 'cases.say', { caseId, text: `补充第${i}句` });
      if (chance.below(3) > 0) await write(person, 'cases.cancel', { caseId });
    }
  };
  const agent = async (person: string) => {
    for (let n = 0; n < 12 && !isEnough(); n += 1) {
      const queue = await client.call(person, 'cases.queue', {});
      if (!queue.ok) continue;
      const { offers, cases } = queue.data;
      const offer = offers[0];
      if (offer) await write(person, 'cases.accept', { caseId: offer.caseId });
      const own = cases.find(({ state }) => state === 'in_progress');
      if (own && chance.below(2) === 0)
        await write(person, 'cases.complete', { caseId: own.caseId, result: '办好了' });
    }
  };
  await Promise.allSettled([...residents.map(resident), ...agents.map(agent)]);
}

const caseIdOf = (data: unknown): string | undefined =>
  typeof data === 'object' && data !== null && 'caseId' in data && typeof data.caseId === 'string'
    ? data.caseId
    : undefined;

/** Makes a call once more, as a phone does whose answer was lost. */
export async function send(
  client: Client,
  { person, name, input, requestId }: Said,
): Promise<Reply<unknown>> {
  const [fn = '', action] = name.split('.');
  return client.post(fn, { action, requestId, input }, client.token(person));
}

/** What was acknowledged and is not in the database: each of these writes stands in its case's timeline. */
export function lostOf(log: readonly Said[], kept: Everything): string[] {
  const cases = Object.values(kept.cases ?? {});
  return log.flatMap((said) => {
    const { name, requestId, reply } = said;
    if (!reply?.ok) return [];
    if (!cases.some((text) => text.includes(JSON.stringify(requestId))))
      return [`${name} was acknowledged, and is nowhere`];
    const added = addedTo(said);
    return added === undefined || kept.cases?.[added]?.includes(requestId)
      ? []
      : [`words that were acknowledged are not in ${added}`];
  });
}

/** The case to which words were added, where it was answered so. */
export function addedTo({ reply }: Said): string | undefined {
  if (!reply?.ok) return undefined;
  const { data } = reply;
  if (typeof data !== 'object' || data === null || !('existing' in data) || data.existing !== true)
    return undefined;
  return 'caseId' in data && typeof data.caseId === 'string' ? data.caseId : undefined;
}
