import { join } from 'node:path';
import { deploy } from '../../deploy/deploy';
import { type KeyWish, keys } from '../../deploy/keys';
import { Played, answers, refusalIn, small } from './played';

let played: Played;
beforeEach(async () => {
  played = new Played();
  played.have(small());
  await played.open();
});
afterEach(() => played.close());

const actions = () => played.console.calls.map(({ action }) => action);
const said = () => played.said.join('\n');

it('brings an empty environment to what the repository says', async () => {
  expect(await played.deploy()).toBe(true);
  expect(played.env.state).toEqual({
    tables: [
      { name: 'cases', acl: 'ADMINONLY', indexes: ['no_1_unique', 'unit_community_1_at_-1'], docs: 0 },
      {
        name: 'deployments',
        acl: 'ADMINONLY',
        indexes: [],
        docs: expect.arrayContaining(['current', 'version:1']),
      },
      { name: 'people', acl: 'ADMINONLY', indexes: ['phone_1'], docs: 0 },
    ],
    functions: [
      {
        name: 'beat',
        size: expect.any(Number),
        runtime: 'Nodejs18.15',
        memory: 256,
        timeout: 60,
        variables: [{ Key: 'TZ', Value: 'Asia/Shanghai' }],
        triggers: [{ TriggerName: 'beat', Type: 'timer', TriggerDesc: '0 */1 * * * * *' }],
      },
      expect.objectContaining({ name: 'cases', timeout: 20, triggers: [] }),
    ],
    storage: 'PRIVATE',
  });
});

it('makes no write when nothing has changed', async () => {
  await played.deploy();
  const before = played.env.state;
  played.console.calls.length = 0;
  expect(await played.deploy()).toBe(false);
  expect(played.console.writes).toEqual([]);
  expect(said()).toContain('和云上一样，没有要改的。');
  expect(played.env.state).toEqual(before);
});

it('shows the plan in the words of the console and changes nothing', async () => {
  expect(await played.deploy({ planOnly: true })).toBe(false);
  expect(played.console.writes).toEqual([]);
  expect(played.said).toEqual([
    '环境 linli-3d4e5f 应当有：集合 3 个、索引 3 个、云函数 2 个。',
    '  新建集合 3 个：cases、people、deployments',
    '  权限设为“所有用户不可读写”的集合 3 个',
    '  建索引 3 个：cases 2、people 1',
    '    其中 cases.no_1_unique 不许重复',
    '  云存储的权限设为“仅创建者可读写”',
    '  新建云函数 beat（Nodejs18.15，256 MB，60 秒，TZ=Asia/Shanghai）',
    '  新建云函数 cases（Nodejs18.15，256 MB，20 秒，TZ=Asia/Shanghai）',
    '  云函数 beat 设定时 beat（0 */1 * * * * *）',
    '一共 13 步。这只是计划，什么都没有改。',
  ]);
});

it('changes nothing when the person says no', async () => {
  played.agrees = false;
  expect((await refusalIn(played.deploy())).code).toBe('NOT_AGREED');
  expect(played.console.writes).toEqual([]);
});

it('stops where the cloud has changed between the plan that was agreed to and the lease', async () => {
  const run = await played.run();
  const agree = async () => {
    played.env.tables.answer('CreateTable', { TableName: 'people' });
    return true;
  };
  expect((await refusalIn(deploy({ ...run, agree }))).code).toBe('CLOUD_MOVED_ON');
  expect([...played.env.tables.all.keys()].sort()).toEqual(['deployments', 'people']);
});

it('makes indexes before the functions that need them, sends configuration before code, and the timer last', async () => {
  await played.deploy();
  const order = actions();
  expect(order.lastIndexOf('UpdateTable')).toBeLessThan(order.indexOf('CreateFunction'));
  expect(order.lastIndexOf('CreateFunction')).toBeLessThan(order.indexOf('BatchCreateTrigger'));
  const next = small();
  next.functions.cases = { code: answers('cases 2'), config: { timeout: 30 } };
  played.have(next);
  played.console.calls.length = 0;
  await played.deploy();
  expect(said()).toContain('改云函数 cases 的设置：超时 20 秒 → 30 秒');
  const second = actions();
  expect(second.indexOf('UpdateFunctionConfiguration')).toBeGreaterThan(0);
  expect(second.indexOf('UpdateFunctionConfiguration')).toBeLessThan(second.indexOf('UpdateFunctionCode'));
  // What has not changed is not sent.
  expect(played.console.writes.filter(({ body }) => body.FunctionName === 'beat')).toEqual([]);
});

