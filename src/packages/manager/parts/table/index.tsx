import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { Icon } from '@/components/icon';
import { Press } from '@/components/press';
import { Words } from '@/components/words';
import { useIsDesk } from '@/hooks/use-desk';
import { useTextSize } from '@/hooks/use-text-size';
import { type Sort, sorted, turned } from './sort';
import './table.scss';

export interface Column<T> {
  head: string;
  cell(row: T): ReactNode;
  /** what rows are sorted by when the head is pressed; without it they are not */
  by?(row: T): number | string | undefined;
  /** a sentence, that may go on in the next line anywhere; of others words stay whole */
  isText?: boolean;
  /** numbers, below each other by their last digit */
  isNumber?: boolean;
  /** only where there is much room: not in 长辈版, which has fewer things on a page */
  isSpare?: boolean;
}

interface Props<T> {
  label: string;
  /** the first one names its row */
  columns: readonly Column<T>[];
  rows: readonly T[];
  keyOf(row: T): string;
  /** further rows come only when they are asked for, and are not sorted among these yet */
  isPart?: boolean;
  /** the same rows for a phone, and for 特大, which has no room for columns */
  children: ReactNode;
}

/** Records below each other, at a desk: a table that its heads sort. The rows begin as they were given. */
export function Table<T>({ label, columns, rows, keyOf, isPart, children }: Props<T>) {
  const isDesk = useIsDesk();
  const { size } = useTextSize();
  const [sort, setSort] = useState<Sort>();
  if (!isDesk || size === 'huge') return children;
  const by = columns.find(({ head }) => head === sort?.head)?.by;
  return (
    <>
      {by && isPart && <Words look="muted">只排了下面这{rows.length}条，后面的还没拿来。</Words>}
      <View className="table" role="table" aria-label={label}>
        <View className="table-row" role="row">
          {columns.map((column) => (
            <Head
              key={column.head}
              column={column}
              sort={sort?.head === column.head ? sort : undefined}
              onPress={() => setSort(turned(sort, column.head))}
            />
          ))}
        </View>
        {sorted(rows, by, sort?.isDown).map((row) => (
          <View className="table-row table-record" role="row" key={keyOf(row)}>
            {columns.map((column, i) => (
              <View
                key={column.head}
                className={`table-cell${looksOf(column)}`}
                role={i === 0 ? 'rowheader' : 'cell'}
              >
                {column.cell(row)}
              </View>
            ))}
          </View>
        ))}
      </View>
    </>
  );
}

const looksOf = <T,>({ isNumber, isText, isSpare }: Column<T>) =>
  [isNumber && ' table-number', isText && ' table-text', isSpare && ' table-spare'].filter(Boolean).join('');

interface HeadProps<T> {
  column: Column<T>;
  sort?: Sort;
  onPress(): void;
}

function Head<T>({ column, sort, onPress }: HeadProps<T>) {
  const { head, by } = column;
  const className = `table-head${looksOf(column)}`;
  if (!by)
    return (
      <View className={className} role="columnheader">
        {head}
      </View>
    );
  return (
    <View
      className={className}
      role="columnheader"
      aria-sort={sort ? (sort.isDown ? 'descending' : 'ascending') : 'none'}
    >
      <Press className="table-sort" onPress={onPress}>
        <View className="table-sort-words">
          {head}
          <View className={`table-arrow${sort ? (sort.isDown ? ' table-down' : ' table-up') : ''}`}>
            <Icon name="next" />
          </View>
        </View>
      </Press>
    </View>
  );
}

/** The name of a record, that opens it. `label`: said instead, where the name alone is not enough. */
export function Open({ label, onPress, children }: { label?: string; onPress(): void; children: ReactNode }) {
  return (
    <Press className="table-open" label={label} onPress={onPress}>
      {children}
    </Press>
  );
}
