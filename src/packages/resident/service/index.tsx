import { useShareAppMessage } from '@tarojs/taro';
import { CONSULTATION } from 'contract/consultation';
import { Button, CallButton } from '@/components/button';
import { Card } from '@/components/card';
import { Faces } from '@/components/faces';
import { List, ListRow } from '@/components/list-row';
import { Page } from '@/components/page';
import { ServiceItem } from '@/components/service-item';
import { Words } from '@/components/words';
import { useCall } from '@/hooks/use-call';
import { useQuery } from '@/hooks/use-query';
import { useSession } from '@/hooks/use-session';
import { useWhere } from '@/hooks/use-where';
import { go, paths } from '@/routes';

/** 办事说明, as it holds where the reader lives. The main action is always in reach. */
export default function Service() {
  const { code = '', subtype, text } = useQuery();
  const where = useWhere();
  const asked = useCall('catalog.detail', where && { code, ...where });
  const { community } = useSession().data ?? {};
  const elsewhere = asked.data?.isElsewhere ? community : undefined;
  useShareAppMessage(() => ({
    title: asked.data ? `${asked.data.item.name}：请代办员帮忙` : '邻里代办',
    path: paths.service(code),
  }));
  return (
    <Page
      title="办事说明"
      isBarCall={elsewhere !== undefined}
      bar={
        elsewhere ? (
          <CallButton look="main" number={elsewhere.phone} whom={elsewhere.station}>
            打电话给{elsewhere.name}
          </CallButton>
        ) : (
          asked.data && (
            <Button look="main" onPress={() => go.request(code, { subtype, text })}>
              请代办员帮忙
            </Button>
          )
        )
      }
    >
      <Faces of={asked}>
        {({ item }) => (
          <>
            {elsewhere && (
              <Card tone="warning" icon="info" title={`这件事${elsewhere.name}不办`}>
                <Words>打个电话，社区告诉您到哪里办。下面的说明可以先看看。</Words>
              </Card>
            )}
            {code === CONSULTATION && (
              <List>
                <ListRow icon="talk" title="大家问过的，先看看" onPress={() => go.answers()} />
              </List>
            )}
            <ServiceItem item={item} wished={subtype} />
          </>
        )}
      </Faces>
    </Page>
  );
}
