import Taro from '@tarojs/taro';
import { onKeptElsewhere } from './elsewhere';
import { createStore } from './store';
import { isPhoneFontLarge } from './phone-font';

/** 标准, 长辈版, 特大: the same pages, each size with more of the screen for one thing. */
export const textSizes = ['standard', 'elder', 'huge'] as const;
export type TextSize = (typeof textSizes)[number];

const key = 'linli.size';

interface Chosen {
  size: TextSize;
  /** no size was chosen on this phone yet, and its own font is large: 长辈版 is offered, until any answer */
  isOffered: boolean;
}

const store = createStore<Chosen | undefined>(undefined);

/** How large everything is on this phone, remembered. `isElder`: 长辈版 or larger, with fewer things on a page. */
export function useTextSize() {
  if (store.get() === undefined) store.set(begin());
  const { size = 'standard', isOffered = false } = store.use() ?? {};
  return { size, isElder: size !== 'standard', isOffered, setSize };
}

// Managers have several pages open at a desk: a size chosen in one holds in all.
onKeptElsewhere(key, () => store.set(begin()));

function begin(): Chosen {
  const kept: unknown = Taro.getStorageSync(key);
  const size = textSizes.find((one) => one === kept);
  return { size: size ?? 'standard', isOffered: size === undefined && isPhoneFontLarge() };
}

function setSize(size: TextSize) {
  Taro.setStorageSync(key, size);
  store.set({ size, isOffered: false });
}
