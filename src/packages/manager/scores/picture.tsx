import { View } from '@tarojs/components';
import { maskOf } from '@/components/icon/mask';

/**
 * An SVG for the eye, stretched over its place; what it shows stands in words beside it. A mask, as the icons are: WeChat has no
 * inline SVG, and an image could not take the theme's colours.
 */
export function Picture({ svg, className }: { svg: string; className: string }) {
  return <View className={`drawn picture ${className}`} style={{ '--drawing': maskOf(svg) }} aria-hidden />;
}
