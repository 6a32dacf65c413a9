import { useEffect } from 'react';
import type { Output } from 'contract/actions';
import { limits } from 'contract/limits';
import { currentTime } from '@/cloud/clock';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Page } from '@/components/page';
import { Receipt } from '@/components/receipt';
import { Steps } from '@/components/steps';
import { dayWords } from '@/format/when';
import { goToTop } from '@/hooks/focus';
import { go } from '@/routes';

/** 交上去了: who looks into it, by when it is answered, and what can be done about the answer. */
export function Sent({ sent: { caseId, no, holder, dueAt, existing } }: { sent: Output<'cases.complain'> }) {
  useEffect(() => goToTop('.page-title'), []);
  return (
    <Page
      title="交上去了"
      bar={
        <Button look="main" onPress={() => go.caseInstead(caseId)}>
          看查到哪一步
        </Button>
      }
    >
      <Receipt
        title={existing ? '这件已经在查了，不用再交' : '收到了，上级来查'}
        about="投诉建议"
        label="编号，打电话时报这个"
        no={no}
      />
      <Card title="接下来">
        <Steps
          steps={[
            { title: `${holder}受理`, text: '被投诉的人看不到，也不知道是谁说的' },
            { title: '查清楚，答复您', text: `最晚${dayWords(dueAt, currentTime())}` },
            {
              title: '打电话问您满不满意',
              text: `还不满意，${limits.contestDays}天里请上一级再查一次`,
            },
          ]}
        />
      </Card>
    </Page>
  );
}
