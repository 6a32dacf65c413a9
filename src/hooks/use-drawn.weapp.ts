import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';

// What is handed to WeChat's view at once is small: the rest follows in a call of its own.
export function useDrawn(): boolean {
  const [isDrawn, setIsDrawn] = useState(false);
  useEffect(() => void Taro.nextTick(() => setIsDrawn(true)), []);
  return isDrawn;
}
