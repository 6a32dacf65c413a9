import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ChainEntry } from '../../cloudfunctions/domain/documents';
import {
  leafOf,
  linked,
  originOf,
  pathOf,
  rootOf,
  saltsOf,
  startOf,
} from '../../cloudfunctions/domain/chain/hash';
import { textOfHead } from '../../cloudfunctions/domain/chain/head';
import { checkChain, checkProof, readHead } from './check.mjs';

/** An export made with the hashes of the product, three days of five entries, and tampered with in each way. */
interface Line {
  n: number;
  hash: string;
  leaf: string;
  salt?: string;
  entry?: ChainEntry;
  why?: string;
}
const unit = 'cm-xinmin';
const lines: Line[] = [];
const heads: { unit: string; n: number; hash: string; day: string }[] = [];
let hash = startOf(unit);
/** What each of them says, with an order to the terminal in it. */
const words = {
  salt: 'ab'.repeat(32),
  rest: JSON.stringify({ by: { name: '立春晓' }, text: '证送到了\u001b[2J' }),
};
const details = createHash('sha256').update(`${words.salt}\n${words.rest}`).digest('hex');
const push = (salt: string, entry: ChainEntry) => {
  const leaf = leafOf(salt, entry);
  hash = linked(hash, lines.length + 1, leaf);
  lines.push({ n: lines.length + 1, hash, leaf, salt, entry });
};
for (const day of ['2026-11-23', '2026-11-24', '2026-11-25']) {
  const from = lines.length + 1;
  for (let seq = 0; seq < 5; seq += 1)
    push(saltsOf(day, seq).entry, {
      kind: 'case',
      id: 'c1',
      seq,
      at: lines.length,
      do: 'urge',
      state: 'in_progress',
      by: 'resident',
      details,
    });
  const leaves = lines.slice(from - 1).map(({ leaf }) => leaf);
  push('', { kind: 'day', day, from, count: leaves.length, root: rootOf(leaves) });
  heads.push({ unit, n: lines.length, hash, day });
}
const [first, second, last] = heads.map((head) => readHead(textOfHead(head)));

const textOf = (some: readonly Line[], own = heads, begins = { n: 0, hash: startOf(unit) }) =>
  [
    { format: 'linli-chain/1', origin: originOf(unit), name: '新民社区', begins },
    ...some.flatMap((line) => [line, ...own.filter(({ n }) => n === line.n).map((head) => ({ head }))]),
  ]
    .map((line) => JSON.stringify(line))
    .join('\n');
const at = (n: number): Line => lines[n - 1] ?? { n, hash: '', leaf: '' };
/** The line with other words, and its leaf made to fit. */
const rewritten = (line: Line): Line => {
  const entry = { ...line.entry, at: 99 } as ChainEntry;
  return { ...line, entry, leaf: leafOf(line.salt ?? '', entry) };
};
/** All hashes from a line on made to fit. */
const relinked = (some: readonly Line[]): Line[] => {
  let before = startOf(unit);
  return some.map((line, i) => ({ ...line, n: i + 1, hash: (before = linked(before, i + 1, line.leaf)) }));
};
const headsOf = (some: readonly Line[]) =>
  some.flatMap(({ n, hash: own, entry }) =>
    entry?.kind === 'day' ? [{ unit, n, hash: own, day: entry.day }] : [],
  );
const forged = relinked(lines.map((line) => (line.n === 8 ? rewritten(line) : line)));
const shorter = relinked(lines.filter(({ n }) => n !== 8));

it('finds nothing in what is whole, whichever day was printed', () => {
  for (const head of [undefined, first, second, last])
    expect(checkChain(textOf(lines), head)).toMatchObject({ isWhole: true, faults: [] });
  const [, from] = heads;
  const part = textOf(lines.slice(from?.n), heads, { n: from?.n ?? 0, hash: from?.hash ?? '' });
  expect(checkChain(part, last)).toMatchObject({ isWhole: true });
  expect(checkChain(part, first).faults).toMatchObject([{ kind: 'range' }]);
});

