import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import './facts.scss';

export interface Fact {
  name: string;
  value: ReactNode;
}

/** Short answers, each beside its name. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <View className="facts" role="list">
      {facts.map(({ name, value }) => (
        <View className="fact" role="listitem" key={name}>
          <View className="fact-name">{name}</View>
          <View className="fact-value">{value}</View>
        </View>
      ))}
    </View>
  );
}
