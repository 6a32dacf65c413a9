import type { PolicyValues } from '../contract/models';
import type { Figures } from './figures';

/** The figures side by side, as an admin reads them. */

export interface Column {
  name: string;
  figures: Figures;
}

const rows: [name: string, say: (figures: Figures) => string][] = [
  ['等待接单，中位数', ({ waitMedian }) => sayMinutes(waitMedian)],
  ['等待接单，95%不超过', ({ waitP95 }) => sayMinutes(waitP95)],
  ['按时办结率', ({ onTimeRate }) => sayPart(onTimeRate)],
  ['迟办（件）', ({ late }) => sayCount(late)],
  ['接件差（越小越均）', ({ spread }) => sayPart(spread)],
  ['在手差', ({ inHand }) => sayPart(inHand)],
  ['每件询问（次）', ({ offersPerCase }) => offersPerCase.toFixed(2)],
  ['管理员手派（件）', ({ byHand }) => sayCount(byHand)],
  ['上门（次）', ({ visits }) => sayCount(visits)],
  ['其中非本网格', ({ outside }) => sayCount(outside)],
  ['始终没人接（件）', ({ waiting }) => sayCount(waiting)],
];

const weightNames: Record<keyof PolicyValues['weights'], string> = {
  distance: '远近',
  load: '手头件数',
  homeVisit: '上门',
  overdue: '超期',
  month: '本月件数',
  known: '熟人',
};

export function tableOf(columns: readonly Column[]): string {
  const head = ['', ...columns.map(({ name }) => name)];
  const body = rows.map(([name, say]) => [name, ...columns.map(({ figures }) => say(figures))]);
  const widths = head.map((_, i) => Math.max(...[head, ...body].map((row) => widthOf(row[i] ?? ''))));
  const line = (row: string[]) => `| ${row.map((cell, i) => padded(cell, widths[i] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n');
}

/** `把现行规则换成最少负荷:迟办少9件(244→235),接件差从28.0%到22.1%,…` */
export function sayChange(from: Column, to: Column, weights: string): string {
  const [a, b] = [from.figures, to.figures];
  return [
    `把“${from.name}”换成“${to.name}”${weights && `（${weights}）`}：迟办${sayStep(a.late, b.late, '件')}`,
    `接件差从${sayPart(a.spread)}到${sayPart(b.spread)}`,
    `非本网格上门${sayStep(a.outside, b.outside, '次')}`,
    `每件询问从${a.offersPerCase.toFixed(2)}到${b.offersPerCase.toFixed(2)}次。`,
  ].join('，');
}

/** `远近 1000→15`; empty where the weights are the same. */
export function sayWeights(from: PolicyValues['weights'], to: PolicyValues['weights']): string {
  return (Object.keys(weightNames) as (keyof typeof weightNames)[])
    .filter((name) => from[name] !== to[name])
    .map((name) => `${weightNames[name]} ${from[name]}→${to[name]}`)
    .join('，');
}

/** How far a policy is from the best in hindsight. */
export function sayDistance(column: Column, best: Column): string {
  const over = (mine: number, least: number) =>
    least > 0 ? sayPart(mine / least - 1) : mine > 0 ? '无从比' : '0.0%';
  const [a, b] = [column.figures, best.figures];
  return `“${column.name}”比事后最优：迟办多${over(a.late, b.late)}，接件差大${over(a.spread, b.spread)}。`;
}

function sayStep(from: number, to: number, unit: string): string {
  const change = Math.round(to) - Math.round(from);
  const said = change === 0 ? '不变' : `${change < 0 ? '少' : '多'}${Math.abs(change)}${unit}`;
  return `${said}（${sayCount(from)}→${sayCount(to)}）`;
}

function sayMinutes(minutes: number): string {
  return Number.isFinite(minutes) ? `${Math.round(minutes)}工作分钟` : '没人接';
}
function sayPart(part: number): string {
  return `${(part * 100).toFixed(1)}%`;
}
function sayCount(count: number): string {
  return String(Math.round(count));
}

/** A Chinese character is as wide as two letters. */
function widthOf(text: string): number {
  return [...text].reduce((width, one) => width + (one > '\u2e80' || '“”→'.includes(one) ? 2 : 1), 0);
}
function padded(text: string, width: number): string {
  return text + ' '.repeat(width - widthOf(text));
}
