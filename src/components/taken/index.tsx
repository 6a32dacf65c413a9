import { View } from '@tarojs/components';
import { useId } from 'react';
import type { CallError } from '@/cloud/call-error';
import type { TakenFile } from '@/hooks/use-take';
import { Button } from '../button';
import { FieldError } from '../field';
import { Words } from '../words';

interface Props {
  /** from `useTake` */
  of: { taken?: TakenFile; error?: CallError };
}

/** What became of a file that was asked for: its name and its rows, or why it did not come. */
export function Taken({ of: { taken, error } }: Props) {
  const id = useId();
  return (
    <>
      <FieldError id={id}>{error?.message}</FieldError>
      <View role="status">
        {taken && (
          <Words>
            取到了：{taken.link.name}，{taken.link.rows}行。
          </Words>
        )}
      </View>
      {taken?.share && (
        <Button icon="send" onPress={taken.share}>
          发到微信聊天
        </Button>
      )}
    </>
  );
}
