import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import catalogue from '../config/content/services.zh.json';
import type { ServiceItem } from '../contract/models';
import { type SearchIndex, buildIndex, search } from '../cloudfunctions/domain/search';
import shared from '../tests/data/resident-requests.zh.json';
import { root } from '../scripts/stamp';
import { type Section, median } from './harness';

const ROUNDS = 200;
/** The search as it was before texts were read in their canonical form. */
const BEFORE = '3f4aaa7';
const items = catalogue.items as ServiceItem[];
const requests = shared.requests as {
  text: string;
  expected: { codes: string[]; alsoAcceptCodes: string[] };
}[];

/** How often the shared requests find what they mean, and what a query costs against a plain scan of names and keywords. */
export async function searchFigures(): Promise<Section> {
  const index = buildIndex(items);
  const inScope = requests.filter(({ expected }) => expected.codes.length > 0);
  const found = inScope.map(({ text, expected }) => ({
    codes: search(index, text, 20).items.map(({ item }) => item.code),
    wanted: expected.codes,
    fine: [...expected.codes, ...expected.alsoAcceptCodes],
  }));
  const first = found.filter(({ codes, fine }) => fine.includes(codes[0] ?? '')).length;
  const inThree = found.filter(({ codes, wanted }) =>
    wanted.every((code) => codes.slice(0, 3).includes(code)),
  ).length;
  const query = timed(requests, ({ text }) => search(index, text, 20));
  const scan = timed(requests, ({ text }) => plainScan(text));
  const hard = timed(hardest, (text) => search(index, text, 20));
  const before = await searchOf(BEFORE);
  const beside =
    before && inTurns(before.search(before.buildIndex(items)), (text) => search(index, text, 20));
  return {
    title: 'Search on the shared requests',
    figures: [
      { name: 'first hit is right', value: first, unit: `of ${inScope.length}` },
      { name: 'every need in the first three', value: inThree, unit: `of ${inScope.length}` },
      {
        name: 'a query, median',
        value: query * 1000,
        unit: 'µs',
        floor: scan * 1000,
        ratio: query / scan,
        note: 'floor: every name and keyword looked for in the sentence',
      },
      ...(beside
        ? [
            {
              name: `a query, the quickest of ${ROUNDS} rounds`,
              value: beside.now * 1000,
              unit: 'µs',
              floor: beside.before * 1000,
              ratio: beside.now / beside.before,
              limit: '≤ 1.3',
              note: `floor: the same by the code of ${BEFORE}, which knew no canonical form; both in turns`,
            },
          ]
        : []),
      {
        name: 'the hardest queries, median',
        value: hard * 1000,
        unit: 'µs',
        floor: query * 1000,
        ratio: hard / query,
        note: '200 characters: letters that spell nothing, and seventy needs at once; floor: a query',
      },
    ],
  };
}

/** What a plain scan would do: it hears only what was written down word for word. */
function plainScan(text: string): string[] {
  return items
    .filter(({ name, keywords }) => [name, ...keywords].some((word) => text.includes(word)))
    .map(({ code }) => code);
}

const hardest = [`${'xian'.repeat(49)}q`, '残疾证，低保，医保，'.repeat(20).slice(0, 200)];

type Search = typeof import('../cloudfunctions/domain/search');

/** The search of a commit, from the history of this folder; undefined, with a sentence, where that does not go back so far. */
async function searchOf(commit: string) {
  const dir = join(root, '.cache', `search-${commit}`);
  try {
    mkdirSync(dir, { recursive: true });
    const paths = ['cloudfunctions/domain', 'contract', 'config/content'];
    const archive = execFileSync('git', ['archive', commit, ...paths], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 64 * 1024 * 1024,
    });
    execFileSync('tar', ['-x', '-C', dir], { input: archive });
  } catch {
    console.error(`The history here does not go back to ${commit}: no ratio to the search of before.`);
    return undefined;
  }
  const code = (await import(join(dir, 'cloudfunctions/domain/search/index.ts'))) as Search;
  return {
    buildIndex: code.buildIndex,
    search: (index: SearchIndex) => (text: string) => code.search(index, text, 20),
  };
}

/** Milliseconds a query, the quickest round of each: what else the machine does only ever adds, and falls on both. */
function inTurns(before: (text: string) => unknown, now: (text: string) => unknown) {
  const quickest = { before: Infinity, now: Infinity };
  const round = (run: (text: string) => unknown) => {
    const started = performance.now();
    for (const { text } of requests) run(text);
    return (performance.now() - started) / requests.length;
  };
  for (let i = 0; i < ROUNDS; i += 1) {
    quickest.before = Math.min(quickest.before, round(before));
    quickest.now = Math.min(quickest.now, round(now));
  }
  return quickest;
}

/** Milliseconds each, median over rounds of all. */
function timed<T>(asked: readonly T[], run: (one: T) => unknown): number {
  const rounds = Array.from({ length: ROUNDS }, () => {
    const started = performance.now();
    for (const one of asked) run(one);
    return (performance.now() - started) / asked.length;
  });
  return median(rounds);
}
