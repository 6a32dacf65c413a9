import type { ReactNode } from 'react';
import type { CustodyView } from 'contract/models';
import { dayWords } from '@/format/when';
import { View } from '@tarojs/components';
import { Copy } from '../copy';
import { Heading } from '../heading';
import { Tag } from '../tag';
import { Words } from '../words';
import { backWords, isOut, stateWords, toneOf } from './words';
import '../paper/paper.scss';

interface Props {
  of: CustodyView;
  now: number;
  /** its resident reads it */
  mine?: boolean;
  children?: ReactNode;
}

/** 原件, or 证件 on the way to the resident: what it is, where it is and by when it is back; below, what can be done. */
export function Original({ of: one, now, mine, children }: Props) {
  return (
    <View className="paper">
      <View className="paper-head">
        <Heading level={3}>{one.what}</Heading>
        <Tag tone={toneOf(one)}>{stateWords(one, mine)}</Tag>
      </View>
      {isOut(one) && (
        <Words look="muted">
          {one.isResult
            ? `代办员${one.by}来交，最晚${dayWords(one.dueAt, now)}。`
            : `代办员${one.by}收的，最晚${dayWords(one.dueAt, now)}还。`}
          {one.card === 'red' && '已经过了日子。'}
        </Words>
      )}
      {one.isResult && one.back && <Words>交给：{backWords(one.back)}</Words>}
      {one.back?.number && <Copy text={one.back.number}>复制单号</Copy>}
      {children}
    </View>
  );
}
