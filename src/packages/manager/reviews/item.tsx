import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { spokenNo } from 'contract/case-no';
import { currentTime } from '@/cloud/clock';
import { Heading } from '@/components/heading';
import { Words } from '@/components/words';
import { dayWords } from '@/format/when';

interface Props {
  of: { serviceName: string; no: string; at: number };
  /** what was done on that day */
  done: string;
  children: ReactNode;
}

/** One entry of a heap that is decided where it stands. */
export function Item({ of: { serviceName, no, at }, done, children }: Props) {
  return (
    <View className="reviews-item" role="listitem">
      <View>
        <Heading>{serviceName}</Heading>
        <Words look="muted">
          编号 {spokenNo(no)} · {dayWords(at, currentTime())}
          {done}
        </Words>
      </View>
      {children}
    </View>
  );
}
