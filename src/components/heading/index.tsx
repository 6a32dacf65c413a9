import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import './heading.scss';

interface Props extends PropsWithChildren {
  level?: 1 | 2 | 3;
  /** what the whole page is about */
  lead?: boolean;
}

/** A heading that screen readers jump to. The page's title is level 1 (components/page); sections are 2, parts of them 3. */
export function Heading({ level = 2, lead, children }: Props) {
  return (
    <View className={`heading heading-${lead ? 1 : level}`} role="heading" aria-level={level}>
      {children}
    </View>
  );
}
