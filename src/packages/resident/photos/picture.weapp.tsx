import { Image } from '@tarojs/components';

export function Picture({ src, name }: { src: string; name: string }) {
  return <Image className="photo-picture" mode="aspectFill" src={src} aria-label={name} />;
}
