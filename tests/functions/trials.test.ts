/**
 * Its faults are injected below the local cloud's store: this file has one of its own.
 * @jest-environment node
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mutations } from '../../trials/mutations';
import { trials } from '../../trials/table';
import { type World, openLivedIn } from '../../trials/world';

/** The short form of `npm run trials`: each trial with a few rounds, always the same ones, in one world that each leaves as it was. */
const rounds: Partial<Record<string, number>> = { hostile: 120 };
let lent: World;
beforeAll(async () => {
  lent = await openLivedIn();
});
afterAll(() => lent.close());

const here = trials.filter(({ notInTests }) => !notInTests);

it.each(here.map((trial) => [trial.name, trial.promises, trial] as const))(
  '%s: %s',
  async (name, _, trial) => {
    const { faults, tried } = await trial.run({
      seed: 15,
      isShort: true,
      lent,
      ...(rounds[name] ? { rounds: rounds[name] } : {}),
    });
    expect(faults).toEqual([]);
    expect(tried).toBeGreaterThan(0);
  },
);

it('has faults to plant where the source is as they think', () => {
  const old = mutations.filter(
    ({ file, from }) => !readFileSync(join(__dirname, '../..', file), 'utf8').includes(from),
  );
  expect(old).toEqual([]);
});