it('finishes what was half made by hand: an open collection, a function with the defaults of DevTools', async () => {
  played.env.tables.answer('CreateTable', { TableName: 'cases' });
  await played.deploy();
  const func = played.env.functions.get('cases');
  func.timeout = 3;
  func.variables = [{ Key: 'SET_BY_HAND', Value: '1' }];
  played.env.tables.get('people').acl = 'READONLY';
  played.env.tables.get('people').indexes = [];
  played.env.functions.get('beat').triggers = [];
  played.said = [];
  await played.deploy();
  expect(said()).toContain('其中 people 现在是“所有用户可读，仅创建者可读写”');
  expect(said()).toContain('超时 3 秒 → 20 秒，环境变量 TZ=Asia/Shanghai');
  expect(func).toMatchObject({ timeout: 20 });
  // The cloud forgets what is not sent: a variable that a person set is sent again.
  expect(func.variables).toEqual([
    { Key: 'SET_BY_HAND', Value: '1' },
    { Key: 'TZ', Value: 'Asia/Shanghai' },
  ]);
  expect(played.env.tables.get('people')).toMatchObject({ acl: 'ADMINONLY', indexes: [{ name: 'phone_1' }] });
  expect(played.env.functions.get('beat').triggers).toHaveLength(1);
});

it('sees code that another tool has put there, and says that it goes', async () => {
  await played.deploy();
  const func = played.env.functions.get('cases');
  const ours = func.zip;
  func.zip = played.env.functions.get('beat').zip;
  played.said = [];
  await played.deploy();
  expect(said()).toContain('更新云函数 cases 的代码（云上的在别处改过或者重新传过，换成这里的）');
  expect(func.zip.equals(ours)).toBe(true);
});

it('takes an index for there when its keys are, whatever it is called', async () => {
  played.env.tables.answer('CreateTable', { TableName: 'people' });
  played.env.tables
    .get('people')
    .indexes.push({ name: 'by phone, made by hand', keys: [['phone', 1]], unique: false, building: 0 });
  await played.deploy();
  expect(played.env.tables.get('people').indexes.map(({ name }) => name)).toEqual(['by phone, made by hand']);
});

it('waits for an index that is being built', async () => {
  played.env.tables.buildFor = 3;
  const building: number[] = [];
  played.console.meanwhile = ({ action }) => {
    if (action !== 'CreateFunction') return;
    for (const { indexes } of played.env.tables.all.values())
      building.push(...indexes.map((one) => one.building));
  };
  await played.deploy();
  // Before the first function all of them showed.
  expect(building).toHaveLength(6);
  expect(building.every((left) => left < 0)).toBe(true);
});

it('does not change in place what cannot be: an index of the same name, a runtime', async () => {
  await played.deploy();
  played.env.tables.get('people').indexes = [
    { name: 'phone_1', keys: [['door', 1]], unique: false, building: 0 },
  ];
  played.env.functions.get('cases').runtime = 'Nodejs8.9';
  played.console.calls.length = 0;
  const refusal = await refusalIn(played.deploy());
  expect(refusal.message).toContain(
    '集合 people 里有同名的索引 phone_1，内容不一样；加上 --allow-drop 会先删掉它再建',
  );
  expect(refusal.message).toContain('云函数 cases 的运行环境是 Nodejs8.9，不能改成 Nodejs18.15');
  expect(played.console.writes).toEqual([]);
  await played.deploy({ allowDrop: true });
  expect(played.env.tables.get('people').indexes).toMatchObject([{ name: 'phone_1', keys: [['phone', 1]] }]);
  expect(played.env.functions.get('cases').runtime).toBe('Nodejs18.15');
});

