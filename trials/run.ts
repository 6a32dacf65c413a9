import { cpus, totalmem } from 'node:os';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { trials } from './table';
import type { Outcome, Trial, Wish } from './trial';

/**
 * `npm run trials [-- --only rights,hostile --rounds 1000 --minutes 5 --seed 7 --short]`: tries what is promised of this product, and prints a
 * table, and after each trial its line (with `--report <file>` the table so far stands in that file). Ends with 1 where something did not hold, with 2 where a trial could not be carried out. `--mutations` plants faults, and
 * shows which trial finds each (docs/trials.md).
 */
const usage = {
  only: { type: 'string' },
  rounds: { type: 'string' },
  minutes: { type: 'string' },
  seed: { type: 'string' },
  short: { type: 'boolean', default: false },
  report: { type: 'string' },
  mutations: { type: 'boolean', default: false },
} as const;

interface Row {
  name: string;
  outcome: Outcome | undefined;
  minutes: string;
  /** minutes as well, without those of the servers that a trial starts as processes of their own */
  ofProcessor: string;
}

async function main(): Promise<void> {
  const { values: given } = parseArgs({ options: usage });
  const seed = countOf('--seed', given.seed) ?? Date.now() % 1_000_000;
  const wish: Wish = {
    seed,
    isShort: given.short,
    ...optional('rounds', countOf('--rounds', given.rounds)),
    ...optional('minutes', countOf('--minutes', given.minutes)),
    hear: (line) => console.error(`${new Date().toISOString()} ${line}`),
  };
  const wanted = given.only?.split(',');
  const unknown = wanted?.filter((name) => !trials.some((one) => one.name === name)) ?? [];
  if (unknown.length > 0)
    throw new Error(`no trial ${unknown.join(', ')}: there are ${trials.map(({ name }) => name).join(', ')}`);
  const chosen = trials.filter(({ name }) => wanted?.includes(name) ?? true);
  const { length: cores, 0: cpu } = cpus();
  console.log(
    `seed ${seed}; ${cores} × ${cpu?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`,
  );
  if (given.mutations) {
    const { plant } = await import('./mutations');
    process.exitCode = (await plant(seed, wanted)) ? 0 : 1;
    return;
  }
  const rows: Row[] = [];
  // A run that is stopped has told what it did until then.
  const told = () =>
    `${tableOf(rows)}\n${faultsIn(rows)
      .map((words) => `- ${words}\n`)
      .join('')}`;
  for (const trial of chosen) {
    const row = await carryOut(trial, wish);
    rows.push(row);
    console.error(lineOf(row));
    if (given.report) writeFileSync(given.report, told());
  }
  console.log(`\n${told()}`);
  if (rows.some(({ outcome }) => !outcome)) process.exitCode = 2;
  else if (faultsIn(rows).length > 0) process.exitCode = 1;
}

const faultsIn = (rows: readonly Row[]): string[] =>
  rows.flatMap(({ name, outcome }) => (outcome?.faults ?? []).map((words) => `${name}: ${words}`));

async function carryOut(trial: Trial, wish: Wish): Promise<Row> {
  const started = Date.now();
  const used = process.cpuUsage();
  console.error(`${trial.name} …`);
  let outcome: Outcome | undefined;
  try {
    outcome = await trial.run(wish);
  } catch (error) {
    console.error(
      `${trial.name} could not be carried out: ${error instanceof Error ? (error.stack ?? error.message) : error}`,
    );
  }
  const { user, system } = process.cpuUsage(used);
  return {
    name: trial.name,
    outcome,
    minutes: ((Date.now() - started) / 60_000).toFixed(1),
    ofProcessor: ((user + system) / 60_000_000).toFixed(1),
  };
}

function tableOf(rows: readonly Row[]): string {
  const head = ['| trial | tried | faults | minutes | of processor | |', '|---|---|---|---|---|---|'];
  return [...head, ...rows.map(lineOf)].join('\n');
}

function lineOf({ name, outcome, minutes, ofProcessor }: Row): string {
  const { tried = 0, faults = [], notes = [] } = outcome ?? {};
  return `| ${name} | ${tried.toLocaleString('en')} | ${outcome ? faults.length : 'not carried out'} | ${minutes} | ${ofProcessor} | ${notes.join('; ')} |`;
}

function countOf(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const count = Number(text);
  if (!(count > 0)) throw new Error(`${name} is a number above 0`);
  return count;
}

const optional = <K extends string>(key: K, value: number | undefined) =>
  value === undefined ? {} : ({ [key]: value } as Record<K, number>);

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
});
