import { View } from '@tarojs/components';
import { spokenNo } from 'contract/case-no';
import type { CaseRow } from 'contract/models';
import type { RectifyState } from 'contract/states';
import { levels, rectifyNames } from 'contract/words';
import { currentTime } from '@/cloud/clock';
import { call } from '@/cloud/call';
import { callPages } from '@/cloud/call-pages';
import { Faces, Note } from '@/components/faces';
import { Heading } from '@/components/heading';
import { List, ListRow } from '@/components/list-row';
import { More } from '@/components/more';
import { Words } from '@/components/words';
import { usePages } from '@/hooks/use-pages';
import { usePullRefresh } from '@/hooks/use-pull-refresh';
import { go } from '@/routes';
import { useLookedAt } from '../parts/case-list';
import type { HeapProps } from './heaps';
import { RectifyTag } from './rectify-tag';

/** Step by step, as a bad review goes: a glance shows where each stands. */
const columns: readonly { state: RectifyState; hint: string }[] = [
  { state: 'verifying', hint: '先看属实不属实' },
  { state: 'mending', hint: '属实，要改好或说清' },
  { state: 'calling', hint: '打电话问居民' },
];

/** 差评整改: the bad reviews that are being looked into, each opening its case. */
export function Rectify({ orgId }: HeapProps) {
  useLookedAt(orgId, 'rectify');
  const asked = usePages(`cases.board ${orgId} rectify`, (from) =>
    callPages((cursor) => call('cases.board', { orgId, heap: 'rectify', cursor }), from),
  );
  usePullRefresh(asked);
  const now = currentTime();
  return (
    <Faces
      of={asked}
      isEmpty={(rows) => rows.length === 0}
      empty={<Note icon="done" text="没有要整改的差评。" />}
    >
      {(rows) => (
        <>
          <View className="reviews-columns">
            {columns.map(({ state, hint }) => {
              const here = rows.filter((row) => row.rectify?.state === state);
              return (
                <View className="reviews-column" key={state}>
                  <Heading>
                    {rectifyNames[state]} {here.length}件
                  </Heading>
                  <Words look="muted">{here.length > 0 ? hint : '现在没有'}</Words>
                  {here.length > 0 && (
                    <List>
                      {here.map((row) => (
                        <Row key={row.caseId} row={row} now={now} />
                      ))}
                    </List>
                  )}
                </View>
              );
            })}
          </View>
          <More of={asked}>再看后面的</More>
        </>
      )}
    </Faces>
  );
}

function Row({ row, now }: { row: CaseRow; now: number }) {
  const { rectify } = row;
  if (!rectify) return null;
  return (
    <ListRow
      title={row.serviceName}
      tag={<RectifyTag rectify={rectify} now={now} />}
      note={
        <>
          <View className="reviews-says">
            {levels[rectify.level]}，{rectify.handler ? `${rectify.handler}在管` : '还没有人管'}
          </View>
          <View className="reviews-facts">
            <View>{row.residentName}</View>
            {row.place && <View>{row.place}</View>}
            <View>编号 {spokenNo(row.no)}</View>
          </View>
        </>
      }
      onPress={() => go.managerCase(row.caseId)}
    />
  );
}