it('names the documents that a unique index forbids, without what stands in them, and goes on when they are mended', async () => {
  played.env.tables.answer('CreateTable', { TableName: 'cases' });
  const { docs } = played.env.tables.get('cases');
  docs.push({ _id: 'a', no: '13800000000' }, { _id: 'b', no: '13800000000' }, { _id: 'c', no: '1' });
  const refusal = await refusalIn(played.deploy());
  expect(refusal.code).toBe('DUPLICATE');
  expect(refusal.message).toContain('索引 cases.no_1_unique 要求不重复，可是数据里有重复的：记录 a、b。');
  expect(refusal.message).not.toContain('13800000000');
  expect(played.env.functions.all.size).toBe(0);
  docs.splice(1, 1);
  await played.deploy();
  expect(played.env.functions.all.size).toBe(2);
});

it('waits while the cloud has too many calls or a function is still being changed', async () => {
  played.console.busy = new Map([
    ['ListTables', 2],
    ['CreateFunction', 1],
  ]);
  await played.deploy();
  played.env.functions.get('cases').status = 'Updating';
  played.env.functions.get('cases').settling = 4;
  const next = small();
  next.functions.cases = { code: answers('cases 2') };
  played.have(next);
  await played.deploy();
  expect(played.env.functions.get('cases').zip.length).toBeGreaterThan(0);
  played.console.busy = new Map([['ListTables', 100]]);
  expect((await refusalIn(played.deploy())).code).toBe('TOO_BUSY');
});

it('says when a function stays in the state of being changed', async () => {
  await played.deploy();
  played.env.functions.get('cases').status = 'Updating';
  played.env.functions.get('cases').settling = 10_000;
  const next = small();
  next.functions.cases = { code: answers('cases 2') };
  played.have(next);
  expect((await refusalIn(played.deploy())).message).toContain('云函数 cases 一直在更新，等了5分钟。');
});

describe('what is not wanted any more', () => {
  beforeEach(async () => {
    await played.deploy();
    played.env.tables.get('people').docs.push({ _id: 'p1' }, { _id: 'p2' });
    // Somebody else's, in the same environment.
    played.env.tables.answer('CreateTable', { TableName: 'guestbook' });
    played.env.functions
      .get('cases')
      .triggers.push({ TriggerName: 'unknown', Type: 'timer', TriggerDesc: '0 0 8 * * * *' });
    const next = small();
    next.collections = [{ name: 'cases', indexes: [{ keys: [['no', 1]], unique: true }] }];
    delete next.functions.beat;
    played.have(next);
    played.said = [];
  });

  it('stays, and is named with how many documents there are', async () => {
    await played.deploy();
    expect(played.said).toEqual(
      expect.arrayContaining([
        '  集合 people 这一版不用了，里面有 2 条记录，留着；加上 --allow-drop 才会删',
        '  集合 guestbook 不是这里建的，不动',
        '  云函数 beat 这一版不用了，留着；加上 --allow-drop 才会删',
        '  集合 cases 的索引 unit_community_1_at_-1 没有用到，留着；加上 --allow-drop 才会删',
        '  云函数 cases 的定时 unknown 不是这一版定的，留着；加上 --allow-drop 才会删',
      ]),
    );
    expect([...played.env.tables.all.keys()].sort()).toEqual(['cases', 'deployments', 'guestbook', 'people']);
    expect(played.env.functions.all.size).toBe(2);
  });

  it('goes with --allow-drop, after all else; what is not ours never does', async () => {
    await played.deploy({ allowDrop: true });
    expect(said()).toContain('【删除】删集合 people，连同里面的 2 条记录');
    expect([...played.env.tables.all.keys()].sort()).toEqual(['cases', 'deployments', 'guestbook']);
    expect([...played.env.functions.all.keys()]).toEqual(['cases']);
    expect(played.env.functions.get('cases').triggers).toEqual([]);
    expect(played.env.tables.get('cases').indexes).toHaveLength(1);
  });
});

