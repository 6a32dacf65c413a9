import { useQuery } from '@/hooks/use-query';
import { View } from '@tarojs/components';
import { paperStates } from 'contract/words';
import { currentTime } from '@/cloud/clock';
import { CaseCard } from '@/components/case-card';
import { Card } from '@/components/card';
import { Faces } from '@/components/faces';
import { FoldCard } from '@/components/fold';
import { List, ListRow } from '@/components/list-row';
import { Page } from '@/components/page';
import { Timeline } from '@/components/timeline';
import { Words } from '@/components/words';
import { useCall } from '@/hooks/use-call';
import { usePullRefresh } from '@/hooks/use-pull-refresh';
import { go } from '@/routes';

/** 一件事的进展: its cases, the papers each once, and all that happened in one line. */
export default function Together() {
  const { id = '' } = useQuery();
  const asked = useCall('cases.bundle', { bundleId: id });
  usePullRefresh(asked);
  const now = currentTime();
  return (
    <Page title={asked.data?.name ?? '一件事的进展'}>
      <Faces of={asked}>
        {({ parts, events, papers }) => (
          <>
            {parts.map((row) => (
              <CaseCard key={row.caseId} row={row} now={now} onPress={() => go.case(row.caseId)} />
            ))}
            {papers.length > 0 && (
              <FoldCard title={`材料，${papers.length}样，每样只交一次`} icon="paper">
                {() => (
                  <List label="材料">
                    {papers.map(({ name, caseId, state, of }) => (
                      <ListRow
                        key={`${caseId} ${name}`}
                        title={name}
                        note={`${paperStates[state]} · 用在${of.map((one) => `〈${one}〉`).join('、')}`}
                        onPress={() => go.case(caseId)}
                      />
                    ))}
                  </List>
                )}
              </FoldCard>
            )}
            <Card title="经过" icon="clock">
              <View className="unseen">几件的经过排在一起</View>
              <Timeline
                events={[...events].reverse().map((event, seq) => ({
                  ...event,
                  seq,
                  says: `〈${event.serviceName}〉${event.says}`,
                }))}
                now={now}
              />
              <Words look="muted">要说哪一件，点上面那一件进去说。</Words>
            </Card>
          </>
        )}
      </Faces>
    </Page>
  );
}
