import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import './heading.scss';

/** A heading that screen readers jump to. The page's title is level 1 (components/page); sections are 2, parts of them 3. */
export function Heading({ level = 2, children }: PropsWithChildren<{ level?: 1 | 2 | 3 }>) {
  return (
    <View className={`heading heading-${level}`} role="heading" aria-level={level}>
      {children}
    </View>
  );
}
