import Taro from '@tarojs/taro';
import { useState } from 'react';

/**
 * What somebody is writing, kept on the phone at every change and found again after a closed app or a lost signal.
 * `key` names what it is a draft of; `discard` forgets it.
 */
export function useDraft<T extends object>(key: string, start: () => T) {
  const place = `linli.draft.${key}`;
  const [draft, setDraft] = useState<T>(() => {
    const kept: unknown = Taro.getStorageSync(place);
    return typeof kept === 'object' && kept !== null ? { ...start(), ...kept } : start();
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
