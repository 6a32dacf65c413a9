import { trials } from '../../trials/table';

/** The short form of `npm run trials`: each trial with a few rounds, always the same ones. */
const rounds: Partial<Record<string, number>> = { hostile: 250 };

const here = trials.filter(({ asksTheNet }) => !asksTheNet);

it.each(here.map((trial) => [trial.name, trial.promises, trial] as const))(
  '%s: %s',
  async (name, _, trial) => {
    const { faults, tried } = await trial.run({
      seed: 15,
      isShort: true,
      ...(rounds[name] ? { rounds: rounds[name] } : {}),
    });
    expect(faults).toEqual([]);
    expect(tried).toBeGreaterThan(0);
  },
);
