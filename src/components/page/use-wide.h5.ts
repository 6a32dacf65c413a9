import { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect } from 'react';

export function useWide(wide: boolean) {
  const set = (on: boolean) => void document.documentElement.toggleAttribute('data-wide', on);
  useDidShow(() => set(wide));
  useDidHide(() => set(false));
  useEffect(() => {
    set(wide);
    return () => set(false);
  }, [wide]);
}
