import { trials } from '../../trials/table';
import { type World, openLivedIn } from '../../trials/world';

/** The short form of `npm run trials`: each trial with a few rounds, always the same ones, in one world that each leaves as it was. */
const rounds: Partial<Record<string, number>> = { hostile: 120 };
let lent: World;
beforeAll(async () => {
  lent = await openLivedIn();
});
afterAll(() => lent.close());

const here = trials.filter(({ asksTheNet }) => !asksTheNet);

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
