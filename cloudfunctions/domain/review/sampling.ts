import type { CaseDoc, Stratum } from '../documents';
import { sha256 } from '../sha256';

/**
 * 抽样: who is phoned. Drawn in proportion from strata by agent, item, channel, rated and unrated. With the seed and the
 * population's lines any sha256 repeats the draw; the recipe is in docs/decisions/0025.
 */
export interface Drawn {
  strata: Stratum[];
  /** `<case id> <index of its stratum>`, in order of the ids */
  population: string[];
  hash: string;
  /** ids, in order */
  drawn: string[];
}

const hex = (text: string) => sha256(text).toString('hex');

/** Draws `size` of these cases, or all where there are fewer. */
export function drawSample(cases: readonly CaseDoc[], size: number, seed: string): Drawn {
  const keys = [...new Set(cases.map(keyOf))].sort();
  const population = cases.map((kase) => `${kase._id} ${keys.indexOf(keyOf(kase))}`).sort();
  const drawn = redraw(population, size, seed);
  const chosen = new Set(drawn);
  const strata = keys.map((key): Stratum => {
    const own = cases.filter((kase) => keyOf(kase) === key);
    const [
      {
        assignment,
        serviceCode = '',
        serviceName = '',
        channel = 'self',
        reviewLevel,
      } = {} as Partial<CaseDoc>,
    ] = own;
    return {
      agentId: assignment?.agentId ?? '',
      agentName: assignment?.agentName ?? '',
      serviceCode,
      serviceName,
      channel,
      rated: reviewLevel !== undefined,
      population: own.length,
      drawn: own.filter((kase) => chosen.has(kase._id)).length,
    };
  });
  return { strata, population, hash: hex(population.join('\n')), drawn };
}

function keyOf({ assignment, serviceCode, channel, reviewLevel }: CaseDoc): string {
  return [assignment?.agentId, serviceCode, channel, reviewLevel === undefined ? 'unrated' : 'rated'].join(
    '\t',
  );
}

/**
 * The draw from its lines and its seed. A stratum of N of all gets its share of `size`, rounded down; what is left goes to
 * the largest remainders, ties by sha256(seed, stratum). Within a stratum the first by sha256(seed, case id) are drawn.
 */
export function redraw(population: readonly string[], size: number, seed: string): string[] {
  const strata = new Map<string, string[]>();
  for (const line of population) {
    const [id = '', stratum = ''] = line.split(' ');
    strata.set(stratum, [...(strata.get(stratum) ?? []), id]);
  }
  const all = population.length;
  const wanted = Math.min(size, all);
  const shares = [...strata].map(([stratum, ids]) => ({
    ids,
    share: Math.floor((wanted * ids.length) / all),
    remainder: (wanted * ids.length) % all,
    tie: hex(`${seed}\n${stratum}`),
  }));
  const left = wanted - shares.reduce((sum, { share }) => sum + share, 0);
  const lucky = new Set(
    [...shares].sort((a, b) => b.remainder - a.remainder || (a.tie < b.tie ? -1 : 1)).slice(0, left),
  );
  return shares.flatMap((one) => byHash(one.ids, seed).slice(0, one.share + (lucky.has(one) ? 1 : 0))).sort();
}

function byHash(ids: readonly string[], seed: string): string[] {
  return ids
    .map((id) => ({ id, hash: hex(`${seed}\n${id}`) }))
    .sort((a, b) => (a.hash < b.hash ? -1 : 1))
    .map(({ id }) => id);
}
