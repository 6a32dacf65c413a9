import Taro from '@tarojs/taro';
import type { Goal } from './navigate';

export const canNavigate = true;

export async function navigate(goal: Goal): Promise<string | undefined> {
  try {
    await Taro.openLocation({ ...goal, scale: 16 });
    return undefined;
  } catch {
    return '地图打不开，请照着地址走。';
  }
}
