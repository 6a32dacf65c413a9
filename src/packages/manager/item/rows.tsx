import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { Button } from '@/components/button';
import { FieldError } from '@/components/field';
import { Fold } from '@/components/fold';
import './item.scss';

interface Props<Row> {
  /** what one of them is called: 样材料 */
  unit: string;
  rows: readonly Row[];
  nameOf(row: Row): string;
  fresh: Row;
  error?: string;
  onChange(rows: Row[]): void;
  children(row: Row, change: (part: Partial<Row>) => void): ReactNode;
}

/** Several things of one kind, each a line until it is pressed: one is open at a time, and can be moved up or taken out. */
export function Rows<Row>({ unit, rows, nameOf, fresh, error, onChange, children }: Props<Row>) {
  const [open, setOpen] = useState<number>();
  const set = (next: Row[], opened?: number) => {
    onChange(next);
    setOpen(opened);
  };
  const up = (at: number) =>
    set(
      rows.map((row, i) => (i === at - 1 ? (rows[at] ?? row) : i === at ? (rows[at - 1] ?? row) : row)),
      at - 1,
    );
  return (
    <View className="item-rows field">
      <FieldError id={`rows-${unit}`}>{error}</FieldError>
      {rows.map((row, at) => (
        <Fold
          key={at}
          title={`第${at + 1}${unit}：${nameOf(row) || '还没写名称'}`}
          open={open === at}
          onFlip={(isOpen) => setOpen(isOpen ? at : undefined)}
        >
          {() => (
            <>
              {children(row, (part) =>
                onChange(rows.map((one, i) => (i === at ? { ...one, ...part } : one))),
              )}
              <View className="item-ways">
                {at > 0 && (
                  <Button look="quiet" inline onPress={() => up(at)}>
                    往上移
                  </Button>
                )}
                <Button
                  look="quiet"
                  icon="close"
                  inline
                  label={`去掉，第${at + 1}${unit}`}
                  onPress={() => set(rows.filter((_, i) => i !== at))}
                >
                  去掉
                </Button>
              </View>
            </>
          )}
        </Fold>
      ))}
      <View>
        <Button inline onPress={() => set([...rows, fresh], rows.length)}>
          加一{unit}
        </Button>
      </View>
    </View>
  );
}
