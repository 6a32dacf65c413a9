import { useSyncExternalStore } from 'react';

const desk = window.matchMedia('(min-width: 960px)');

function subscribe(listener: () => void) {
  // Safari before 14 knows no addEventListener here; it then stays as wide as it was.
  desk.addEventListener?.('change', listener);
  return () => desk.removeEventListener?.('change', listener);
}

export const useIsDesk = () => useSyncExternalStore(subscribe, () => desk.matches);
