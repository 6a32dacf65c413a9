import type { Highs } from 'highs';

/** A linear programme, put together cell by cell: columns ≥ 0 with a cost, rows with bounds; the least cost is looked for. */
export class Model {
  private readonly costs: number[] = [];
  private readonly uppers: number[] = [];
  private readonly cells: [row: number, value: number][][] = [];
  private readonly bounds: [from: number, to: number][] = [];

  constructor(private readonly highs: Highs) {}

  column(cost: number, upper = this.highs.infinity): number {
    this.uppers.push(upper);
    this.cells.push([]);
    return this.costs.push(cost) - 1;
  }

  row(from: number, to: number): number {
    return this.bounds.push([from, to]) - 1;
  }

  put(row: number, column: number, value: number): void {
    this.cells[column]?.push([row, value]);
  }

  /** The value of every column. Throws where there is no best one. */
  solve(): Float64Array {
    const { highs, costs, uppers, cells, bounds } = this;
    const starts = [0];
    for (const column of cells) starts.push((starts.at(-1) ?? 0) + column.length);
    const flat = cells.flat();
    const data = {
      numCols: costs.length,
      numRows: bounds.length,
      colCost: costs,
      colLower: costs.map(() => 0),
      colUpper: uppers,
      rowLower: bounds.map(([from]) => from),
      rowUpper: bounds.map(([, to]) => to),
      matrix: {
        format: 'csc' as const,
        numRows: bounds.length,
        numCols: costs.length,
        starts,
        indices: flat.map(([row]) => row),
        values: flat.map(([, value]) => value),
      },
    };
    return highs.withModel(data, (model) => {
      model.options.set('output_flag', false);
      model.run();
      const status = model.getModelStatus();
      if (status !== highs.constants.modelStatus.optimal) throw new Error(`HiGHS ends with status ${status}`);
      return model.getSolution().colValue;
    });
  }
}
