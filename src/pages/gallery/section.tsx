import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Heading } from '@/components/heading';
import { Words } from '@/components/words';
import './gallery.scss';

/** One component with its states. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <View className="gallery-section">
      <Heading>{title}</Heading>
      {children}
    </View>
  );
}

/** What the thing below it shows. */
export function State({ name, children }: { name: string; children: ReactNode }) {
  return (
    <View className="gallery-state">
      <Words look="muted">{name}</Words>
      {children}
    </View>
  );
}
