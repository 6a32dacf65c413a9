import type { Output } from 'contract/actions';
import type { PolicyChange, PolicyValues } from 'contract/models';

type Held = Pick<Output<'admin.policy'>, 'values' | 'above' | 'own'>;

type Weight = keyof PolicyValues['weights'];
export type RuleName = Exclude<keyof PolicyValues, 'weights'> | `weights.${Weight}`;

interface Rule {
  name: RuleName;
  label: string;
  unit: string;
  hint: string;
}

/** What runs and how long. */
export const limits: readonly Rule[] = [
  { name: 'offerMinutes', label: '接单时限', unit: '分钟', hint: '上班时间里算；过了就转给下一位' },
  { name: 'responseHours', label: '首次响应', unit: '小时', hint: '工作日里算；多久之内要有人接' },
  {
    name: 'urgentResponseHours',
    label: '紧急响应',
    unit: '小时',
    hint: '险情多久之内要有人接，白天黑夜都算',
  },
  { name: 'supplyDays', label: '居民补材料', unit: '个工作日', hint: '过了期提醒代办员' },
  { name: 'pauseCapDays', label: '最多停多久', unit: '个工作日', hint: '等居民的时间加起来，过了期限接着算' },
  { name: 'escalateHours', label: '逐级上报', unit: '个工作小时', hint: '上报了没人说知道，多久再往上报' },
  { name: 'whistleDays', label: '吹哨答复', unit: '个工作日', hint: '吹哨的人没说期限时' },
  { name: 'handovers', label: '最多转手', unit: '次', hint: '0就是不能转手' },
  { name: 'complaintDays', label: '答复投诉', unit: '个工作日', hint: '多久之内查清楚、答复居民' },
  { name: 'questionDays', label: '答复咨询', unit: '个工作日', hint: '事项写的更快，就照事项的' },
  {
    name: 'custodyDays',
    label: '归还原件',
    unit: '个工作日',
    hint: '代办员收了原件，最多几天要还；过了就上报',
  },
  { name: 'photoDays', label: '照片留存', unit: '天', hint: '办结以后，材料照片留多久就删掉' },
];

/** What a candidate costs. */
export const weights: readonly Rule[] = [
  { name: 'weights.distance', label: '远近', unit: '分', hint: '同网格0分，每远一步加这么多' },
  { name: 'weights.load', label: '手头件数', unit: '分', hint: '手头每件加这么多' },
  { name: 'weights.homeVisit', label: '上门', unit: '件', hint: '一件上门再多算几件' },
  { name: 'weights.overdue', label: '超期', unit: '件', hint: '一件超期再多算几件' },
  { name: 'weights.month', label: '本月件数', unit: '分', hint: '本月接的每件加这么多，办完的也算' },
  { name: 'weights.known', label: '熟人', unit: '分', hint: '住户不认识的加这么多' },
];

export const rules = [...limits, ...weights];

export function valueOf(values: PolicyChange, name: RuleName): number | undefined {
  return isWeight(name) ? values.weights?.[weightOf(name)] : values[name];
}

/** What the manager wrote in a field; null: it is to follow the unit above again. */
export type Typed = Partial<Record<RuleName, string | null>>;

/** A rule as it stands in its field. */
export interface Standing {
  shown: string;
  /** what saving makes the unit's own; undefined: it follows the unit above */
  own?: string;
  isChanged: boolean;
}

/** The value that holds stands in the field until another is written. An empty field, and what is inherited anyway, sets nothing. */
export function standingOf({ values, above, own }: Held, name: RuleName, typed: Typed[RuleName]): Standing {
  const holds = String(valueOf(values, name) ?? '');
  const inherited = String(valueOf(above, name) ?? '');
  const isOwn = valueOf(own, name) !== undefined;
  if (typed === undefined) return { shown: holds, own: isOwn ? holds : undefined, isChanged: false };
  if (typed === null) return { shown: inherited, isChanged: isOwn };
  const words = typed.trim();
  const next = words === '' || (!isOwn && isSame(words, inherited)) ? undefined : words;
  return {
    shown: typed,
    own: next,
    isChanged: isOwn ? next === undefined || !isSame(next, holds) : next !== undefined,
  };
}

const isSame = (words: string, value: string) => Number(words) === Number(value);

/** What the unit sets itself once this is saved. */
export function changeOf(held: Held, typed: Typed): PolicyChange {
  const change: Record<string, number> = {};
  const own: Record<string, number> = {};
  for (const { name } of rules) {
    const { own: words } = standingOf(held, name, typed[name]);
    if (words === undefined) continue;
    if (isWeight(name)) own[weightOf(name)] = Number(words);
    else change[name] = Number(words);
  }
  return { ...change, ...(Object.keys(own).length > 0 ? { weights: own } : {}) };
}

/** `接单时限20分钟`, each of what a version sets. */
export function sayChange(own: PolicyChange): string {
  const said = rules.flatMap(({ name, label, unit }) => {
    const value = valueOf(own, name);
    return value === undefined ? [] : [`${label}${value}${unit}`];
  });
  return said.join('，') || '全部沿用上级规则';
}

const isWeight = (name: RuleName): name is `weights.${Weight}` => name.startsWith('weights.');
const weightOf = (name: `weights.${Weight}`) => name.slice('weights.'.length) as Weight;
