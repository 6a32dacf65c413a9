import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Output } from 'contract/actions';
import type { SampleView } from 'contract/models';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Copy } from '@/components/copy';
import { Faces } from '@/components/faces';
import { Fold } from '@/components/fold';
import { Lines, Words } from '@/components/words';
import { useCall } from '@/hooks/use-call';

type Redrawn = Output<'reviews.redraw'>;

/** 照种子再抽一遍: the same cases come out, and how to repeat it without this program. */
export function Again({ sample }: { sample: SampleView }) {
  const [isWanted, setIsWanted] = useState(false);
  const asked = useCall('reviews.redraw', isWanted ? { sampleId: sample.id } : undefined);
  return (
    <>
      <Button
        icon="reload"
        busy={asked.loading}
        onPress={() => (isWanted ? asked.reload() : setIsWanted(true))}
      >
        照种子再抽一遍
      </Button>
      {isWanted && (
        <Faces of={asked}>
          {(drawn) => (
            <>
              <View role="status">
                <Compared drawn={drawn} />
              </View>
              <Recipe sample={sample} drawn={drawn} />
            </>
          )}
        </Faces>
      )}
    </>
  );
}

function Compared({ drawn: { same, drawn, population } }: { drawn: Redrawn }) {
  return same ? (
    <Card title="一件不差" icon="done" tone="ok">
      <Words>
        从{population.length}件里再抽一遍，抽出来的还是这{drawn.length}件。
      </Words>
    </Card>
  ) : (
    <Card title="对不上" icon="warning" tone="breach">
      <Words>再抽一遍，抽出来的不是原来那些件。请告诉维护小程序的人，这次抽样先不要用。</Words>
    </Card>
  );
}

function Recipe({ sample, drawn }: { sample: SampleView; drawn: Redrawn }) {
  const { hash, size } = sample;
  const { seed, population } = drawn;
  return (
    <Fold title="不用小程序，自己怎么再抽一遍">
      {() => (
        <>
          <Words>要一个能算 sha256 的工具。全部办件是{population.length}行，每行“办件编号 层号”。</Words>
          <Lines
            items={[
              '各行用换行连起来算 sha256，和下面的指纹一样，就是没人动过名单。',
              `每层抽：${Math.min(size, population.length)} × 这层件数 ÷ ${population.length}，取整数。还差的，小数大的层先补一件；小数一样，“种子、换行、层号”的 sha256 小的先补。`,
              '一层里面，“种子、换行、办件编号”的 sha256 从小到大排，取前面的。',
            ]}
          />
          <Words look="muted">指纹</Words>
          <View className="sample-seed">{hash}</View>
          <Copy text={seed}>复制种子</Copy>
          <Copy text={population.join('\n')}>{`复制全部${population.length}行`}</Copy>
          <Copy text={drawn.drawn.join('\n')}>{`复制抽中的${drawn.drawn.length}件`}</Copy>
        </>
      )}
    </Fold>
  );
}
