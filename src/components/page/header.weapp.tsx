import { View } from '@tarojs/components';
import type { HeaderProps } from './header';

/** Nothing of ours can stand on WeChat's own title line: what stands beside the title has the first line below it. */
export function Header({ beside }: HeaderProps) {
  return beside ? <View className="page-beside page-beside-alone">{beside}</View> : null;
}
