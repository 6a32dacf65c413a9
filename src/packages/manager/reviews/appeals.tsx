import { View } from '@tarojs/components';
import type { AppealRow } from 'contract/models';
import { type AppealState, appealNames, outcomeNames } from 'contract/words';
import { call } from '@/cloud/call';
import { Button } from '@/components/button';
import { Faces, Note } from '@/components/faces';
import { Facts } from '@/components/facts';
import { Fold } from '@/components/fold';
import { More } from '@/components/more';
import { Words } from '@/components/words';
import { usePages } from '@/hooks/use-pages';
import { usePullRefresh } from '@/hooks/use-pull-refresh';
import { go } from '@/routes';
import type { HeapProps } from './heaps';
import { Item } from './item';
import { Rated } from './rated';

const decided = ['upheld', 'rejected'] as const satisfies AppealState[];

/** 申诉: those that wait, and folded away those that are decided. */
export function Appeals({ orgId }: HeapProps) {
  return (
    <>
      <Some orgId={orgId} state="open" none="没有等裁定的申诉。" />
      {decided.map((state) => (
        <Fold key={state} title={`裁定过的：${appealNames[state]}`}>
          {() => <Some orgId={orgId} state={state} none="还没有。" />}
        </Fold>
      ))}
    </>
  );
}

function Some({ orgId, state, none }: { orgId: string; state: AppealState; none: string }) {
  const asked = usePages(`reviews.appeals ${orgId} ${state}`, async (cursor) => {
    const page = await call('reviews.appeals', { orgId, state, cursor });
    return { rows: page.appeals, cursor: page.cursor };
  });
  usePullRefresh(asked);
  return (
    <Faces of={asked} isEmpty={(rows) => rows.length === 0} empty={<Note icon="done" text={none} />}>
      {(rows) => (
        <>
          <View className="reviews-items" role="list">
            {rows.map((row) => (
              <Appeal key={row.caseId} row={row} />
            ))}
          </View>
          <More of={asked} />
        </>
      )}
    </Faces>
  );
}

function Appeal({ row }: { row: AppealRow }) {
  const { caseId, serviceName, agentName, reason, state, why, by, findings, outcome, mine } = row;
  return (
    <Item of={row} done="申诉">
      <Rated {...row} />
      <Facts
        facts={[
          { name: '代办员', value: `${agentName}：${reason}` },
          ...(findings
            ? [
                {
                  name: '核实',
                  value: [outcome && outcomeNames[outcome], findings].filter(Boolean).join('。'),
                },
              ]
            : []),
          ...(why ? [{ name: '裁定', value: `${by ?? ''}：${why}` }] : []),
        ]}
      />
      {state === 'open' && !mine && <Words look="muted">这件要由上一级裁定。</Words>}
      <View className="reviews-ways">
        {mine && (
          <Button inline label={`裁定：${serviceName}`} onPress={() => go.managerDeed(caseId, 'judge')}>
            裁定
          </Button>
        )}
        <Button inline label={`看办件：${serviceName}`} onPress={() => go.managerCase(caseId)}>
          看办件
        </Button>
      </View>
    </Item>
  );
}
