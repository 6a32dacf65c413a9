import Taro from '@tarojs/taro';
import { useState } from 'react';

/**
 * What the user is writing, kept on the phone at every change and found again after a closed app or a lost signal.
 * `key` names what it is a draft of; `begin` makes it from what was kept, if anything was (`isFound`); `discard`
 * forgets it, `restart` also begins afresh.
 */
export function useDraft<T extends object>(key: string, begin: (kept: Partial<T>) => T) {
  const place = `linli.draft.${key}`;
  const [{ draft, isFound }, setState] = useState<{ draft: T; isFound: boolean }>(() => {
    const kept: unknown = Taro.getStorageSync(place);
    const isKept = typeof kept === 'object' && kept !== null;
    return { draft: begin(isKept ? kept : {}), isFound: isKept };
  });
  function change(part: Partial<T>) {
    setState((old) => {
      const next = { ...old.draft, ...part };
      Taro.setStorageSync(place, next);
      return { ...old, draft: next };
    });
  }
  const discard = () => Taro.removeStorageSync(place);
  function restart() {
    discard();
    setState({ draft: begin({}), isFound: false });
  }
  return { draft, isFound, change, discard, restart };
}
