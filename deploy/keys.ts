import { type Keys, keysIn, printKeys, withNewKey } from '../localcloud/keys';
import type { Cloud } from './cloud';
import { Fault } from './faults';
import { type FunctionThere, configure, functionOf } from './functions';
import { type Held, takeLease } from './lease';
import { makeRecords } from './records';
import { refuse } from './refusals';
import type { Run } from './session';
import { countDocs } from './tables';

/**
 * The functions that have the keys of 身份证号 (docs/decisions/0072), in the order in which a new one is given to them: `privacy` opens alone, `cases`
 * encrypts, `sweep` takes over what is there. So whoever may meet a number that the new key has encrypted has that key already.
 */
const HOLDERS = ['privacy', 'cases', 'sweep'] as const;
const VARIABLE = 'LINLI_KEYS';

/** What the clerk wants: to see the numbers, a new key, one away that nothing needs any more, or all of them as a line to be locked away. */
export type KeyWish = { do: 'list' | 'new' | 'copy' } | { do: 'drop'; number: number };

/** `npm run keys -- cloud`: the keys of a deployed environment. No key is printed, except where it is asked for, and none is written into its records. */
export async function keys(run: Run, wish: KeyWish): Promise<void> {
  const { cloud } = run;
  const { say } = cloud.world;
  const there = await holders(cloud);
  const known = unionOf(there);
  if (wish.do === 'copy') return say(`${VARIABLE}=${printKeys(known)}`);
  if (wish.do === 'list') {
    for (const number of known.keys())
      say(`第${number}把：存着${await countDocs(cloud, 'cases', { 'idNumber.key': number })}个号码`);
    if (known.size === 0) say('一把也没有：现在存不了身份证号。运行 npm run keys -- cloud new 生成。');
    else if (!areAlike(there)) say('有的云函数还没放全：再运行一次 npm run keys -- cloud new，会接着放完。');
    return;
  }
  if (wish.do === 'drop') {
    await expectUnused(cloud, known, wish.number);
    if (!(await run.agree(`删掉第${wish.number}把吗？`))) throw refuse('NOT_AGREED');
  }
  await makeRecords(cloud);
  const held = await takeLease(cloud, run.runner);
  try {
    await (wish.do === 'drop' ? drop(run, held, wish.number) : rotate(run, held));
  } finally {
    await held.giveBack().catch(() => undefined);
  }
}

/** One more key, in each function; where a run before was cut off, its key goes into the functions that have not got it. */
async function rotate({ cloud, stopped }: Run, held: Held): Promise<void> {
  const { say, now } = cloud.world;
  const there = await holders(cloud);
  const known = unionOf(there);
  const isWhole = areAlike(there);
  if (!isWhole) say('上次没有放完，接着放。');
  const next = isWhole ? withNewKey(known, now()) : known;
  await spread(cloud, held, there, next, stopped);
  const newest = Math.max(...next.keys());
  say(
    `第${newest}把密钥放进了 ${HOLDERS.join('、')}，马上用。${
      next.size > 1 ? '旧的先别删：十二小时内会一批批换过来。' : ''
    }再抄一份锁好，丢了就打不开：npm run keys -- cloud copy`,
  );
}

async function drop({ cloud, stopped }: Run, held: Held, number: number): Promise<void> {
  const there = await holders(cloud);
  const known = unionOf(there);
  await expectUnused(cloud, known, number);
  known.delete(number);
  await spread(cloud, held, there, known, stopped);
  cloud.world.say(`第${number}把删了。`);
}

async function spread(
  cloud: Cloud,
  held: Held,
  there: readonly FunctionThere[],
  next: Keys,
  stopped: AbortSignal,
): Promise<void> {
  for (const found of there) {
    if (found.variables[VARIABLE] === printKeys(next)) continue;
    if (stopped.aborted) throw refuse('STOPPED');
    await held.keep();
    // The cloud forgets what is not sent.
    await configure(cloud, { ...found, variables: { ...found.variables, [VARIABLE]: printKeys(next) } });
  }
}

async function expectUnused(cloud: Cloud, known: Keys, number: number): Promise<void> {
  if (!known.has(number)) throw refuse('NO_SUCH_KEY', number, [...known.keys()].join('、') || '一把也没有');
  if (number === Math.max(...known.keys())) throw refuse('KEY_NEWEST', number);
  const count = await countDocs(cloud, 'cases', { 'idNumber.key': number });
  if (count > 0) throw refuse('KEY_IN_USE', number, count);
}

/** One after the other, in the order in which they are given a key. */
async function holders(cloud: Cloud): Promise<FunctionThere[]> {
  const found: FunctionThere[] = [];
  for (const name of HOLDERS)
    found.push(
      await functionOf(cloud, name).catch((error: unknown) => {
        throw error instanceof Fault && error.isMissing ? refuse('KEYS_NOWHERE', name) : error;
      }),
    );
  return found;
}

const keysOf = ({ variables }: FunctionThere): Keys => keysIn(variables[VARIABLE] ?? '');
const areAlike = (there: readonly FunctionThere[]): boolean =>
  new Set(there.map((one) => printKeys(unionOf([one])))).size === 1;

/** All keys that any of them has, the oldest first. */
function unionOf(there: readonly FunctionThere[]): Keys {
  const known: Keys = new Map();
  for (const one of there)
    for (const [number, hex] of keysOf(one)) {
      if ((known.get(number) ?? hex) !== hex)
        throw refuse('KEYS_DIFFER', number, there.map(({ name }) => name).join('、'));
      known.set(number, hex);
    }
  return new Map([...known].sort(([a], [b]) => a - b));
}
