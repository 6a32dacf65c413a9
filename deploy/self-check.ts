import type { Cloud } from './cloud';
import { call } from './functions';
import { type There, look } from './look';
import type { Manifest } from './manifest';
import { planOf } from './plan';
import type { Step } from './step';

/** One line of the list: what was tried, what came of it, and the one thing to do. As the function `admin` answers (contract, `tried`). */
export interface Tried {
  what: string;
  state: 'fine' | 'wrong' | 'unsure';
  found: string;
  todo?: string;
}

const signs: Record<Tried['state'], string> = { fine: '好', wrong: '要办', unsure: '没试出来' };

/**
 * Step 4, and `--check`: looks at what stands there now, unless that was just seen to be as it should; has the function `admin` try what only
 * a function can; and says each thing in a line. Changes nothing. Gives whether nothing is wrong.
 */
export async function selfCheck(cloud: Cloud, isAsItShould = false): Promise<boolean> {
  const { say } = cloud.world;
  const stands = isAsItShould ? [seen] : await standing(cloud);
  if (!stands) {
    say('还没有部署好，没有可检查的。先运行 npm run deploy。');
    return false;
  }
  const tried = [...stands, ...(await askFunction(cloud))];
  say('检查一遍：');
  for (const { what, state, found, todo } of tried) {
    say(`  【${signs[state]}】${what}：${found}`);
    if (todo !== undefined) say(`      ${todo}`);
  }
  const count = (state: Tried['state']) => tried.filter((one) => one.state === state).length;
  const left = count('wrong') + count('unsure');
  say(
    left === 0
      ? `${tried.length}样都好。`
      : `${tried.length}样里，要办的${count('wrong')}样，没试出来的${count('unsure')}样。办完再检查一遍：npm run deploy -- --env ${cloud.keys.env} --check`,
  );
  return count('wrong') === 0;
}

const seen: Tried = {
  what: '集合、索引、权限、云函数、定时器',
  state: 'fine',
  found: '刚看过，和这一版一样',
};

/** What stands there beside what the version says. Undefined where no version does. */
async function standing(cloud: Cloud): Promise<Tried[] | undefined> {
  const there = await look(cloud);
  const { current, versions } = there.records;
  const manifest = versions.find(({ version }) => version === current)?.manifest;
  return manifest && compare(there, manifest);
}

/** By the cloud's own lists, which are proof. */
function compare(there: There, { collections, functions }: Manifest): Tried[] {
  const { steps } = planOf(there, { collections, functions }, { allowDrop: false });
  const of = (...kinds: Step['do'][]) => steps.filter((step) => kinds.includes(step.do));
  const again = '再运行一次 npm run deploy，会补上。';
  const line = (what: string, all: string, missing: string[]): Tried =>
    missing.length === 0
      ? { what, state: 'fine', found: all }
      : { what, state: 'wrong', found: `不对的有 ${missing.join('、')}`, todo: again };
  const indexes = collections.flatMap((one) => one.indexes).length;
  const timers = functions.flatMap(({ triggers }) => triggers).length;
  const idle = there.functions.filter(
    ({ name, status }) => status !== 'Active' && functions.some((one) => one.name === name),
  );
  return [
    line(
      '集合权限',
      `${collections.length}个集合都是“所有用户不可读写”`,
      of('create-collection', 'close-collection').map(nameOf),
    ),
    line('索引', `${indexes}个都在`, of('create-index').map(nameOf)),
    line('云存储权限', '仅创建者可读写', of('close-storage').map(nameOf)),
    line('云函数', `${functions.length}个都在，代码、设置和时区（TZ）都对`, [
      ...new Set([
        ...of('create-function', 'configure', 'upload', 'drop-function').map(nameOf),
        ...idle.map(({ name, status }) => `${name}（${status}）`),
      ]),
    ]),
    line('定时器', `${timers}个都在`, of('create-trigger').map(nameOf)),
  ];
}

function nameOf(step: Step): string {
  if (step.do === 'create-index') return `${step.collection}.${step.index.name}`;
  if ('collection' in step) return step.collection;
  if (step.do === 'close-storage') return step.was;
  return 'function' in step ? (typeof step.function === 'string' ? step.function : step.function.name) : '';
}

/** A version of before has no such check: it answers that it does not know it. */
async function askFunction(cloud: Cloud): Promise<Tried[]> {
  const at = cloud.world.now();
  const told = await call(cloud, 'admin', { selfCheck: { at } });
  const { ok, data } = (told ?? {}) as { ok?: boolean; data?: { tried?: Tried[] } };
  if (ok === true && Array.isArray(data?.tried)) return data.tried;
  const { code = '没有回答' } = (told ?? {}) as { code?: string };
  return [
    {
      what: '微信的权限、模板、时钟、定时',
      state: 'unsure',
      found: `云函数 admin 没有试（${code}）`,
      todo: '用区管理员的手机打开“运行情况”，点“检查一遍”。',
    },
  ];
}
