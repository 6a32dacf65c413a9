import { useEffect } from 'react';
import type { Output } from 'contract/actions';
import type { ServiceItem } from 'contract/models';
import { promiseOf, sayPromise } from 'contract/promise';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Page } from '@/components/page';
import { Receipt } from '@/components/receipt';
import { Steps } from '@/components/steps';
import { Words } from '@/components/words';
import { goToTop } from '@/hooks/focus';
import { go } from '@/routes';

/** What was answered, and the kind that was reported. */
export interface Reported extends Output<'cases.report'> {
  subtype?: string;
}

interface Props {
  sent: Reported;
  item: ServiceItem;
  onAgain(): void;
}

/** 报上去了: what to do until somebody comes, and by when. */
export function Sent({ sent: { caseId, no, existing, subtype }, item, onAgain }: Props) {
  useEffect(() => goToTop('.page-title'), []);
  const kind = item.subtypes.find(({ code }) => code === subtype);
  return (
    <Page
      title="报上去了"
      bar={
        <Button look="main" onPress={() => go.caseInstead(caseId)}>
          看办到哪一步
        </Button>
      }
    >
      <Receipt
        title={existing ? '这件您报过了，正在办' : '收到了，派人去看'}
        about={kind?.name ?? item.name}
        label="编号，打电话时报这个"
        no={no}
      />
      {kind && (
        <Card tone="warning" icon="info" title="等人来的时候">
          <Words>{kind.safetyTip}。</Words>
        </Card>
      )}
      <Card title="接下来">
        <Steps
          steps={[
            { title: '派给那个网格的人', text: '谁去看，会告诉您' },
            { title: '办好了告诉您', text: `我们答应几天办好：${sayPromise(promiseOf(item, subtype))}` },
          ]}
        />
      </Card>
      <Button icon="megaphone" onPress={onAgain}>
        还看到别的，再报一件
      </Button>
    </Page>
  );
}
