import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import './sides.scss';

interface Props {
  /** what is read first: on the left of a desk, above on a phone */
  first: ReactNode;
  second: ReactNode;
}

/** Two columns of cards beside each other where both have room. */
export function Sides({ first, second }: Props) {
  return (
    <View className="sides">
      <View className="side">{first}</View>
      <View className="side">{second}</View>
    </View>
  );
}
