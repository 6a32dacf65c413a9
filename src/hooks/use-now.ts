import { useEffect, useState } from 'react';
import { currentTime } from '@/cloud/clock';

/** The time, and a redraw every `ms` while the page is there: for what counts down. */
export function useNow(ms: number): number {
  const [, redraw] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => redraw((turn) => turn + 1), ms);
    return () => clearInterval(timer);
  }, [ms]);
  return currentTime();
}
