import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import type { Output } from 'contract/actions';
import type { RosterRow } from 'contract/models';
import { type Column, Open, Table } from '../parts/table';
import { comingLeave, DutyTags, gridWords, hoursWords, leaveWords } from './words';

interface Props {
  list: Output<'roster.list'>;
  now: number;
  onOpen(row: RosterRow): void;
  children: ReactNode;
}

/** Agents at a desk: a line each, to be sorted by how much they have. */
export function AgentTable({ list: { agents, grids }, now, onOpen, children }: Props) {
  const columns: readonly Column<RosterRow>[] = [
    {
      head: '代办员',
      cell: (row) => <Open onPress={() => onOpen(row)}>{row.name}</Open>,
      by: ({ name }) => name,
    },
    {
      head: '现在',
      cell: (row) => {
        const coming = comingLeave(row, now);
        return (
          <>
            <View className="roster-tags">
              <DutyTags row={row} now={now} />
            </View>
            {coming && <View>{leaveWords(coming, now)}请假</View>}
          </>
        );
      },
      // Agents on duty first, then those who come soonest.
      by: ({ isOnDuty, nextDutyAt }) => (isOnDuty ? 0 : nextDutyAt),
    },
    {
      head: '今天',
      cell: ({ today, dailyCapacity }) => `${today}/${dailyCapacity}件`,
      by: ({ today }) => today,
      isNumber: true,
    },
    {
      head: '上门',
      cell: ({ todayVisits, homeVisitCapacity }) => `${todayVisits}/${homeVisitCapacity}件`,
      by: ({ todayVisits }) => todayVisits,
      isNumber: true,
      isSpare: true,
    },
    { head: '手头', cell: ({ open }) => `${open}件`, by: ({ open }) => open, isNumber: true },
    { head: '超期', cell: ({ overdue }) => `${overdue}件`, by: ({ overdue }) => overdue, isNumber: true },
    { head: '当班', cell: hoursWords, isSpare: true },
    { head: '网格', cell: (row) => gridWords(row, grids), isSpare: true },
    ...(new Set(agents.map(({ orgName }) => orgName)).size > 1
      ? [{ head: '社区', cell: ({ orgName }: RosterRow) => orgName, by: ({ orgName }: RosterRow) => orgName }]
      : []),
  ];
  return (
    <Table label="代办员" columns={columns} rows={agents} keyOf={({ id }) => id}>
      {children}
    </Table>
  );
}
