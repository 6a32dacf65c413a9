import { deploy } from '../../deploy/deploy';
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

let played: Played;
beforeEach(async () => {
  played = new Played();
  await played.open();
});
afterEach(() => played.close());

it.each([
  ['the first deployment', undefined, 'dropped'],
  ['the first deployment', undefined, 'lost'],
  ['a later one', small(), 'dropped'],
  ['a later one', small(), 'lost'],
] as const)('%s, cut at each of its calls, is finished by the next run (%#)', async (_name, before, how) => {
  if (before) {
    played.have(before);
    await played.deploy();
  }
  const begin = played.env.copy();
  played.have(before ? next() : small());
  played.console.mend();
  await played.deploy();
  const calls = [...played.console.calls];
  const { state } = played.env;
  expect(calls.length).toBeGreaterThan(40);
  // Where all stands as it shall, there is nothing left to do, however it came about.
  played.console.mend();
  expect(await played.deploy()).toBe(false);
  expect(played.console.writes).toEqual([]);
  // The last call gives the lease back, after all is done: cut, it runs out by itself.
  for (let at = 1; at < calls.length; at += 1) {
    // To whoever only asked, a lost answer is a call that never arrived.
    if (how === 'lost' && !calls[at - 1]?.isWrite) continue;
    begin();
    played.console.cut(at, how);
    const refusal = await refusalIn(played.deploy());
    expect([at, refusal.code]).toEqual([at, 'NO_NETWORK']);
    played.console.mend();
    await played.deploy();
    expect([at, played.env.state]).toEqual([at, state]);
  }
});

it('stops between two steps when asked to, and gives the lease back', async () => {
  played.have(small());
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
});
