import { View } from '@tarojs/components';
import type { SampleView } from 'contract/models';
import { currentTime } from '@/cloud/clock';
import { Card } from '@/components/card';
import { Faces } from '@/components/faces';
import { Facts } from '@/components/facts';
import { Fold } from '@/components/fold';
import { Heading } from '@/components/heading';
import { Page } from '@/components/page';
import { Words } from '@/components/words';
import { whenWords } from '@/format/when';
import { useCall } from '@/hooks/use-call';
import { Sides } from '../parts/sides';
import { Again } from './again';
import { Beside } from './beside';
import { sayPeriod } from 'contract/period';
import './sample.scss';

/** One sample: how it was drawn and from what, how the calls went, and what they say beside what was rated online. */
export function Sample({ id }: { id: string }) {
  const asked = useCall('reviews.sample', { sampleId: id });
  return (
    <Page title="抽样回访" wide>
      <Faces of={asked}>{({ sample }) => <Shown sample={sample} />}</Faces>
    </Page>
  );
}

function Shown({ sample }: { sample: SampleView }) {
  const { id, orgName, period, drawnAt, by, population, size, seed, strata, results } = sample;
  const drawn = Math.min(size, population);
  return (
    <>
      <View>
        <Heading lead>
          {orgName} {sayPeriod(period)}
        </Heading>
        <Words look="muted">
          {whenWords(drawnAt, currentTime())}，{by}抽的
        </Words>
      </View>
      <Sides
        first={
          <>
            <Card title="电话打得怎么样" icon="phone">
              <Facts
                facts={[
                  { name: '抽了', value: `${drawn}件` },
                  { name: '还没打完', value: `${results.open}件` },
                  { name: '打通了', value: `${results.reached}件` },
                  { name: '不愿多说', value: `${results.refused}件` },
                  { name: '未接通', value: `${results.unreached}件` },
                ]}
              />
            </Card>
            <Beside results={results} />
          </>
        }
        second={
          <>
            <Card title="怎么抽的" icon="scale">
              <Words>
                这段时间办结{population}件，抽了{drawn}件。评过的、没评的都抽，按代办员、事项、渠道分成
                {strata.length}层，每层按件数占多少抽多少。
              </Words>
              <Facts facts={[{ name: '种子', value: <View className="sample-seed">{seed}</View> }]} />
              <Words look="muted">种子是抽的时候才有的，谁也没法先挑好。拿着它，谁都能照样再抽一遍。</Words>
            </Card>
            <Again sample={sample} key={id} />
            <Fold title={`各层抽了几件（${strata.length}层）`}>{() => <Strata strata={strata} />}</Fold>
          </>
        }
      />
    </>
  );
}

function Strata({ strata }: { strata: SampleView['strata'] }) {
  return (
    <View role="list">
      {strata.map(({ agentName, serviceName, channel, rated, population, drawn }, index) => (
        <View className="sample-row" role="listitem" key={index}>
          <Words look="strong">{serviceName}</Words>
          <Words look="muted">
            第{index}层 · {agentName} · {channel} · {rated ? '评过' : '没评'}
          </Words>
          <Words>
            {population}件里抽{drawn}件
          </Words>
        </View>
      ))}
    </View>
  );
}
