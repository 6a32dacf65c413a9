import { useEffect } from 'react';
import { spokenNo } from 'contract/case-no';
import type { Output } from 'contract/actions';
import type { BundleView } from 'contract/models';
import { Button, CallButton } from '@/components/button';
import { Card } from '@/components/card';
import { Facts } from '@/components/facts';
import { Page } from '@/components/page';
import { Words } from '@/components/words';
import { goToTop } from '@/hooks/focus';
import { useSession } from '@/hooks/use-session';
import { go } from '@/routes';

type Sent = Output<'cases.submitBundle'>;

/** 发出去了: each part with its number and what becomes of it. */
export function Sent({ bundle, sent: { bundleId, parts } }: { bundle: BundleView; sent: Sent }) {
  const { data } = useSession();
  useEffect(() => goToTop('.page-title'), []);
  const isSeen = parts.some(({ hidden }) => !hidden);
  return (
    <Page
      title="发出去了"
      bar={
        <Button look="main" onPress={() => (isSeen ? go.togetherInstead(bundleId) : go.home())}>
          {isSeen ? '看办到哪一步' : '回首页'}
        </Button>
      }
    >
      <Card
        title={bundle.tone === 'condolence' ? '收到了，剩下的交给我们' : '收到了，我们来办'}
        icon="done"
        tone="ok"
      >
        <Words>
          {bundle.name}，共{parts.length}样。代办员会打电话找您，几样一起说。
        </Words>
        {bundle.tone === 'condolence' && <Words>您和家里人保重。</Words>}
      </Card>
      <Card title="打电话时报这些编号" icon="cases">
        <Facts facts={parts.map((part) => ({ name: part.name, value: wordsOf(part) }))} />
      </Card>
      {data?.community && (
        <CallButton number={data.community.phone} whom={data.community.station}>
          有急事，打电话给社区
        </CallButton>
      )}
    </Page>
  );
}

function wordsOf({ no, existing, hidden, waits }: Sent['parts'][number]): string {
  if (hidden) return '他自己已经在办了，您写的加进去了';
  const number = spokenNo(no);
  if (existing) return `${number}，已经在办了，没有重复提`;
  return waits.length > 0
    ? `${number}，等${waits.map((name) => `〈${name}〉`).join('、')}办好就开始`
    : number;
}
