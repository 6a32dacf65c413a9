import { View } from '@tarojs/components';
import { call } from '@/cloud/call';
import { Button } from '@/components/button';
import { Faces, Note } from '@/components/faces';
import { FieldError } from '@/components/field';
import { More } from '@/components/more';
import { Words } from '@/components/words';
import { usePages } from '@/hooks/use-pages';
import { usePullRefresh } from '@/hooks/use-pull-refresh';
import type { HeapProps } from './heaps';
import { Item } from './item';
import { Rated } from './rated';
import { useRuling } from './use-ruling';

/** 待审的话: words that WeChat could not pass, read by a person. */
export function Texts({ orgId, onDone }: HeapProps) {
  const asked = usePages(`reviews.moderation ${orgId} texts`, async (cursor) => {
    const page = await call('reviews.moderation', { orgId, heap: 'texts', cursor });
    return { rows: page.reviews, cursor: page.cursor };
  });
  usePullRefresh(asked);
  const { rule, said, isBusy, errorOf } = useRuling(() => {
    asked.reload();
    onDone();
  });
  return (
    <>
      <View className="reviews-said" role="status">
        {said}
      </View>
      <Faces
        of={asked}
        isEmpty={(rows) => rows.length === 0}
        empty={<Note icon="done" text="没有要审的话。" />}
      >
        {(rows) => (
          <View className="reviews-items" role="list">
            {rows.map((row) => {
              const { caseId, serviceName, addition } = row;
              return (
                <Item key={caseId} of={row} done="评">
                  <Rated {...row} />
                  {addition && <Words look="large">后来补充:{addition.text}</Words>}
                  <FieldError id={`text-${caseId}`}>{errorOf(caseId)?.message}</FieldError>
                  <View className="reviews-ways">
                    <Button
                      inline
                      busy={isBusy(caseId)}
                      label={`给别人看:${serviceName}`}
                      onPress={() => void rule({ caseId, text: 'shown' }, '可以给别人看了。')}
                    >
                      给别人看
                    </Button>
                    <Button
                      inline
                      busy={isBusy(caseId)}
                      label={`不给看:${serviceName}`}
                      onPress={() =>
                        void rule({ caseId, text: 'refused' }, '不给别人看,只有居民自己看得到。')
                      }
                    >
                      不给看
                    </Button>
                  </View>
                </Item>
              );
            })}
          </View>
        )}
      </Faces>
      <More of={asked} />
    </>
  );
}
