import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';

/** Whether what the component showed first has been drawn: what lies far below it is handed over after that, on its own. */
export function useDrawn(): boolean {
  const [isDrawn, setIsDrawn] = useState(false);
  useEffect(() => void Taro.nextTick(() => setIsDrawn(true)), []);
  return isDrawn;
}