describe('a plan kept in a file', () => {
  const file = () => join(played.root, 'plan.json');
  beforeEach(() => played.deploy({ planOnly: true, save: file() }));

  it('is applied as it was read', async () => {
    played.agrees = false;
    expect(await played.deploy({ from: file() })).toBe(true);
    expect(played.env.functions.all.size).toBe(2);
  });

  it('is refused when the cloud has moved on', async () => {
    played.env.tables.answer('CreateTable', { TableName: 'cases' });
    played.console.calls.length = 0;
    expect((await refusalIn(played.deploy({ from: file() }))).code).toBe('CLOUD_MOVED_ON');
    expect(played.console.writes).toEqual([]);
  });

  it('is refused when the repository has', async () => {
    const next = small();
    next.functions.cases = { code: answers('cases 2') };
    played.have(next);
    expect((await refusalIn(played.deploy({ from: file() }))).code).toBe('CODE_MOVED_ON');
  });

  it('is refused for another environment, and when it is none', async () => {
    const other = played.console.add(
      Object.assign(Object.create(Object.getPrototypeOf(played.env)), played.env, { id: 'linli-trial' }),
      'a-secret-of-nobody',
    );
    const run = await played.run('白露澄@街道办', { env: other.id });
    expect((await refusalIn(deploy(run, { from: file() }))).message).toContain(
      '这份计划是给环境 linli-3d4e5f 做的',
    );
    expect((await refusalIn(played.deploy({ from: join(played.root, 'none.json') }))).code).toBe(
      'PLAN_UNREADABLE',
    );
  });
});

it('changes the keys of 身份证号 by one command, goes on where it was cut off, and shows them to nobody who did not ask', async () => {
  const own = small();
  for (const name of ['privacy', 'sweep']) own.functions[name] = { code: answers(name) };
  played.have(own);
  const run = async (wish: KeyWish) => keys(await played.run(), wish);
  expect((await refusalIn(run({ do: 'new' }))).code).toBe('KEYS_NOWHERE');
  await played.deploy();
  const variable = (name: string) =>
    played.env.functions.get(name).variables.find(({ Key }) => Key === 'LINLI_KEYS');
  const held = () => [...new Set(['privacy', 'cases', 'sweep'].map((name) => variable(name)?.Value))];
  const changed = () =>
    played.console.calls.flatMap(({ action, body }) =>
      action === 'UpdateFunctionConfiguration' ? String(body.FunctionName) : [],
    );
  await run({ do: 'new' });
  const [first = ''] = held();
  expect(held()).toEqual([expect.stringMatching(/^20786:[0-9a-f]{64}$/)]);
  const cases = played.env.tables.get('cases').docs;
  cases.push({ _id: 'a', no: '1', idNumber: { key: 20786 } });
  // Cut off before the last of them: whoever opens has the new key before anybody encrypts with it.
  played.console.mend();
  played.console.meanwhile = ({ action, body }) => {
    if (action === 'UpdateFunctionConfiguration' && body.FunctionName === 'cases')
      played.console.cut(1, 'dropped');
  };
  expect((await refusalIn(run({ do: 'new' }))).code).toBe('NO_NETWORK');
  expect(changed()).toEqual(['privacy', 'cases']);
  played.console.meanwhile = undefined;
  played.console.mend();
  await run({ do: 'list' });
  expect(said()).toContain('第20786把：存着1个号码\n第20787把：存着0个号码\n有的云函数还没放全');
  await run({ do: 'new' });
  expect(changed()).toEqual(['sweep']);
  const [both = ''] = held();
  expect([held().length, both.startsWith(`${first},20787:`)]).toEqual([1, true]);
  expect((await refusalIn(run({ do: 'drop', number: 20786 }))).message).toContain(
    '还有1个号码是用第20786把存的',
  );
  expect((await refusalIn(run({ do: 'drop', number: 20787 }))).code).toBe('KEY_NEWEST');
  expect((await refusalIn(run({ do: 'drop', number: 1 }))).message).toContain('有的是：20786、20787');
  cases.splice(0, 1);
  await run({ do: 'drop', number: 20786 });
  expect(held()).toEqual([both.slice(first.length + 1)]);
  // A deployment leaves them, and a function that has to be made anew has them again.
  played.env.functions.get('cases').runtime = 'Nodejs8.9';
  await played.deploy({ allowDrop: true });
  expect(held()).toEqual([both.slice(first.length + 1)]);
  const told = said() + JSON.stringify([...played.env.tables.all.values()].map(({ docs }) => docs));
  for (const [, hex] of both.matchAll(/:([0-9a-f]{64})/g)) expect(told).not.toContain(hex);
  await run({ do: 'copy' });
  expect(said()).toContain(`LINLI_KEYS=${held()[0]}`);
  Object.assign(variable('sweep') ?? {}, { Value: `20787:${'0'.repeat(64)}` });
  expect((await refusalIn(run({ do: 'new' }))).code).toBe('KEYS_DIFFER');
});
