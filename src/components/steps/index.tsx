import { View } from '@tarojs/components';
import './steps.scss';

export interface Step {
  title: string;
  /** who and how long, in a few words */
  meta?: string;
  text?: string;
  /** in a case: what is over, where it stands; a service's steps have neither */
  at?: 'done' | 'now';
}

/** A line of numbered steps, top to bottom. NutUI's has no list roles and grows no text; this is thirty lines. */
export function Steps({ steps }: { steps: readonly Step[] }) {
  return (
    <View className="steps" role="list">
      {steps.map(({ title, meta, text, at }, index) => (
        <View
          className={`step${at ? ` step-${at}` : ''}`}
          role="listitem"
          aria-current={at === 'now' ? 'step' : undefined}
          key={index}
        >
          <View className="step-number">{index + 1}</View>
          <View className="step-words">
            <View className="step-title">{title}</View>
            {meta && <View className="step-meta">{meta}</View>}
            {text && <View className="step-text">{text}</View>}
          </View>
        </View>
      ))}
    </View>
  );
}
