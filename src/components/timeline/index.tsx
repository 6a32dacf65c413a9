import { View } from '@tarojs/components';
import type { TimelineEntry } from 'contract/models';
import { whenWords } from '@/format/when';
import './timeline.scss';

/** What happened to a case, newest first. */
export function Timeline({ events, now }: { events: readonly TimelineEntry[]; now: number }) {
  return (
    <View className="timeline" role="list">
      {[...events].reverse().map(({ seq, at, says, text }) => (
        <View className="timeline-entry" role="listitem" key={seq}>
          <View className="timeline-when">{whenWords(at, now)}</View>
          <View>{says}</View>
          {text && <View className="timeline-text">{text}</View>}
        </View>
      ))}
    </View>
  );
}
