import { createHash } from 'node:crypto';
import { monday, opened, orgDoc } from '../../../tests/support/world';
import { instantOf } from '../../../contract/time';
import { entryOfEvent } from './entry';
import { canonicalJson, leafOf, linked, pathOf, rootOf, saltsOf, startOf } from './hash';
import { closesAt, openedChain, textOfHead, turnedBack } from './head';

/** As `printf '%s\n%s' … | sha256sum` gives it. */
const sum = (text: string) => createHash('sha256').update(text).digest('hex');

it('is what sha256sum gives for the lines of docs/chain.md', () => {
  const start = startOf('cm-xinmin');
  expect(start).toBe(sum('linli-daiban/cm-xinmin'));
  const leaf = leafOf('ab', { n: 1, b: undefined, a: ['x', { d: 1, c: null }] });
  expect(leaf).toBe(sum('ab\n{"a":["x",{"c":null,"d":1}],"n":1}'));
  expect(linked(start, 1, leaf)).toBe(sum(`${start}\n1\n${leaf}`));
});

it.each([1, 2, 3, 4, 5, 7, 8, 50, 1001])(
  'leads from each of %i leaves to the root by a short path',
  (count) => {
    const leaves = Array.from({ length: count }, (_, i) => sum(String(i)));
    const root = rootOf(leaves);
    for (const index of new Set([0, 1, Math.floor(count / 2), count - 1].filter((one) => one < count))) {
      const path = pathOf(leaves, index);
      expect(path.length).toBeLessThanOrEqual(Math.ceil(Math.log2(count)));
      const reached = path.reduce(
        (at, { side, hash }) => sum(['node', ...(side === 'left' ? [hash, at] : [at, hash])].join('\n')),
        leaves[index] ?? '',
      );
      expect(reached).toBe(root);
    }
    expect(rootOf(leaves.toSpliced(0, 1, sum('other')))).not.toBe(root);
  },
);

it('seals of an event what everybody in the case reads, and all the rest as one hash that needs its salt', () => {
  const kase = opened({ note: '老伴瘫痪' });
  const [event] = kase.events;
  if (!event) throw new Error('unreachable');
  const entry = entryOfEvent('c1', { ...event, text: '说过的话' }, 'secret');
  expect(Object.keys(entry).sort()).toEqual(['at', 'by', 'details', 'do', 'id', 'kind', 'seq', 'state']);
  expect(canonicalJson(entry)).not.toMatch(/说过的话|resident-?1|requestId/);
  expect(entryOfEvent('c1', { ...event, text: '改过的话' }, 'secret').details).not.toBe(entry.details);
  expect(entryOfEvent('c1', { ...event, text: '说过的话' }, 'other').details).not.toBe(entry.details);
  expect(saltsOf('secret', 0).entry).not.toBe(saltsOf('secret', 0).details);
});

describe('the days of a chain', () => {
  const community = orgDoc('c', 'community');
  const chain = openedChain(community, monday);

  it('are closed in the night after them, below before above', () => {
    expect(chain).toMatchObject({ n: 0, day: '2026-11-22', since: instantOf('2026-11-23'), above: 's' });
    expect(chain.dueAt).toBe(instantOf('2026-11-24', '00:10'));
    const tiers = (['community', 'street', 'district'] as const).map((tier) => closesAt(tier, '2026-11-23'));
    expect(tiers).toEqual([...tiers].sort((a, b) => a - b));
  });

  it('begin for a new unit where the others are', () => {
    const behind = { day: '2026-11-16', since: instantOf('2026-11-17') };
    expect(openedChain(community, monday, behind)).toMatchObject(behind);
    expect(openedChain(community, monday, chain)).toEqual(chain);
  });

  it.each<[string, string, string, string]>([
    ['an hour, over midnight', '2026-11-23T23:30', '2026-11-22', '2026-11-24T00:10'],
    ['a year', '2025-11-23T10:00', '2025-11-22', '2025-11-24T00:10'],
  ])('go on where the clock went back by %s', (_, to, day, due) => {
    const [date = '', time] = to.split('T');
    const now = instantOf(date, time);
    const sealed = {
      ...chain,
      day: '2026-11-23',
      since: instantOf('2026-11-24'),
      dueAt: chain.dueAt + 86_400_000,
    };
    const [dueDay = '', dueTime] = due.split('T');
    expect(turnedBack(sealed, 'community', now)).toEqual({
      since: now,
      day,
      dueAt: instantOf(dueDay, dueTime),
      sealedAt: now,
    });
  });
});

it('writes a head in the shape of a checkpoint', () => {
  expect(textOfHead({ unit: 'c', n: 12, hash: 'ab', day: '2026-11-23' })).toBe(
    'linli-daiban/c\n12\nab\n2026-11-23\n',
  );
});
