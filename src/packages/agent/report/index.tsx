import { View } from '@tarojs/components';
import { useState } from 'react';
import { FEW, dayWords, formulaOf, type MetricKey, metrics } from 'contract/metrics';
import { currentTime } from '@/cloud/clock';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Choice } from '@/components/choice';
import { Fold } from '@/components/fold';
import { Heading } from '@/components/heading';
import { Page } from '@/components/page';
import { Taken } from '@/components/taken';
import { Words } from '@/components/words';
import { periodsBefore, sayPeriod } from 'contract/period';
import { useDeed } from '@/hooks/use-deed';
import { useTake } from '@/hooks/use-take';

/** What `metrics.pack` holds. */
const held: readonly MetricKey[] = ['solving', 'onTime', 'satisfaction'];

/** 述职材料: an agent's own figures of a quarter that is over, as a sheet for their report. */
export default function Report() {
  const quarters = periodsBefore(currentTime(), 'quarter', 4);
  const [quarter, setQuarter] = useState(quarters[0] ?? '');
  const take = useTake(useDeed('metrics.pack'));
  return (
    <Page
      title="述职材料"
      bar={
        <Button look="main" icon="paper" busy={take.busy} onPress={() => void take.run({ quarter })}>
          下载述职材料
        </Button>
      }
    >
      <Words>您自己一个季度的数字，一张 Excel 表，述职时用。</Words>
      <Choice
        legend="哪个季度？"
        options={quarters.map((one) => ({ value: one, label: sayPeriod(one) }))}
        value={quarter}
        onChange={setQuarter}
      />
      <Taken of={take} />
      <Card title="表里有什么" icon="info">
        <Words>
          办结和终止了几件，还有{held.map((key) => metrics[key].name).join('、')}。不到{FEW}件的率不显示。
        </Words>
        <Words look="muted">满意率只数已经成批给您看过的评价，谁评的、评的哪件，都看不出来。</Words>
      </Card>
      <Fold title="怎么算">
        {() =>
          held.map((key) => (
            <View key={key}>
              <Heading>{metrics[key].name}</Heading>
              <Words>{formulaOf(key)}。</Words>
              <Words look="muted">{dayWords[metrics[key].day]}。</Words>
            </View>
          ))
        }
      </Fold>
    </Page>
  );
}
