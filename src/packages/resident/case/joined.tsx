import { View } from '@tarojs/components';
import { can } from 'contract/deeds';
import type { CaseView } from 'contract/models';
import { isOpen } from 'contract/states';
import { currentTime } from '@/cloud/clock';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { FieldError } from '@/components/field';
import { FoldCard } from '@/components/fold';
import { Heading } from '@/components/heading';
import { StateTag } from '@/components/tag';
import { Timeline } from '@/components/timeline';
import { Words } from '@/components/words';
import { dayWords } from '@/format/when';
import { useDeed } from '@/hooks/use-deed';
import { go } from '@/routes';

/** 我也遇到了: where a neighbour's report stands; who reported it, and in which words, is not shown. */
export function Joined({ kase }: { kase: CaseView }) {
  const now = currentTime();
  const { caseId, place, report, state, submittedAt } = kase;
  const leave = useDeed('cases.leave');
  const others = (report?.joined ?? 1) - 1;
  return (
    <>
      <Card>
        <View className="case-top">
          <Heading lead>{place}</Heading>
          <StateTag state={state} mine />
        </View>
        <Words look="large">{kase.next}</Words>
        <Words look="muted">
          邻居{dayWords(submittedAt, now)}报的，您也遇到了{others > 0 && `，还有${others}位邻居`}。
          {isOpen(state) && '办到哪一步会告诉您，不用再报。'}
        </Words>
      </Card>
      {kase.result && !isOpen(state) && (
        <Card tone="ok" title="办理结果" icon="done">
          <Words>{kase.result}</Words>
        </Card>
      )}
      <FoldCard title="经过" icon="clock">
        {() => <Timeline events={kase.events} now={now} />}
      </FoldCard>
      <FieldError id="leave-error">{leave.error?.message}</FieldError>
      {can(kase, 'leave') && (
        <Button
          icon="undo"
          busy={leave.busy}
          onPress={() => void leave.run({ caseId }).then((done) => done && go.myCases())}
        >
          收回，不是同一个
        </Button>
      )}
      {!isOpen(state) && (
        <Button icon="megaphone" onPress={() => go.report({ subtype: kase.subtype })}>
          还在那儿，我来报一件
        </Button>
      )}
    </>
  );
}
