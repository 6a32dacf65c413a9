import { type CellStyle, type CellValue, writeXlsx } from 'hucre/xlsx';
import { isRejection } from '../../contract/errors';
import { sayPeriod } from '../../contract/period';
import { levels } from '../../contract/words';
import type { HandlerOf } from '../kit/serve';
import { fileOf } from '../kit/file';
import { quarterRange } from './quarter';
import { harmless } from '../domain/cell-text';
import type { Cell } from './sheet';
import { ratesTable } from './tables';
import { asked } from './unit';
import { unitFigures } from './unit-figures';

/** What invited reviewers are asked about, a line each. */
const aspects = ['服务态度', '办事效率', '办理结果', '办事是否方便', '廉洁守纪'] as const;
const COLUMNS = 7;

/** 评议表: to print on one A4 page, fill in by hand and hand back. Errors: `asked`'s, QUARTER_NOT_OVER. */
export const form: HandlerOf<'metrics.form'> = async (context, { orgId, quarter }) => {
  const range = quarterRange(quarter, context.now);
  if (isRejection(range)) return range;
  const found = await asked(context, 'metrics.form', { orgId, ...range });
  if (isRejection(found)) return found;
  const { unit } = found;
  const { total } = await unitFigures(unit, range, 'month', context.now);
  const figures = ratesTable(total).rows.map((row) => row.slice(0, 4));
  const rows: Cell[][] = [
    [`${unit.name}为民代办评议表`],
    [`评议时段：${sayPeriod(quarter)}（${range.from}至${range.to}）`],
    ['指标', '数值', '分子', '分母'],
    ...figures,
    ['请在每一行选一格打勾'],
    ['评议内容', ...Object.values(levels), '说明'],
    ...aspects.map((aspect): Cell[] => [aspect]),
    ['意见和建议：'],
    ['评议官签名：', null, null, null, '日期：'],
  ];
  return fileOf(context, async () => ({
    orgId: unit._id,
    table: 'form',
    name: `${unit.name}-${sayPeriod(quarter)}评议表.xlsx`,
    bytes: [await page(rows)],
    rows: () => rows.length - 1,
  }));
};

/** One sheet that fits one A4 page, every cell boxed. */
function page(rows: readonly Cell[][]): Promise<Uint8Array> {
  const thin = { style: 'thin' } as const;
  const boxed: CellStyle = {
    border: { top: thin, bottom: thin, left: thin, right: thin },
    alignment: { vertical: 'center', wrapText: true },
  };
  const title: CellStyle = { font: { bold: true, size: 16 }, alignment: { horizontal: 'center' } };
  const filled = rows.map((row) =>
    Array.from({ length: COLUMNS }, (_, i): CellValue => {
      const cell = row[i] ?? null;
      return typeof cell === 'string' ? harmless(cell) : cell;
    }),
  );
  const wide = rows.flatMap((row, i) => (row.length === 1 && !isAspect(row[0]) ? [i] : []));
  return writeXlsx({
    sheets: [
      {
        name: '评议表',
        rows: filled,
        columns: Array.from({ length: COLUMNS }, (_, i) => ({ width: i === 0 ? 18 : 13 })),
        cells: new Map(
          filled.flatMap((row, i) =>
            row.map((_, j): [string, { style: CellStyle }] => [
              `${i},${j}`,
              { style: i === 0 ? title : boxed },
            ]),
          ),
        ),
        merges: wide.map((row) => ({ startRow: row, endRow: row, startCol: 0, endCol: COLUMNS - 1 })),
        rowDefs: new Map(rows.map((row, i) => [i, { height: row[0] === '意见和建议：' ? 140 : 28 }])),
        pageSetup: {
          paperSize: 'a4',
          orientation: 'portrait',
          fitToPage: true,
          fitToWidth: 1,
          fitToHeight: 1,
        },
      },
    ],
  });
}

const isAspect = (cell: Cell | undefined) => aspects.some((aspect) => aspect === cell);
