import type { Figures, Rate } from '../../contract/actions/metrics';
import {
  type ExportTable,
  type MetricKey,
  dayWords,
  exportTables,
  formulaOf,
  hiddenWords,
  metricKeys,
  metrics,
} from '../../contract/metrics';
import { weekdayNames } from '../../contract/time';
import type { Cell, Table } from './sheet';
import type { Trend, UnitFigures } from './unit-figures';

/** The tables that are made of figures; `persons` and `cases` have their own rows. */
export type FigureTable = Exclude<ExportTable, 'persons' | 'cases'>;

/** Which trend a table needs. */
export const trendFor = (table: ExportTable): Trend => (table === 'weeks' ? 'week' : 'month');

/** One table of a unit's page. */
export function figureTable(table: FigureTable, shown: UnitFigures): Table {
  const name = exportTables[table];
  switch (table) {
    case 'rates':
      return { name, ...ratesTable(shown.total) };
    case 'months':
      return linesTable(name, '月份', shown.trend);
    case 'weeks':
      return linesTable(name, '周一', shown.trend);
    case 'services':
      return linesTable(name, '服务事项', shown.services);
    case 'modes':
      return linesTable(name, '办理方式', shown.modes);
    case 'channels':
      return linesTable(name, '渠道', shown.channels);
    case 'units':
      return linesTable(name, '单位', shown.below);
    case 'weekdays':
      return heatTable(name, weekdayNames.slice(1), shown.weekdays);
    case 'hours':
      return heatTable(
        name,
        Array.from({ length: 24 }, (_, hour) => `${hour}点`),
        shown.hours,
      );
    case 'words':
      return {
        name,
        head: ['用词', '评价条数'],
        rows: shown.words.tags.map(({ tag, count }) => [tag, count]),
      };
  }
}

/** Each rate on a line of its own, with the words that say what it is. */
export function ratesTable(
  { rates }: Figures,
  keys: readonly MetricKey[] = metricKeys,
): { head: string[]; rows: Cell[][] } {
  return {
    head: ['指标', '数值', '分子', '分母', '95%区间', '怎么算', '算在哪天'],
    rows: keys.map((key) => [
      metrics[key].name,
      ...cellsOf(rates[key]),
      formulaOf(key),
      dayWords[metrics[key].day],
    ]),
  };
}

/** A line for each month, item, unit or person, all rates beside each other. */
export function linesTable(name: string, what: string, lines: readonly Figures[]): Table {
  const headOf = (key: MetricKey) =>
    ['', '分子', '分母', '95%区间'].map((part) => `${metrics[key].name}${part}`);
  return {
    name,
    head: [what, '提出的件', '办结的件', ...metricKeys.flatMap(headOf)],
    rows: lines.map((line) => [
      line.name,
      line.asked,
      line.completed,
      ...metricKeys.flatMap((key) => cellsOf(line.rates[key])),
    ]),
  };
}

function heatTable(name: string, cells: readonly string[], rows: UnitFigures['hours']): Table {
  return { name, head: ['服务事项', ...cells], rows: rows.map((row) => [row.name, ...row.counts]) };
}

/** Value, numerator, denominator and interval. */
function cellsOf({ rate, numerator, denominator, low, high, hidden, isCover }: Rate): Cell[] {
  if (hidden) return [isCover ? hiddenWords.cover : hiddenWords.few, null, denominator, null];
  if (rate === null || low === null || high === null) return ['没有', numerator, denominator, null];
  return [percent(rate), numerator, denominator, `${percent(low)}—${percent(high)}`];
}

/** One decimal, rounded down: 100% is said only where none is missing. */
const percent = (share: number): string => `${(Math.floor(share * 1000 + 1e-9) / 10).toFixed(1)}%`;
