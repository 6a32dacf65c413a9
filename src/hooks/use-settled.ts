import { useEffect, useState } from 'react';

/** `value` once it has stood still for `ms`: a search asks when the fingers rest, not at each key. `settle` does not wait. */
export function useSettled<T>(value: T, ms: number): [T, (value: T) => void] {
  const [settled, settle] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => settle(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return [settled, settle];
}
