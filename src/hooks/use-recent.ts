import Taro from '@tarojs/taro';
import { createStore } from './store';

const key = 'linli.searches';
const most = 4;
const store = createStore<readonly string[] | undefined>(undefined);

/** What was looked for on this phone, newest first: a few, no more than fit on the page. They never leave the phone. */
export function useRecent() {
  if (store.get() === undefined) store.set(kept());
  return { recent: store.use() ?? [], remember, forget };
}

function kept(): string[] {
  const found: unknown = Taro.getStorageSync(key);
  return Array.isArray(found) ? found.filter((one) => typeof one === 'string') : [];
}

function remember(words: string) {
  const said = words.trim();
  if (said === '') return;
  const next = [said, ...(store.get() ?? []).filter((one) => one !== said)].slice(0, most);
  Taro.setStorageSync(key, next);
  store.set(next);
}

function forget() {
  Taro.removeStorageSync(key);
  store.set([]);
}
