import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon } from '../icon';
import './steps.scss';

export interface Step {
  title: string;
  /** who and how long, in a few words */
  meta?: string;
  text?: string;
  /** in a case: what is over, where it stands; a service's steps have neither */
  at?: 'done' | 'now';
  /** it should have been over by now: a word or two that say so */
  late?: ReactNode;
  /** what can be done about it */
  deed?: ReactNode;
}

/** A line of numbered steps, top to bottom. NutUI's has no list roles and grows no text; this is thirty lines. */
export function Steps({ steps }: { steps: readonly Step[] }) {
  return (
    <View className="steps" role="list">
      {steps.map(({ title, meta, text, at, late, deed }, index) => (
        <View
          className={`step${at ? ` step-${at}` : ''}${late ? ' step-late' : ''}`}
          role="listitem"
          aria-current={at === 'now' ? 'step' : undefined}
          key={index}
        >
          <View className="step-number">
            {at === 'done' ? <Icon name="tick" /> : index + 1}
            {at === 'done' && <View className="unseen">已完成</View>}
          </View>
          <View className="step-words">
            <View className="step-top">
              <View className="step-title">{title}</View>
              {late}
            </View>
            {meta && <View className="step-meta">{meta}</View>}
            {text && <View className="step-text">{text}</View>}
            {deed && <View className="step-deed">{deed}</View>}
          </View>
        </View>
      ))}
    </View>
  );
}