it.each<[string, string, ReturnType<typeof readHead>, [kind: string, n?: number][]]>([
  [
    'an entry was changed',
    textOf(
      lines.map((line) =>
        line.n === 8 ? { ...line, entry: { ...line.entry, at: 99 } as ChainEntry } : line,
      ),
    ),
    last,
    [['changed', 8]],
  ],
  [
    'an entry was changed, and its leaf with it',
    textOf(lines.map((line) => (line.n === 8 ? rewritten(line) : line))),
    last,
    [
      ['link', 8],
      ['day', 12],
    ],
  ],
  [
    'an entry was changed, and all hashes to the end with it',
    textOf(forged, headsOf(forged)),
    last,
    [
      ['day', 12],
      ['head', 18],
    ],
  ],
  ['entries were cut out', textOf(lines.filter(({ n }) => n !== 8 && n !== 9)), last, [['taken', 8]]],
  [
    'an entry was taken away, and those behind it numbered anew',
    textOf(
      lines.filter(({ n }) => n !== 8).map((line, i) => ({ ...line, n: i + 1 })),
      [],
    ),
    last,
    [
      ['link', 8],
      ['cut', 18],
    ],
  ],
  [
    'an entry was taken away, and everything made to fit',
    textOf(shorter, headsOf(shorter)),
    second,
    [['head', 12]],
  ],
  [
    'lines were put in another order',
    textOf([...lines.slice(0, 6), at(8), at(7), ...lines.slice(8)]),
    last,
    [['moved', 7]],
  ],
  [
    'two entries were exchanged',
    textOf([
      ...lines.slice(0, 6),
      { ...at(8), n: 7, hash: at(7).hash },
      { ...at(7), n: 8, hash: at(8).hash },
      ...lines.slice(8),
    ]),
    last,
    [
      ['moved', 7],
      ['moved', 8],
      ['day', 12],
    ],
  ],
  ['the tail was cut', textOf(lines.slice(0, 12)), last, [['cut', 13]]],
  [
    'the tail was cut in the middle of a day, and no head is at hand',
    textOf(lines.slice(0, 14)),
    undefined,
    [['cut', 14]],
  ],
  [
    'it is held against the head of another unit',
    textOf(lines),
    readHead(textOfHead({ unit: 'cm-donghu', n: 18, hash, day: '' })),
    [['unit', undefined]],
  ],
  [
    'it is held against a head that does not fit',
    textOf(lines),
    last && { ...last, hash: '0'.repeat(64) },
    [['head', 18]],
  ],
  ['an entry is there twice', textOf([...lines.slice(0, 8), at(8), ...lines.slice(8)]), last, [['twice', 8]]],
  [
    'what an entry says is gone, and nobody says why',
    textOf(lines.map(({ salt, entry, ...line }) => (line.n === 8 ? line : { ...line, salt, entry }))),
    last,
    [['gone', 8]],
  ],
  ['a line is torn', `${textOf(lines.slice(0, 6))}\n{"n":7,"ha`, first, [['format', undefined]]],
  ['it is another file', '{"a":1}', last, [['format', undefined]]],
])('tells where %s', (_, text, head, kinds) => {
  const { isWhole, faults } = checkChain(text, head);
  expect(isWhole).toBe(false);
  expect(faults.map(({ kind, n }) => [kind, n])).toEqual(kinds);
  for (const { says } of faults) expect(says).toMatch(/\p{Script=Han}.*[。]$/u);
});

it('says what was erased by right, and finds nothing else', () => {
  const erased = lines.map(({ salt, entry, ...line }) =>
    line.n === 8 ? { ...line, why: 'erased' } : { ...line, salt, entry },
  );
  const found = checkChain(textOf(erased), last);
  expect(found).toMatchObject({ isWhole: true, faults: [] });
  expect(found.says.join()).toContain('其中1条的内容已经依法删除');
});

