import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { spokenNo } from 'contract/case-no';
import type { CaseRow } from 'contract/models';
import { OPEN } from 'contract/states';
import { StateTag } from '@/components/tag';
import { whenWords } from '@/format/when';
import { go } from '@/routes';
import { type Column, Open, Table } from '../parts/table';
import { CardTag } from './card-tag';
import { Alarms, holderWords } from './row';

interface Props {
  label: string;
  rows: readonly CaseRow[];
  now: number;
  isPart: boolean;
  children: ReactNode;
}

/** Cases at a desk: a line each, to be sorted by what one looks for. */
export function Cases({ now, ...table }: Props) {
  return <Table {...table} columns={columnsAt(now)} keyOf={({ caseId }) => caseId} />;
}

const columnsAt = (now: number): readonly Column<CaseRow>[] => [
  {
    head: '事项',
    cell: ({ caseId, serviceName }) => <Open onPress={() => go.managerCase(caseId)}>{serviceName}</Open>,
    by: ({ serviceName }) => serviceName,
    isText: true,
  },
  {
    head: '期限',
    cell: (row) => <CardTag row={row} now={now} />,
    by: ({ dueAt, pausedAt }) => (pausedAt === undefined ? dueAt : undefined),
  },
  {
    head: '到哪一步',
    cell: ({ state, kind }) => <StateTag state={state} kind={kind} />,
    by: ({ state }) => OPEN.findIndex((one) => one === state),
  },
  {
    head: '在谁手里',
    cell: (row) => (
      <>
        <Alarms row={row} />
        <View>{holderWords(row)}</View>
      </>
    ),
    by: ({ agentName }) => agentName,
    isText: true,
  },
  { head: '居民', cell: ({ residentName }) => residentName, by: ({ residentName }) => residentName },
  { head: '网格', cell: ({ place }) => place, by: ({ place }) => place, isSpare: true },
  {
    head: '提交',
    cell: ({ submittedAt }) => whenWords(submittedAt, now),
    by: ({ submittedAt }) => submittedAt,
    isSpare: true,
  },
  { head: '编号', cell: ({ no }) => spokenNo(no), by: ({ no }) => no, isSpare: true },
];
