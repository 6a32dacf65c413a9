import { back } from '../../deploy/back';
import { Played, answers, refusalIn, small } from './played';

let played: Played;
beforeEach(async () => {
  played = new Played();
  await played.open();
  played.have(small());
  await played.deploy();
});
afterEach(() => played.close());

const said = () => played.said.join('\n');
const zips = () =>
  new Map([...played.env.functions.all].map(([name, { zip }]) => [name, zip.toString('hex')]));

/** New code, a new index, a function and a timer that the first version does not know. */
function second() {
  const wanted = small();
  wanted.collections[1]?.indexes?.push({ keys: [['door', 1]], unique: true });
  wanted.collections.push({ name: 'notices' });
  wanted.functions.cases = { code: answers('cases 2'), config: { timeout: 30 } };
  wanted.functions.notify = {
    code: answers('notify 1'),
    config: { triggers: [{ name: 'often', type: 'timer', config: '0 */1 * * * * *' }] },
  };
  return wanted;
}

it('brings back code, settings, indexes and timers of the version before, and no document is lost', async () => {
  const first = { zips: zips(), state: played.env.state as { functions: unknown } };
  played.have(second());
  await played.deploy();
  played.env.tables.get('notices').docs.push({ _id: 'n1' });
  played.said = [];
  await back(await played.run());
  expect(said()).toContain('退好了，现在是第 1 版。');
  expect(zips()).toEqual(first.zips);
  expect((played.env.state as { functions: unknown }).functions).toEqual(first.state.functions);
  // A unique index that the older code does not know could refuse what it writes.
  expect(played.env.tables.get('people').indexes.map(({ name }) => name)).toEqual(['phone_1']);
  expect(played.env.tables.get('notices').docs).toHaveLength(1);
  expect((await refusalIn(back(await played.run()))).code).toBe('NOTHING_BEFORE');
});

it('stops where the cloud has changed since it was agreed to', async () => {
  played.have(second());
  await played.deploy();
  const agree = async () => {
    played.env.functions.get('cases').timeout = 5;
    return true;
  };
  expect((await refusalIn(back({ ...(await played.run()), agree }))).code).toBe('CLOUD_MOVED_ON');
  expect(said()).not.toContain('退好了');
});

it('goes from any computer: the code is kept in the environment', async () => {
  played.have(second());
  await played.deploy();
  const elsewhere = await played.run('别人@另一台', {}, '/nowhere');
  await back(elsewhere);
  expect(played.env.functions.get('cases').timeout).toBe(20);
});

it('goes forward again, and further back, version by version', async () => {
  played.have(second());
  await played.deploy();
  const third = second();
  third.functions.cases = { code: answers('cases 3') };
  played.have(third);
  await played.deploy();
  const newest = zips();
  await back(await played.run());
  await back(await played.run());
  expect(said()).toContain('现在是第 1 版。');
  await played.deploy();
  expect(zips()).toEqual(newest);
  await back(await played.run());
  expect(played.said.at(-1)).toBe('退好了，现在是第 1 版。');
});

it('keeps five versions, with the code that they need and no other', async () => {
  for (let number = 2; number <= 7; number += 1) {
    const wanted = small();
    wanted.functions.cases = { code: answers(`cases ${number}`) };
    played.have(wanted);
    await played.deploy();
  }
  const kept = played.env.tables.get('deployments').docs.map(({ _id }) => _id.split(':')[0]);
  expect(kept.filter((kind) => kind === 'version')).toHaveLength(5);
  // Five of `cases`, and the one of `beat` that they share.
  expect(kept.filter((kind) => kind === 'code')).toHaveLength(6);
  for (let steps = 0; steps < 4; steps += 1) await back(await played.run());
  expect(played.said.at(-1)).toBe('退好了，现在是第 3 版。');
  expect((await refusalIn(back(await played.run()))).code).toBe('NOTHING_BEFORE');
});

it('cut off anywhere, is finished by the next', async () => {
  played.have(second());
  await played.deploy();
  const begin = played.env.copy();
  played.console.mend();
  await back(await played.run());
  const calls = played.console.calls.length;
  const after = played.env.state;
  for (let at = 2; at < calls; at += 1) {
    begin();
    played.console.mend();
    const run = await played.run();
    played.console.cut(at, 'dropped');
    const cut = await back(run).catch((error: unknown) => error);
    if (cut === undefined) continue;
    played.console.mend();
    const rest = await refusalIn(back(await played.run())).catch(() => undefined);
    // Where only the last word was missing there is nothing before any more.
    expect([undefined, 'NOTHING_BEFORE']).toContain(rest?.code);
    expect([at, played.env.state]).toEqual([at, after]);
  }
});

it('undoes a deployment that has not come to its end', async () => {
  const before = played.env.state;
  played.have(second());
  played.console.meanwhile = ({ action, body }) => {
    if (action === 'UpdateFunctionCode' && body.FunctionName === 'cases') played.console.cut(1, 'lost');
  };
  expect((await refusalIn(played.deploy())).code).toBe('NO_NETWORK');
  played.console.meanwhile = undefined;
  played.console.mend();
  await back(await played.run());
  expect((played.env.state as { functions: unknown }).functions).toEqual(
    (before as { functions: unknown }).functions,
  );
});

describe('a function that does not start', () => {
  const broken = () => {
    const wanted = second();
    wanted.functions.cases = { code: "require('no-such-module');\nexports.main = async () => ({});\n" };
    return wanted;
  };

  it('brings the version before back by itself, and says which and why', async () => {
    const before = zips();
    played.have(broken());
    const refusal = await refusalIn(played.deploy());
    expect(refusal.code).toBe('DOES_NOT_START');
    expect(refusal.message).toMatch(/^云函数 cases 启动不了（Cannot find module 'no-such-module'/);
    expect(refusal.message).toContain('已经自动退回第 1 版，居民照常使用。');
    expect(zips()).toEqual(before);
    expect(played.env.tables.get('people').indexes.map(({ name }) => name)).toEqual(['phone_1']);
    // Mended, it goes on.
    played.have(second());
    await played.deploy();
    expect(said()).toContain('这是第 2 版');
  });

  it('says of the very first that there is none before, and goes on when it is mended', async () => {
    const fresh = new Played();
    await played.close();
    await fresh.open();
    played = fresh;
    played.have(broken());
    expect((await refusalIn(played.deploy())).message).toContain('没有更早的版本可以退回去');
    played.have(second());
    await played.deploy();
    expect(played.env.functions.all.size).toBe(3);
  });
});
