import { useState } from 'react';
import { Button } from '@/components/button';

/** What of a long list is shown before the reader asks for the rest. */
const FIRST = 6;

export function useRest<T>(rows: readonly T[]) {
  const [isAll, setIsAll] = useState(false);
  return {
    /** one that stands alone behind the button takes no more room than the button */
    shown: isAll || rows.length <= FIRST + 1 ? rows : rows.slice(0, FIRST),
    rest: rows.length > FIRST + 1 ? rows.length - FIRST : 0,
    isAll,
    setIsAll,
  };
}

/** The way to the rest, and back. */
export function Rest({
  of: { rest, isAll, setIsAll },
}: {
  of: Pick<ReturnType<typeof useRest>, 'rest' | 'isAll' | 'setIsAll'>;
}) {
  if (rest === 0) return null;
  return <Button onPress={() => setIsAll(!isAll)}>{isAll ? '只看前面的' : `再看其余${rest}项`}</Button>;
}
