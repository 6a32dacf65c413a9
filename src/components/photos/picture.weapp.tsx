import { Image } from '@tarojs/components';

export function Picture({ src, whole }: { src: string; whole?: boolean }) {
  return (
    <Image
      className={whole ? 'photo-whole' : 'photo-picture'}
      mode={whole ? 'widthFix' : 'aspectFill'}
      src={src}
    />
  );
}
