import { Played, answers, refusalIn, small } from './played';

/** A change that makes, changes and replaces: so that each kind of step is cut off. */
function next() {
  const wanted = small();
  wanted.collections.push({ name: 'notices', indexes: [{ keys: [['to', 1]] }] });
  wanted.functions.cases = { code: answers('cases 2'), config: { timeout: 30 } };
  wanted.functions.beat = {
    code: answers('beat 1'),
    config: { timeout: 60, triggers: [{ name: 'beat', type: 'timer', config: '0 */2 * * * * *' }] },
  };
  return wanted;
}

async function whole(work: (played: Played) => Promise<void>): Promise<void> {
  const played = new Played();
  await played.open();
  try {
    await work(played);
  } finally {
    await played.close();
  }
}

/** How many calls a run makes, and what it brings about. */
async function measured(
  before: () => ReturnType<typeof small> | undefined,
  wanted: ReturnType<typeof small>,
) {
  let result = { calls: 0, state: {} };
  await whole(async (played) => {
    const first = before();
    if (first) {
      played.have(first);
      await played.deploy();
    }
    played.have(wanted);
    played.console.calls.length = 0;
    await played.deploy();
    result = { calls: played.console.calls.length, state: played.env.state };
  });
  return result;
}

describe.each([
  ['the first deployment', () => undefined, small()],
  ['a later one', small, next()],
] as const)('%s', (_name, before, wanted) => {
  it.each(['dropped', 'lost'] as const)(
    'cut at each of its calls (%s), is finished by the next run',
    async (how) => {
      const { calls, state } = await measured(before, wanted);
      expect(calls).toBeGreaterThan(30);
      for (let at = 1; at <= calls; at += 1) {
        await whole(async (played) => {
          const first = before();
          if (first) {
            played.have(first);
            await played.deploy();
          }
          played.have(wanted);
          played.console.cut(at, how);
          const refusal = await refusalIn(played.deploy());
          expect([at, refusal.code]).toEqual([at, 'NO_NETWORK']);
          played.console.mend();
          await played.deploy();
          expect([at, played.env.state]).toEqual([at, state]);
          // And then there is nothing left to do.
          played.console.mend();
          expect(await played.deploy()).toBe(false);
          expect([at, played.console.writes]).toEqual([at, []]);
        });
      }
    },
  );
});

it('stops between two steps when asked to, and gives the lease back', () =>
  whole(async (played) => {
    played.have(small());
    const { deploy } = await import('../../deploy/deploy');
    const stopping = new AbortController();
    const run = { ...(await played.run()), stopped: stopping.signal };
    played.console.meanwhile = ({ action }) => {
      if (action === 'UpdateTable') stopping.abort();
    };
    expect((await refusalIn(deploy(run))).code).toBe('STOPPED');
    expect(played.env.tables.get('deployments').docs.some(({ _id }) => _id === 'lease')).toBe(false);
    played.console.meanwhile = undefined;
    expect(await played.deploy({}, '别人@另一台')).toBe(true);
    expect(played.env.functions.all.size).toBe(2);
  }));
