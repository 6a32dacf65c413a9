import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import './words.scss';

/** A paragraph. `look` is its weight on the page: `muted` for what may be skipped, `large` for what must not. */
export function Words({
  look = 'plain',
  children,
}: PropsWithChildren<{ look?: 'plain' | 'muted' | 'large' | 'strong' }>) {
  return <View className={`words words-${look}`}>{children}</View>;
}

/** Several things of one kind, each on its line. */
export function Lines({ items }: { items: readonly string[] }) {
  return (
    <View className="lines" role="list">
      {items.map((item) => (
        <View className="lines-item" role="listitem" key={item}>
          {item}
        </View>
      ))}
    </View>
  );
}
