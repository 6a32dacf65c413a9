import { View } from '@tarojs/components';
import type { CaseRow } from 'contract/models';
import { type ToDo, toDosOf } from 'contract/to-do';
import { Button } from '@/components/button';
import { Heading } from '@/components/heading';
import { List, ListRow } from '@/components/list-row';
import { supplyByWords } from '@/format/due';
import { go } from '@/routes';

/** 您现在要做的: the first thing that waits for the resident, and the way to the others; absent when nothing does. */
export function First({ rows, now }: { rows: readonly CaseRow[]; now: number }) {
  const [first, ...rest] = toDosOf(rows, now);
  if (!first) return null;
  return (
    <View className="home-section">
      <Heading>您现在要做的</Heading>
      <List>
        <Row toDo={first} now={now} />
      </List>
      {rest.length > 0 && (
        <Button look="quiet" onPress={go.myCases}>
          还有{rest.length}件等您，都看看
        </Button>
      )}
    </View>
  );
}

function Row({ toDo, now }: { toDo: ToDo; now: number }) {
  const { caseId, serviceName } = toDo.row;
  if (toDo.what === 'review') {
    return (
      <ListRow
        icon="star"
        title={`评一评：${serviceName}`}
        note="办完了，请您说说办得怎么样。"
        onPress={() => go.review(caseId)}
      />
    );
  }
  if (toDo.what === 'decide') {
    return (
      <ListRow
        icon="info"
        title={`还办不办：${serviceName}`}
        note={toDo.row.next}
        onPress={() => go.case(caseId)}
      />
    );
  }
  if (toDo.what === 'owed') {
    return (
      <ListRow
        icon="shield"
        title={`收到了吗：${serviceName}`}
        note={toDo.row.next}
        onPress={() => go.case(caseId)}
      />
    );
  }
  const { what, by } = toDo.supply;
  return (
    <ListRow
      icon="paper"
      title={`补一样：${serviceName}`}
      note={
        <>
          <View>{what}</View>
          {by !== undefined && <View>{supplyByWords(by, now)}</View>}
        </>
      }
      onPress={() => go.case(caseId)}
    />
  );
}
