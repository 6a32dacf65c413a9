import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import type { Figures } from 'contract/actions/metrics';
import { metricKeys, metrics } from 'contract/metrics';
import { type Column, Table } from '../parts/table';
import { intervalWords, isShown, partWords, rateWords } from './rate-words';

/** Agents side by side at a desk, with all six rates: each with what it is made of and its interval, without which it says too much. */
export function PersonTable({ persons, children }: { persons: readonly Figures[]; children: ReactNode }) {
  return (
    <Table label="代办员的六个率" columns={columns} rows={persons} keyOf={({ key }) => key}>
      {children}
    </Table>
  );
}

const columns: readonly Column<Figures>[] = [
  { head: '代办员', cell: ({ name }) => <View className="row-name">{name}</View>, by: ({ name }) => name },
  ...metricKeys.map((key): Column<Figures> => ({
    head: metrics[key].name,
    cell: ({ rates: { [key]: rate } }) => (
      <>
        <View className={isShown(rate) ? 'row-rate' : ''}>{rateWords(rate)}</View>
        <View className="row-parts">{partWords(rate)}</View>
        {isShown(rate) && <View className="row-interval">{intervalWords(rate)}</View>}
      </>
    ),
    by: ({ rates: { [key]: rate } }) => (isShown(rate) ? rate.rate : undefined),
    isNumber: true,
  })),
];
