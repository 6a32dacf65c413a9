import { View } from '@tarojs/components';
import { currentTime } from '@/cloud/clock';
import { Fold } from '@/components/fold';
import { Heading } from '@/components/heading';
import { List } from '@/components/list-row';
import { dayWords } from '@/format/when';
import { useCall } from '@/hooks/use-call';
import { instantOf } from 'contract/time';
import { BoardRow } from './row';

/** 不在岗: who is away today, and the cases that wait with them, each to be given to somebody else. Nothing where there are none. */
export function Absent({ orgId }: { orgId: string }) {
  const agents = useCall('cases.absent', { orgId }).data?.agents ?? [];
  const now = currentTime();
  const count = agents.reduce((sum, { cases }) => sum + cases.length, 0);
  if (count === 0) return null;
  return (
    <Fold title={`${agents.length}位代办员不在，手上有${count}件`}>
      {() =>
        agents.map(({ agentId, name, until, cases }) => (
          <View key={agentId}>
            <Heading level={3}>
              {name}，{until === undefined ? '停岗了' : `请假到${dayWords(instantOf(until), now)}`}
            </Heading>
            <List label={`${name}手上的办件`}>
              {cases.map((row) => (
                <BoardRow key={row.caseId} row={row} now={now} />
              ))}
            </List>
          </View>
        ))
      }
    </Fold>
  );
}
