import Taro from '@tarojs/taro';
import { createStore } from './store';

const key = 'linli.elder';
const store = createStore<boolean | undefined>(undefined);

/** 长辈版: whether it is on, and the switch. Remembered on this phone. */
export function useElder(): { elder: boolean; setElder(on: boolean): void } {
  if (store.get() === undefined) store.set(Taro.getStorageSync(key) === true);
  const elder = store.use() === true;
  return { elder, setElder };
}

function setElder(on: boolean) {
  Taro.setStorageSync(key, on);
  store.set(on);
}
