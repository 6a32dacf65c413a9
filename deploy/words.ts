import type { CollectionSpec, FunctionSpec } from './manifest';
import type { Plan } from './plan';
import type { Kept, Step } from './step';

/** A plan in the words of the console, as lists that a clerk reads. */

const acls: Record<string, string> = {
  READONLY: '所有用户可读，仅创建者可读写',
  PRIVATE: '仅创建者可读写',
  ADMINWRITE: '所有用户可读，仅管理端可写',
  ADMINONLY: '所有用户不可读写',
  CUSTOM: '自定义安全规则',
};
const aclWords = (acl: string): string => acls[acl] ?? acl;

export function functionWords({ name, runtime, memoryMb, timeoutSeconds, variables }: FunctionSpec): string {
  const set = Object.entries(variables).map(([key, value]) => `${key}=${value}`);
  return `${name}（${[runtime, `${memoryMb} MB`, `${timeoutSeconds} 秒`, ...set].join('，')}）`;
}

/** One step, as it is said while it is made. */
export function stepWords(step: Step): string {
  switch (step.do) {
    case 'create-collection':
      return `新建集合 ${step.collection}`;
    case 'close-collection':
      return `集合 ${step.collection} 的权限设为“所有用户不可读写”`;
    case 'create-index':
      return `建索引 ${step.collection}.${step.index.name}${step.index.unique ? '（不许重复）' : ''}`;
    case 'drop-index':
      return `删索引 ${step.collection}.${step.index}`;
    case 'close-storage':
      return '云存储的权限设为“仅创建者可读写”';
    case 'create-function':
      return `新建云函数 ${functionWords(step.function)}`;
    case 'configure':
      return `改云函数 ${step.function.name} 的设置：${step.was.join('，')}`;
    case 'upload':
      return `更新云函数 ${step.function.name} 的代码${step.isForeign ? '（云上的在别处改过或者重新传过，换成这里的）' : ''}`;
    case 'create-trigger':
      return `云函数 ${step.function} 设定时 ${step.trigger.name}（${step.trigger.cron}）`;
    case 'drop-trigger':
      return `云函数 ${step.function} 去掉定时 ${step.trigger}`;
    case 'drop-function':
      return `删云函数 ${step.function}`;
    case 'drop-collection':
      return `删集合 ${step.collection}，连同里面的 ${step.count} 条记录`;
  }
}

/** The plan: what comes in numbers is told in one line a kind, everything else a line each. */
export function planWords({ steps, kept, blocked }: Plan): string[] {
  const of = <K extends Step['do']>(kind: K) =>
    steps.filter((step): step is Extract<Step, { do: K }> => step.do === kind);
  const lines: string[] = [];
  const created = of('create-collection');
  if (created.length > 0)
    lines.push(`新建集合 ${created.length} 个：${created.map((step) => step.collection).join('、')}`);
  const closed = of('close-collection');
  const open = closed.filter(({ was }) => was !== '');
  if (closed.length > 0) lines.push(`权限设为“所有用户不可读写”的集合 ${closed.length} 个`);
  for (const { collection, was } of open) lines.push(`  其中 ${collection} 现在是“${aclWords(was)}”`);
  const indexes = of('create-index');
  if (indexes.length > 0)
    lines.push(`建索引 ${indexes.length} 个：${counted(indexes.map((step) => step.collection))}`);
  for (const { collection, index } of indexes.filter((step) => step.index.unique))
    lines.push(`  其中 ${collection}.${index.name} 不许重复`);
  const singly: Step['do'][] = ['close-storage', 'create-function', 'configure', 'upload', 'create-trigger'];
  for (const step of steps.filter((one) => singly.includes(one.do))) lines.push(stepWords(step));
  const dropped = steps.filter((step) => step.do.startsWith('drop-'));
  for (const step of dropped) lines.push(`【删除】${stepWords(step)}`);
  lines.push(...kept.map(keptWords));
  lines.push(...blocked.map((what) => `【不能做】${what}`));
  return lines;
}

function keptWords(kept: Kept): string {
  const stays = '留着；加上 --allow-drop 才会删';
  switch (kept.what) {
    case 'collection':
      return kept.isOurs
        ? `集合 ${kept.name} 这一版不用了，里面有 ${kept.count} 条记录，${stays}`
        : `集合 ${kept.name} 不是这里建的，不动`;
    case 'function':
      return kept.isOurs
        ? `云函数 ${kept.name} 这一版不用了，${stays}`
        : `云函数 ${kept.name} 不是这里建的，不动`;
    case 'index':
      return `集合 ${kept.of} 的索引 ${kept.name} 没有用到，${stays}`;
    case 'trigger':
      return `云函数 ${kept.of} 的定时 ${kept.name} 不是这一版定的，${stays}`;
  }
}

/** `a, a, b` → `a 2、b 1`. */
function counted(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, count]) => `${name} ${count}`).join('、');
}

export const sizeWords = ({
  collections,
  functions,
}: {
  collections: CollectionSpec[];
  functions: unknown[];
}): string =>
  `集合 ${collections.length} 个、索引 ${collections.flatMap(({ indexes }) => indexes).length} 个、云函数 ${functions.length} 个`;
