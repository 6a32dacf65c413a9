import { View } from '@tarojs/components';
import { spokenNo } from 'contract/case-no';
import type { CaseRow } from 'contract/models';
import type { OPEN } from 'contract/states';
import { modes, stateNames } from 'contract/words';
import { Heading } from '@/components/heading';
import { List, ListRow } from '@/components/list-row';
import { DueTag } from '@/components/tag';
import { Words } from '@/components/words';
import { go } from '@/routes';

/** What needs the manager most stands first. */
const columns: readonly { state: (typeof OPEN)[number]; hint: string }[] = [
  { state: 'submitted', hint: '还没有代办员,点开看原因' },
  { state: 'offered', hint: '等代办员答应' },
  { state: 'in_progress', hint: '代办员正在办' },
  { state: 'awaiting_resident', hint: '等居民补材料' },
];

/** One column a state; below each other on a phone. */
export function Columns({ rows, now }: { rows: readonly CaseRow[]; now: number }) {
  return (
    <View className="board">
      {columns.map(({ state, hint }) => {
        const here = rows.filter((row) => row.state === state);
        return (
          <View className="board-column" key={state}>
            <Heading>
              {stateNames[state]} {here.length}件
            </Heading>
            <Words look="muted">{here.length > 0 ? hint : '现在没有'}</Words>
            {here.length > 0 && (
              <List>
                {here.map((row) => (
                  <ListRow
                    key={row.caseId}
                    title={row.serviceName}
                    tag={<DueTag kase={row} now={now} />}
                    note={<Whereabouts row={row} />}
                    onPress={() => go.managerCase(row.caseId)}
                  />
                ))}
              </List>
            )}
          </View>
        );
      })}
    </View>
  );
}

function Whereabouts({ row }: { row: CaseRow }) {
  return (
    <>
      <View className="board-holder">{row.agentName ? `代办员 ${row.agentName}` : row.next}</View>
      <View>{[row.residentName, row.place, modes[row.mode]].filter(Boolean).join(' · ')}</View>
      <View>编号 {spokenNo(row.no)}</View>
    </>
  );
}
