import { View } from '@tarojs/components';

/**
 * An SVG for the eye, stretched over its place; what it shows stands in words beside it. A mask, as the icons are: WeChat has no
 * inline SVG, and an image could not take the theme's colours.
 */
export function Picture({ svg, className }: { svg: string; className: string }) {
  const drawing = `url("data:image/svg+xml,${encodeURIComponent(svg)}")`;
  return <View className={`drawn picture ${className}`} style={{ '--drawing': drawing }} aria-hidden />;
}
