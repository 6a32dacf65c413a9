import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Heap } from 'contract/actions/cases';
import { groupsOf } from 'contract/alike';
import type { Tier } from 'contract/models';
import { currentTime } from '@/cloud/clock';
import { call } from '@/cloud/call';
import { callPages } from '@/cloud/call-pages';
import { Button } from '@/components/button';
import { Faces, Note } from '@/components/faces';
import { List } from '@/components/list-row';
import { More } from '@/components/more';
import { Page } from '@/components/page';
import { Words } from '@/components/words';
import { createStore } from '@/hooks/store';
import { usePages } from '@/hooks/use-pages';
import { usePullRefresh } from '@/hooks/use-pull-refresh';
import { go } from '@/routes';
import { useLookedAt } from '../parts/case-list';
import { Desk } from '../parts/desk';
import { Frame } from '../parts/frame';
import { Pick } from '../parts/pick';
import { Absent } from './absent';
import { Alike } from './alike';
import { Cases } from './cases';
import { Columns } from './columns';
import { Find } from './find';
import { type BoardHeap, firstHeap, heaps, heapsOf } from './heaps';
import { BoardRow } from './row';
import './board.scss';

/** 在办一览: the open cases of a unit in heaps, those that need a manager first. */
export default function Board() {
  return (
    <Frame at="board">
      <Page title="在办一览" wide>
        <Desk at="board">{(orgId, { tier }) => <Unit key={orgId} orgId={orgId} tier={tier} />}</Desk>
      </Page>
    </Frame>
  );
}

/** The heap in view of each unit, kept while one looks at another page of the desk. */
const chosenHeaps = createStore<Record<string, BoardHeap | undefined>>({});

function Unit({ orgId, tier }: { orgId: string; tier: Tier }) {
  const chosen = chosenHeaps.use();
  const heap = chosen[orgId] ?? firstHeap(tier);
  useLookedAt(orgId, heap);
  const [counts, setCounts] = useState<Partial<Record<Heap, number>>>({});
  const asked = usePages(`cases.board ${orgId} ${heap}`, (from) =>
    callPages(async (cursor) => {
      const page = await call('cases.board', { orgId, heap, cursor });
      if (page.counts) setCounts(page.counts);
      return page;
    }, from),
  );
  usePullRefresh(asked);
  const now = currentTime();
  return (
    <Find orgId={orgId}>
      {tier === 'community' && (
        <View>
          <Button inline icon="pencil" onPress={go.intake}>
            帮居民登记
          </Button>
        </View>
      )}
      <Absent orgId={orgId} />
      <Pick
        legend="选择分类"
        options={heapsOf(tier).map((one) => ({
          value: one,
          label: `${heaps[one].name} ${counts[one] ?? ''}`.trim(),
        }))}
        value={heap}
        onChange={(one) => chosenHeaps.set({ ...chosen, [orgId]: one })}
      />
      <Faces
        of={asked}
        isEmpty={(rows) => rows.length === 0}
        empty={<Note icon="inbox" text={heaps[heap].none} />}
      >
        {(all) => {
          const { groups, others: rows } = groupsOf(all);
          return (
            <>
              <Alike groups={groups} now={now} reload={asked.reload} />
              <Cases label={heaps[heap].name} rows={rows} now={now} isPart={asked.more !== undefined}>
                {heap === 'open' ? (
                  <Columns rows={rows} now={now} />
                ) : (
                  <>
                    <Words look="muted">{heaps[heap].hint}</Words>
                    <View className="board-heap">
                      {rows.map((row) => (
                        <List key={row.caseId}>
                          <BoardRow row={row} now={now} />
                        </List>
                      ))}
                    </View>
                  </>
                )}
              </Cases>
              <More of={asked}>再看后面的</More>
            </>
          );
        }}
      </Faces>
    </Find>
  );
}