describe('a resident’s proof', () => {
  const [head] = heads;
  if (!head) throw new Error('unreachable');
  const leaves = lines.slice(0, 5).map(({ leaf }) => leaf);
  const { kind: _, ...closing } = at(6).entry as ChainEntry & { kind: 'day' };
  const proofOf = (n: number, over: object = {}, as = n, told: object = words) => ({
    format: 'linli-proof/1',
    no: '2611238176',
    open: 0,
    erased: 0,
    days: [
      {
        unit,
        name: '新民社区',
        closing,
        before: at(5).hash,
        n: 6,
        hash: head.hash,
        entries: [
          {
            n: as,
            salt: at(n).salt,
            entry: { ...at(n).entry, ...over },
            words: told,
            path: pathOf(leaves, n - 1),
          },
        ],
      },
    ],
  });

  it.each([1, 2, 3, 4, 5])('of entry %i leads to the printed head', (n) => {
    const found = checkProof(JSON.stringify(proofOf(n), null, 1), first);
    expect(found).toMatchObject({ isWhole: true, faults: [] });
    expect(found.says[1]).toBe(`  第${n}条，1970-01-01 08:00，立春晓，urge“证送到了 [2J”`);
  });

  it.each<[string, object, ReturnType<typeof readHead>, string]>([
    ['another deed', proofOf(2, { do: 'complete' }), first, 'changed'],
    ['another place', proofOf(2, {}, 3), first, 'changed'],
    ['other words', proofOf(2, {}, 2, { ...words, rest: words.rest.replace('到', '丢') }), first, 'words'],
    ['words with another salt', proofOf(2, {}, 2, { ...words, salt: 'cd'.repeat(32) }), first, 'words'],
    ['the head of another day', proofOf(2), second, 'unit'],
    ['a head that does not fit', proofOf(2), first && { ...first, hash: '0'.repeat(64) }, 'head'],
    ['nothing of the kind', { a: 1 }, first, 'format'],
  ])('of %s does not', (_what, proof, printed, kind) => {
    expect(checkProof(JSON.stringify(proof), printed).faults).toMatchObject([{ kind }]);
  });
});

it.each<[string, string, boolean]>([
  [
    'its four lines, the hash in groups',
    `linli-daiban/cm-xinmin\n18\n${hash.replace(/(.{4})/g, '$1 ')}\n2026-11-25`,
    true,
  ],
  [
    'the address of its code',
    `https://x.cn/#/packages/privacy/heads/index?org=cm-xinmin&n=18&hash=${hash}&day=2026-11-25`,
    true,
  ],
  ['no count', `linli-daiban/cm-xinmin\n\n${hash}\n2026-11-25`, false],
  ['a hash that is cut', `linli-daiban/cm-xinmin\n18\n${hash.slice(1)}\n2026-11-25`, false],
])('reads a head from %s', (_, text, isHead) => {
  expect(readHead(text)).toEqual(isHead ? last : undefined);
});

it('runs by Node alone and ends with 1 where something does not fit', () => {
  const folder = mkdtempSync(join(tmpdir(), 'linli-verify-'));
  const file = join(folder, 'a.jsonl');
  writeFileSync(file, textOf(lines));
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [join(__dirname, 'verify.mjs'), ...args], { encoding: 'utf8', cwd: folder });
  const [head] = heads;
  const whole = run(file, '--head', head ? textOfHead(head) : '');
  expect([whole.status, whole.stdout]).toEqual([0, expect.stringContaining('✓ 全部对得上，和校验单一致。')]);
  writeFileSync(file, textOf(lines.slice(0, 4)));
  const cut = run(file, '--head', head ? textOfHead(head) : '');
  expect([cut.status, cut.stdout]).toEqual([1, expect.stringContaining('第5到6条被截掉了')]);
  expect(run(file, '--head', '看不懂').status).toBe(2);
  expect(run().status).toBe(2);
});
