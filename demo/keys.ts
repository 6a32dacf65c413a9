import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import database from '../config/database.json';
import { collectionSpec } from '../localcloud/database/store';
import { openReading } from '../localcloud/database/store.sqlite';
import { printKeys, readKeys, withNewKey, writeKeys } from '../localcloud/keys';

/**
 * `npm run keys`: the keys that 身份证号 are encrypted with (docs/decisions/0072), of this machine's data (`DATA_DIR`).
 * Without a word: their numbers and how much each still encrypts. `new`: one more, which encrypts from now on. `drop <number>`: takes one away that
 * nothing needs any more. `cloud`, with the same words after it, or with `copy`: those of an environment of WeChat's cloud.
 */
async function main(): Promise<number> {
  const [what = 'list', which] = process.argv.slice(2);
  const folder = process.env.DATA_DIR ?? '.data';
  if (what === 'cloud') return inCloud(process.argv.slice(3));
  const file = join(folder, 'keys');
  if (!existsSync(file)) {
    console.error(`${file} 不在。先运行一次 npm start，它会自己生成。`);
    return 1;
  }
  const keys = readKeys(file);
  if (what === 'new') {
    writeKeys(file, withNewKey(keys));
    console.log(
      `第${keys.size === 0 ? 1 : Math.max(...keys.keys()) + 1}把密钥生成了，马上用。旧的先别删：十二小时内会一批批换过来。`,
    );
    return 0;
  }
  const used = await usedOf(folder);
  if (what === 'drop') {
    const number = Number(which);
    const newest = Math.max(...keys.keys());
    if (!keys.has(number) || number === newest) {
      console.error(
        `删不了：${keys.has(number) ? '这一把正在用' : '没有这一把'}。有的是：${[...keys.keys()].join('、')}。`,
      );
      return 1;
    }
    const left = used.get(number) ?? 0;
    if (left > 0) {
      console.error(`还有${left}个号码是用第${number}把存的，换完再删。`);
      return 1;
    }
    keys.delete(number);
    writeKeys(file, keys);
    console.log(`第${number}把删了。`);
    return 0;
  }
  for (const number of keys.keys()) console.log(`第${number}把：存着${used.get(number) ?? 0}个号码`);
  if (printKeys(keys) === '') console.log('一把也没有：现在存不了身份证号。运行 npm run keys -- new 生成。');
  return 0;
}

/** By the tool that deploys, which has the way there: `cloud drop 3 --env real` is `npm run deploy -- --keys drop:3 --env real`. */
function inCloud([what = 'list', ...rest]: string[]): number {
  const isOption = what.startsWith('--');
  const wish = isOption ? 'list' : what === 'drop' ? `drop:${rest.shift() ?? ''}` : what;
  const words = ['deploy/run.ts', '--keys', wish, ...(isOption ? [what] : []), ...rest];
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', ...words], {
    cwd: join(__dirname, '..'),
    stdio: 'inherit',
  });
  return status ?? 1;
}

/** key → how many numbers it encrypts. */
async function usedOf(folder: string): Promise<Map<number, number>> {
  const used = new Map<number, number>();
  const file = join(folder, 'database.sqlite');
  if (!existsSync(file)) return used;
  const cases = v.parse(
    collectionSpec,
    database.collections.find(({ name }) => name === 'cases'),
  );
  const store = openReading(file);
  for (const value of readKeys(join(folder, 'keys')).keys())
    used.set(value, await store.count(cases, { field: 'idNumber.key', op: '=', value }));
  await store.close();
  return used;
}

void main().then((code) => {
  process.exitCode = code;
});
