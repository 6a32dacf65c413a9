import { useEffect } from 'react';
import type { Output } from 'contract/actions';
import { CONSULTATION } from 'contract/consultation';
import { limits } from 'contract/limits';
import type { ServiceItem } from 'contract/models';
import { promiseOf, sayPromise } from 'contract/promise';
import { Button, CallButton } from '@/components/button';
import { Card } from '@/components/card';
import { Page } from '@/components/page';
import { Receipt } from '@/components/receipt';
import { Steps } from '@/components/steps';
import { Words } from '@/components/words';
import { goToTop } from '@/hooks/focus';
import { useSession } from '@/hooks/use-session';
import { go } from '@/routes';

interface Props {
  sent: Output<'cases.submit'>;
  item: ServiceItem;
  /** the kind that was asked for */
  subtype?: string;
}

/** The person has asked for it already, and has not said that the caller may see it. */
function Added({ item }: Pick<Props, 'item'>) {
  return (
    <Page
      title="写的加进去了"
      bar={
        <Button look="main" onPress={go.home}>
          回首页
        </Button>
      }
    >
      <Card title={item.name} icon="done" tone="ok">
        <Words>他自己已经请人办这件了，您写的加进去了，代办员看得到。</Words>
        <Words>要一起看进度，请他在“我的家人”里点同意。</Words>
      </Card>
    </Page>
  );
}

const stepsOf = (item: ServiceItem, subtype: string | undefined) => [
  { title: '派给代办员', text: '马上就派，派给谁会告诉您' },
  ...(item.code === CONSULTATION
    ? [
        { title: '查清楚了答复您', text: `${sayPromise(promiseOf(item, subtype))}里答复，写明依据` },
        {
          title: '看看有没有帮助',
          text: `不清楚，${limits.askOnDays}天里能接着问一次；不问，到时候自动办结`,
        },
      ]
    : [
        { title: '代办员打电话找您', text: '把情况问清楚，约好怎么办' },
        { title: '办好了告诉您', text: `我们答应几天办好：${sayPromise(promiseOf(item, subtype))}` },
      ]),
];

/** 发出去了: the number to say over the phone, and what happens now. */
export function Sent({ sent, item, subtype }: Props) {
  const { data } = useSession();
  // It takes the place of the last step, which was read down to its end.
  useEffect(() => goToTop('.page-title'), []);
  if (sent.hidden) return <Added item={item} />;
  return (
    <Page
      title={sent.existing ? '已经在办了' : '发出去了'}
      bar={
        <Button look="main" onPress={() => go.caseInstead(sent.caseId)}>
          看办到哪一步
        </Button>
      }
    >
      <Receipt
        title={sent.existing ? '这件事正在给您办，刚写的加进去了' : '收到了，我们来办'}
        about={item.name}
        label="办件编号，打电话时报这个"
        no={sent.no}
      />
      {!sent.existing && (
        <Card title="接下来">
          <Steps steps={stepsOf(item, subtype)} />
        </Card>
      )}
      {data?.community && (
        <CallButton number={data.community.phone} whom={data.community.station}>
          有急事，打电话给社区
        </CallButton>
      )}
    </Page>
  );
}
