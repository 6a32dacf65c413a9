import { Image } from '@tarojs/components';

export function Picture({ src }: { src: string }) {
  return <Image className="photo-picture" mode="aspectFill" src={src} />;
}
