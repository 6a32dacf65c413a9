import { View } from '@tarojs/components';
import { useId } from 'react';
import type { CopyLinks } from 'contract/actions/privacy';
import type { CallError } from '@/cloud/call-error';
import { Button } from '@/components/button';
import { FieldError } from '@/components/field';
import { Words } from '@/components/words';
import { useTake } from '@/hooks/use-take';

interface Making {
  run(): Promise<CopyLinks | undefined>;
  busy: boolean;
  error?: CallError;
}

/** The two files of a copy: to be read, and to be taken elsewhere. */
export function CopyButtons({ making }: { making: Making }) {
  const id = useId();
  const page = useTake({ ...making, run: async () => (await making.run())?.page });
  const data = useTake({ ...making, run: async () => (await making.run())?.data });
  const error = page.error ?? data.error;
  return (
    <>
      <Button icon="paper" busy={page.busy} onPress={() => void page.run(undefined)}>
        取一份看的（网页）
      </Button>
      <Button look="quiet" icon="all" busy={data.busy} onPress={() => void data.run(undefined)}>
        取一份数据（给别的系统用）
      </Button>
      <FieldError id={id}>{error?.message}</FieldError>
      <View role="status">
        {[page.taken, data.taken].map(
          (taken) =>
            taken && (
              <View key={taken.link.name}>
                <Words>取到了：{taken.link.name}。</Words>
                {taken.share && (
                  <Button icon="send" onPress={taken.share}>
                    发到微信聊天
                  </Button>
                )}
              </View>
            ),
        )}
      </View>
    </>
  );
}
