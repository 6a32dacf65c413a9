import { type Level, SATISFIED, levels } from './words';

/**
 * 指标: what each rate is divided from, in one place for the pages, the exports and docs/metrics.md. Rules:
 * docs/domain.md, "Reviews that can be trusted"; levels by GB/T 39735 (好差评). Days are those of Asia/Shanghai.
 *
 * Every case counts once in each rate, on one day:
 * - `submitted`: the day it was asked for;
 * - `ended`: the last day it was completed or terminated on. While it is open again it stays there, as not solved; its review
 *   and its rectification are counted there too, whenever they came.
 */
export const countKeys = [
  /** asked for */
  'asked',
  /** of these: taken by an agent, or past the response clock without */
  'answerable',
  /** of these: taken inside the response clock */
  'answered',
  /** ended as completed, those that are open again included */
  'completed',
  /** of these: never opened again */
  'solved',
  /** of these: ended inside the completion clock */
  'onTime',
  'terminated',
  /** completed at least once, whatever came after: it could be rated */
  'rateable',
  /** reviews that stay out of the rates: 代录, or given on the rated agent's own device, or taken back on appeal */
  'aside',
  /** bad reviews whose rectification was closed, is past its clock, or had a call-back that heard of nothing mended */
  'mendable',
  /** of these: closed inside the clock, and no call-back heard that nothing was mended */
  'mended',
  ...(Object.keys(levels) as Level[]),
] as const;
export type CountKey = (typeof countKeys)[number];
/** What is counted of some cases; nothing is 0. */
export type Counts = Partial<Record<CountKey, number>>;

const reviews = Object.keys(levels) as Level[];

export interface Metric {
  name: string;
  /** what stands above the line, and below, in plain words */
  numerator: string;
  denominator: string;
  /** the counts that are added up above the line, and below */
  of: readonly CountKey[];
  from: readonly CountKey[];
  /** which of a case's days it belongs to */
  day: 'submitted' | 'ended';
  /** made of what single people said: a hidden one must not follow from its neighbours either */
  isPersonal: boolean;
}

export const metrics = {
  response: {
    name: '响应率',
    numerator: '在响应时限内有代办员接了的件',
    denominator: '有代办员接了的件，加上过了响应时限还没人接的件',
    of: ['answered'],
    from: ['answerable'],
    day: 'submitted',
    isPersonal: false,
  },
  solving: {
    name: '解决率',
    numerator: '办结以后没有重办过的件',
    denominator: '办结的件，加上终止的件',
    of: ['solved'],
    from: ['completed', 'terminated'],
    day: 'ended',
    isPersonal: false,
  },
  onTime: {
    name: '按时办结率',
    numerator: '在答应的期限内办结的件',
    denominator: '办结的件',
    of: ['onTime'],
    from: ['completed'],
    day: 'ended',
    isPersonal: false,
  },
  satisfaction: {
    name: '满意率',
    numerator: '非常满意、满意、基本满意的评价',
    denominator: '本人的评价；没评的不算，代录的和在代办员手机上评的也不算',
    of: SATISFIED,
    from: reviews,
    day: 'ended',
    isPersonal: true,
  },
  participation: {
    name: '参评率',
    numerator: '本人的评价',
    denominator: '办结过的件',
    of: reviews,
    from: ['rateable'],
    day: 'ended',
    isPersonal: false,
  },
  mending: {
    name: '差评整改率',
    numerator: '在整改时限内整改完、回访没有再说不满意的差评',
    denominator: '整改完的差评，加上过了整改时限还没整改完的和回访还不满意的差评',
    of: ['mended'],
    from: ['mendable'],
    day: 'ended',
    isPersonal: true,
  },
} as const satisfies Record<string, Metric>;
export type MetricKey = keyof typeof metrics;
export const metricKeys = Object.keys(metrics) as [MetricKey, ...MetricKey[]];

/** `在答应的期限内办结的件 ÷ 办结的件` */
export function formulaOf(key: MetricKey): string {
  return `${metrics[key].numerator} ÷ ${metrics[key].denominator}`;
}

/**
 * From where on a rate is good, and below which it is low, as shares: what a page marks, no line to measure units or agents by.
 * Taking part is the residents' own affair and has none.
 */
export const marks: Partial<Record<MetricKey, { good: number; low: number }>> = {
  response: { good: 0.95, low: 0.85 },
  solving: { good: 0.95, low: 0.85 },
  onTime: { good: 0.95, low: 0.85 },
  satisfaction: { good: 0.9, low: 0.8 },
  mending: { good: 0.9, low: 0.8 },
};

/** What each day means, said beside the formula. */
export const dayWords: Record<Metric['day'], string> = {
  submitted: '按提出的那天算',
  ended: '按最后一次办结或终止的那天算',
};

/** A rate of fewer than this is hidden. Source: docs/domain.md, "Reviews that can be trusted". */
export const FEW = 20;
/** A word that fewer reviews than this share is not shown: it could be told whose it is. Source: as comments, in batches of five. */
export const FEW_WORDS = 5;
export const hiddenWords = {
  few: `不到${FEW}件，不显示`,
  cover: '为了不让人从别的行推算出来，一起不显示',
} as const;

/** Numerator and denominator of a rate. */
export function partsOf(key: MetricKey, counts: Counts): { numerator: number; denominator: number } {
  const sum = (keys: readonly CountKey[]) => keys.reduce((total, one) => total + (counts[one] ?? 0), 0);
  return { numerator: sum(metrics[key].of), denominator: sum(metrics[key].from) };
}

/** What figures are broken down by. */
export const dimensions = {
  service: '服务事项',
  mode: '办理方式',
  channel: '渠道',
  below: '下级单位',
} as const;

/** What can be taken away as a file. */
export const exportTables = {
  rates: '总体指标',
  months: '按月',
  weeks: '按周',
  services: '按服务事项',
  modes: '按办理方式',
  channels: '按渠道',
  units: '按下级单位',
  weekdays: '事项按星期',
  hours: '事项按钟点',
  words: '评价用词',
  persons: '按代办员',
  cases: '办件清单',
} as const;
export type ExportTable = keyof typeof exportTables;
export const exportFormats = { xlsx: 'Excel', csv: 'CSV' } as const;
export type ExportFormat = keyof typeof exportFormats;
