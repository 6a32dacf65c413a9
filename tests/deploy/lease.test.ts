import { deploy } from '../../deploy/deploy';
import { Played, answers, refusalIn, small } from './played';

let played: Played;
beforeEach(async () => {
  played = new Played();
  await played.open();
  played.have(small());
});
afterEach(() => played.close());

const MINUTE = 60_000;

/** Another person's run stands still in its first index: what it holds is held. */
async function heldByAnother(): Promise<void> {
  played.console.meanwhile = ({ action }) => {
    if (action === 'UpdateTable') played.console.cut(1, 'dropped');
  };
  expect((await refusalIn(played.deploy({}, '白露澄@街道办'))).code).toBe('NO_NETWORK');
  played.console.meanwhile = undefined;
  played.console.mend();
}

it('refuses a second person, with who deploys and since when', async () => {
  await heldByAnother();
  const refusal = await refusalIn(played.deploy({}, '立春晓@社区'));
  expect(refusal.code).toBe('HELD');
  expect(refusal.message).toMatch(/^白露澄@街道办 从 2026.*10:00 起正在部署这个环境。/);
  expect(played.env.functions.all.size).toBe(0);
});

it('runs out, so that a computer that has died stops nobody for long', async () => {
  await heldByAnother();
  played.clock += 16 * MINUTE;
  expect(await played.deploy({}, '立春晓@社区')).toBe(true);
});

it('of a dead run of the same computer is taken over at once, and of a living one is not', async () => {
  await heldByAnother();
  const run = await played.run('白露澄@街道办');
  const living = { ...run, runner: { ...run.runner, hasEnded: () => false } };
  expect((await refusalIn(deploy(living))).code).toBe('HELD');
  expect(await played.deploy({}, '白露澄@街道办')).toBe(true);
});

it('lets one of two at once', async () => {
  const runs = await Promise.all([played.run('白露澄@街道办'), played.run('立春晓@社区')]);
  const results = await Promise.allSettled(runs.map((run) => deploy(run)));
  const lost = results.flatMap((result) => (result.status === 'rejected' ? [result.reason.code] : []));
  expect(lost).toHaveLength(1);
  // The loser finds the lease taken, or, when the other is done already, another cloud than it has planned for.
  expect(['HELD', 'CLOUD_MOVED_ON']).toContain(lost[0]);
  expect(played.env.functions.all.size).toBe(2);
});

it('stops a run whose lease has run out and is another’s now', async () => {
  let taken = false;
  played.console.meanwhile = ({ action }) => {
    // The computer sleeps for twenty minutes over its first index; meanwhile another person begins.
    if (action !== 'UpdateTable' || taken) return;
    taken = true;
    played.clock += 20 * MINUTE;
    const lease = played.env.tables.get('deployments').docs.find(({ _id }) => _id === 'lease');
    Object.assign(lease ?? {}, { who: '立春晓@社区', run: 'other', until: played.clock + 10 * MINUTE });
  };
  const refusal = await refusalIn(played.deploy());
  expect(refusal.message).toContain('部署到一半，立春晓@社区 接手了这个环境，这里已经停下。');
  expect(played.env.functions.all.size).toBe(0);
});

it('is renewed by a long run', async () => {
  played.console.meanwhile = ({ action }) => {
    if (action === 'CreateFunction') played.clock += 10 * MINUTE;
  };
  const next = small();
  for (const name of ['a', 'b', 'c']) next.functions[name] = { code: answers(name) };
  played.have(next);
  expect(await played.deploy()).toBe(true);
  expect(played.env.tables.get('deployments').docs.some(({ _id }) => _id === 'lease')).toBe(false);
});
