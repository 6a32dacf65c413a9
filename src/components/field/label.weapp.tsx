import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';

export function Label({ className, children }: PropsWithChildren<{ htmlFor: string; className: string }>) {
  // The field says its name itself (control.weapp): read twice would be once too often.
  return (
    <View className={className} aria-hidden>
      {children}
    </View>
  );
}
