import { View } from '@tarojs/components';
import { useState } from 'react';
import { copyText } from '@/cloud/copy';
import { privacyFault } from '@/cloud/privacy';
import { Button } from '../button';
import type { IconName } from '../icon/icons';
import { Words } from '../words';

/** Copies a text; where the phone does not let it, it says why and shows the text, to be copied by hand. */
export function Copy({ text, icon, children }: { text: string; icon?: IconName; children: string }) {
  const [said, setSaid] = useState<'copied' | { fault: string }>();
  const copy = () =>
    copyText(text).then(
      () => setSaid('copied'),
      (failure: unknown) => setSaid({ fault: privacyFault(failure) ?? '这台手机没让复制。' }),
    );
  const fault = typeof said === 'object' ? said.fault : undefined;
  return (
    <View>
      <Button icon={said === 'copied' ? 'tick' : icon} onPress={() => void copy()}>
        {said === 'copied' ? '复制好了' : children}
      </Button>
      {fault && (
        <View role="alert">
          <Words>{fault}请照着抄：</Words>
          <Words look="strong">{text}</Words>
        </View>
      )}
    </View>
  );
}
