import type { ReactNode } from 'react';
import type { CustodyView } from 'contract/models';
import { dayWords } from '@/format/when';
import { View } from '@tarojs/components';
import { Heading } from '../heading';
import { Tag } from '../tag';
import { Words } from '../words';
import { isOut, stateWords, toneOf } from './words';
import '../paper/paper.scss';

interface Props {
  of: CustodyView;
  now: number;
  /** its resident reads it */
  mine?: boolean;
  children?: ReactNode;
}

/** 原件: what it is, where it is and by when it is back; below, what can be done. */
export function Original({ of: one, now, mine, children }: Props) {
  return (
    <View className="paper">
      <View className="paper-head">
        <Heading level={3}>{one.what}</Heading>
        <Tag tone={toneOf(one)}>{stateWords(one, mine)}</Tag>
      </View>
      {isOut(one) && (
        <Words look="muted">
          代办员{one.by}收的，最晚{dayWords(one.dueAt, now)}还。
          {one.card === 'red' && '已经过了日子。'}
        </Words>
      )}
      {children}
    </View>
  );
}
