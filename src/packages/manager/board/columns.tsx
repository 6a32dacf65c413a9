import { View } from '@tarojs/components';
import type { CaseRow } from 'contract/models';
import type { OPEN } from 'contract/states';
import { stateNames } from 'contract/words';
import { Heading } from '@/components/heading';
import { List } from '@/components/list-row';
import { Words } from '@/components/words';
import { BoardRow } from './row';

/** What needs the manager most stands first. */
const columns: readonly { state: (typeof OPEN)[number]; hint: string }[] = [
  { state: 'submitted', hint: '还没有代办员' },
  { state: 'offered', hint: '等代办员答应' },
  { state: 'in_progress', hint: '代办员正在办' },
  { state: 'awaiting_resident', hint: '等居民补材料' },
];

/** All open cases, one column a state; below each other on a phone. */
export function Columns({ rows, now }: { rows: readonly CaseRow[]; now: number }) {
  return (
    <View className="board-columns">
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
                  <BoardRow key={row.caseId} row={row} now={now} />
                ))}
              </List>
            )}
          </View>
        );
      })}
    </View>
  );
}
