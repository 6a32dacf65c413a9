import { View } from '@tarojs/components';
import { Button } from '@/components/button';
import { FieldError } from '@/components/field';
import { Words } from '@/components/words';
import type { HeapProps } from './heaps';
import { Item } from './item';
import { Moderated } from './moderated';
import { Rated } from './rated';

/** 待审的话: words that WeChat could not pass, read by a person. */
export function Texts(props: HeapProps) {
  return (
    <Moderated {...props} heap="texts" empty="没有要审的话。">
      {(row, { rule, isBusy, errorOf }) => {
        const { caseId, serviceName, addition } = row;
        return (
          <Item of={row} done="评">
            <Rated {...row} />
            {addition && <Words look="large">后来补充：{addition.text}</Words>}
            <FieldError id={`text-${caseId}`}>{errorOf(caseId)?.message}</FieldError>
            <View className="reviews-ways">
              <Button
                inline
                busy={isBusy(caseId)}
                label={`给别人看：${serviceName}`}
                onPress={() => void rule({ caseId, text: 'shown' }, '可以给别人看了。')}
              >
                给别人看
              </Button>
              <Button
                inline
                busy={isBusy(caseId)}
                label={`不给看：${serviceName}`}
                onPress={() => void rule({ caseId, text: 'refused' }, '不给别人看，只有居民自己看得到。')}
              >
                不给看
              </Button>
            </View>
          </Item>
        );
      }}
    </Moderated>
  );
}
