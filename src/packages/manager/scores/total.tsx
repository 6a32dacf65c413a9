import { View } from '@tarojs/components';
import type { Score } from 'contract/models';
import { Card } from '@/components/card';
import { Heading } from '@/components/heading';
import { Words } from '@/components/words';
import { fewWords, isFew, percent } from './percent';

/** The two rates that matter, each with what it is divided from. */
export function Total({ score }: { score: Score }) {
  const { numerator, denominator, completed } = score;
  return (
    <Card>
      <View className="figures">
        <Figure name="满意率" part={['满意', numerator]} whole={['评价', denominator]} />
        <Figure name="评价率" part={['评价', denominator]} whole={['办结', completed]} />
      </View>
      {isFew(score) && <Words look="strong">{fewWords}</Words>}
      <Words look="muted">
        满意率是满意数 ÷ 评价数:非常满意、满意、基本满意都算满意,没评价的不算。评价率是评价数 ÷ 办结数。
      </Words>
    </Card>
  );
}

type Count = [name: string, count: number];

function Figure({
  name,
  part: [partName, part],
  whole: [wholeName, whole],
}: {
  name: string;
  part: Count;
  whole: Count;
}) {
  return (
    <View className="figure">
      <Heading>{name}</Heading>
      <View className="figure-number">{percent(part, whole) ?? '还没有'}</View>
      <Words>
        {partName} {part} ÷ {wholeName} {whole}
      </Words>
    </View>
  );
}
