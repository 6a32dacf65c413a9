import { View } from '@tarojs/components';
import type { TimelineEntry } from 'contract/models';
import { whenWords } from '@/format/when';
import { type Links, PaperPhotos } from '../paper';
import './timeline.scss';

interface Props {
  events: readonly TimelineEntry[];
  now: number;
  /** to the photos of messages */
  links?: Links;
}

/** What happened to a case, newest first. */
export function Timeline({ events, now, links }: Props) {
  return (
    <View className="timeline" role="list">
      {[...events].reverse().map(({ seq, at, says, text, photos }) => (
        <View className="timeline-entry" role="listitem" key={seq}>
          <View className="timeline-when">{whenWords(at, now)}</View>
          <View>{says}</View>
          {text && <View className="timeline-text">{text}</View>}
          {photos && links && (
            <PaperPhotos paper={{ id: photos.of, name: '留言', photos: photos.count }} links={links} />
          )}
        </View>
      ))}
    </View>
  );
}
