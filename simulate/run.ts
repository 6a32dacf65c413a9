import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { type PolicyValues, policyChange } from '../contract/models';
import { effective, standard } from '../cloudfunctions/domain/policy';
import { best, bestAsTheyCome, bestOfLuck } from './best';
import { cityMonth } from './city';
import { exportedMonth, readExport } from './export';
import { figuresOf } from './figures';
import type { Month } from './month';
import { replay } from './replay';
import { type Column, sayChange, sayDistance, sayWeights, tableOf } from './table';

/**
 * `npm run simulate [-- --policy a.json --against b.json --seed 1 --agents 300 --cases 20000 --month 2026-11
 * --export cases.json]`: a month replayed under two policies, beside round robin, least loaded, the best in
 * hindsight, and the best that does not know what comes after a case.
 */
const usage = {
  policy: { type: 'string' },
  against: { type: 'string' },
  seed: { type: 'string', default: '1' },
  agents: { type: 'string', default: '300' },
  cases: { type: 'string', default: '20000' },
  month: { type: 'string', default: '2026-11' },
  export: { type: 'string' },
} as const;

/** What others do, in our own words: the same rules about who can, and nothing, or only a count, about who should. */
const roundRobin = { distance: 0, load: 0, homeVisit: 0, overdue: 0, month: 0, known: 0 };
const leastLoaded = { ...roundRobin, load: 1 };

async function main(): Promise<void> {
  const { values: given } = parseArgs({ options: usage });
  const month = monthOf(given);
  console.log(
    `${month.from} 到 ${month.to}：${month.asks.length}件，${month.agents.length}位代办员${given.export ? '' : `，种子${given.seed}`}`,
  );
  const policies: [name: string, values: PolicyValues][] = [
    given.policy === undefined ? ['现行规则', standard] : ['甲', readPolicy(given.policy)],
  ];
  if (given.against !== undefined) policies.push(['乙', readPolicy(given.against)]);
  else if (given.policy !== undefined) policies.push(['现行规则', standard]);
  policies.push(['轮流派单', effective([{ weights: roundRobin }])]);
  policies.push(['最少负荷', effective([{ weights: leastLoaded }])]);

  const columns = policies.map(([name, values]): Column => {
    console.error(`正在重放：${name} …`);
    return { name, figures: figuresOf(month, replay(month, values)) };
  });
  console.error('正在求事后最优 …');
  const ideal: Column = { name: '事后最优', figures: figuresOf(month, await best(month)) };
  const eager: Column = { name: '又都立刻接', figures: figuresOf(month, await bestOfLuck(month)) };
  const blind: Column = { name: '一件一件来', figures: figuresOf(month, await bestAsTheyCome(month)) };
  console.log(`\n${tableOf([...columns, ideal, eager, blind])}\n`);

  const [first, second] = columns;
  const [one, other] = policies;
  if (!first || !second || !one || !other) return;
  // Two policies: what going from the second to the first would have done. One: what going to a plain count would have.
  const isAgainst = given.policy !== undefined || given.against !== undefined;
  const weightsOf = (from: PolicyValues, to: PolicyValues) => sayWeights(from.weights, to.weights);
  console.log(
    isAgainst
      ? sayChange(second, first, weightsOf(other[1], one[1]))
      : sayChange(first, second, weightsOf(one[1], other[1])),
  );
  console.log(sayDistance(first, ideal));
}

function monthOf(given: {
  seed: string;
  agents: string;
  cases: string;
  month: string;
  export?: string;
}): Month {
  const [seed, agents, cases] = [given.seed, given.agents, given.cases].map(Number);
  if (![seed, agents, cases].every((one) => Number.isInteger(one) && (one ?? -1) >= 0) || !agents)
    throw new Error('--seed、--agents、--cases 要写成整数，代办员至少一位。');
  if (!/^20\d\d-(0[1-9]|1[0-2])$/.test(given.month)) throw new Error('--month 请写成 2026-11 这样。');
  if (given.export !== undefined) return exportedMonth(readExport(given.export), seed ?? 1);
  return cityMonth({ seed: seed ?? 1, agents, cases: cases ?? 0, month: given.month });
}

/** What a unit would set, as `admin.setPolicy` takes it: any of the values, the rest is the standard's. */
function readPolicy(file: string): PolicyValues {
  const { success, output, issues } = v.safeParse(policyChange, readJson(file));
  if (!success)
    throw new Error(`${file}:${issues.map((one) => `${v.getDotPath(one) ?? ''} ${one.message}`).join('；')}`);
  return effective([output]);
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new Error(`${file} 读不出来，请核对文件名和里面的 JSON。`);
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
