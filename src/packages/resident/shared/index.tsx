import { View } from '@tarojs/components';
import { currentTime } from '@/cloud/clock';
import { CallButton } from '@/components/button';
import { Card } from '@/components/card';
import { Faces } from '@/components/faces';
import { Facts } from '@/components/facts';
import { Heading } from '@/components/heading';
import { Page } from '@/components/page';
import { StateTag } from '@/components/tag';
import { Words } from '@/components/words';
import { dayWords } from '@/format/when';
import { useCall } from '@/hooks/use-call';
import { usePullRefresh } from '@/hooks/use-pull-refresh';
import { useQuery } from '@/hooks/use-query';

/** 分享进展, as the family reads it: what, where it stands, by when, whom to ring. `?share=` is all that it takes. */
export default function Shared() {
  const { share = '' } = useQuery();
  const asked = useCall('cases.shared', { share });
  usePullRefresh(asked);
  const community = asked.data?.community;
  return (
    <Page
      title="办到哪一步了"
      isBarCall
      bar={
        community && (
          <CallButton look="main" number={community.phone} whom={community.name}>
            打电话给{community.name}
          </CallButton>
        )
      }
    >
      <Faces of={asked}>
        {({ serviceName, state, says, dueAt, endedAt, until }) => {
          const now = currentTime();
          return (
            <Card>
              <Heading lead>{serviceName}</Heading>
              <View>
                <StateTag state={state} />
              </View>
              <Words look="large">{says}</Words>
              <Facts
                facts={[
                  ...(dueAt === undefined ? [] : [{ name: '最晚', value: `${dayWords(dueAt, now)}办好` }]),
                  ...(endedAt === undefined ? [] : [{ name: '哪天完的', value: dayWords(endedAt, now) }]),
                  { name: '能看到', value: `${dayWords(until - 1, now)}为止` },
                ]}
              />
              <Words look="muted">家人分享给您的，只有进展，没有姓名和地址。</Words>
            </Card>
          );
        }}
      </Faces>
    </Page>
  );
}
