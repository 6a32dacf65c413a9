import { View } from '@tarojs/components';

/**
 * An SVG for the eye, stretched over its place; what it shows stands in words beside it. A mask, as the icons are: WeChat has no
 * inline SVG, and an image could not take the theme's colours.
 */
export function Picture({ svg, className }: { svg: string; className: string }) {
  const mask = `url("data:image/svg+xml,${encodeURIComponent(svg)}")`;
  return (
    <View className={`picture ${className}`} style={{ maskImage: mask, WebkitMaskImage: mask }} aria-hidden />
  );
}
