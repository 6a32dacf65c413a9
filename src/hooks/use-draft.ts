import Taro from '@tarojs/taro';
import { useState } from 'react';

/**
 * What somebody is writing, kept on the phone at every change and found again after a closed app or a lost signal.
 * `key` names what it is a draft of; `begin` makes it from what was kept, if anything was; `discard` forgets it.
 */
export function useDraft<T extends object>(key: string, begin: (kept: Partial<T>) => T) {
  const place = `linli.draft.${key}`;
  const [draft, setDraft] = useState<T>(() => {
    const kept: unknown = Taro.getStorageSync(place);
    return begin(typeof kept === 'object' && kept !== null ? kept : {});
  });
  function change(part: Partial<T>) {
    setDraft((old) => {
      const next = { ...old, ...part };
      Taro.setStorageSync(place, next);
      return next;
    });
  }
  return { draft, change, discard: () => Taro.removeStorageSync(place) };
}
