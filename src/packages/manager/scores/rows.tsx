import { View } from '@tarojs/components';
import type { Score } from 'contract/models';
import { Tag } from '@/components/tag';
import { Words } from '@/components/words';
import { enoughReviews, isFew, percent } from './percent';

type Row = Score & { name: string };

/** One line each for a service or a month: its rate, and what the rate is made of. */
export function Rows({ rows }: { rows: readonly Row[] }) {
  return (
    <>
      {rows.some(isFew) && <Words look="muted">评价少于{enoughReviews}条的,标了“仅供参考”。</Words>}
      <View role="list">
        {rows.map((row) => (
          <View className="score-row" role="listitem" key={row.name}>
            <View className="score-row-top">
              <View className="score-row-name">{row.name}</View>
              <View className="score-row-rate">
                {isFew(row) && <Tag>仅供参考</Tag>}
                {percent(row.numerator, row.denominator) ?? '还没有评价'}
              </View>
            </View>
            <Words look="muted">
              {row.denominator > 0 && `满意 ${row.numerator} ÷ 评价 ${row.denominator},`}评价率{' '}
              {percent(row.denominator, row.completed)}(办结 {row.completed})
            </Words>
          </View>
        ))}
      </View>
    </>
  );
}
