import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Press } from '../press';
import { lookAt } from './look';
import { Picture } from './picture';
import './photos.scss';

/** Pictures side by side: a `Photo` each. */
export function Photos({ children }: { children: ReactNode }) {
  return (
    <View className="photos" role="list">
      {children}
    </View>
  );
}

interface Props {
  /** where it can be looked at; not known yet: an empty place */
  url?: string;
  /** what it is called, for those who do not see it: 照片1 */
  name: string;
  /** what can be done with it, below */
  children?: ReactNode;
}

/** One picture; pressed, it is looked at as large as the screen. */
export function Photo({ url, name, children }: Props) {
  return (
    <View className="photo" role="listitem">
      <View className="photo-place">
        {url && (
          <Press className="photo-press" label={`${name}，看大图`} onPress={() => lookAt(url)}>
            <Picture src={url} />
          </Press>
        )}
      </View>
      {children}
    </View>
  );
}

/** One picture as wide as the page; pressed, it is looked at as large as the screen. */
export function WidePhoto({ url, name }: { url: string; name: string }) {
  return (
    <Press label={`${name}，看大图`} onPress={() => lookAt(url)}>
      <Picture src={url} whole />
    </Press>
  );
}
