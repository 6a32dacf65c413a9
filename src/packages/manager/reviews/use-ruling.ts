import { useState } from 'react';
import type { Input } from 'contract/actions';
import { useDeed } from '@/hooks/use-deed';

type Ruling = Input<'reviews.moderate'>;

/** What a manager decides on one review of a list: which one is under way, what is wrong with it, what was done last. */
export function useRuling(onDone: () => void) {
  const { run, busy, error } = useDeed('reviews.moderate', onDone);
  const [latest, setLatest] = useState<Ruling>();
  const [said, setSaid] = useState('');
  async function rule(ruling: Ruling, words: string): Promise<boolean> {
    setLatest(ruling);
    setSaid('');
    if (!(await run(ruling))) return false;
    setSaid(words);
    onDone();
    return true;
  }
  return {
    rule,
    said,
    isBusy: (caseId: string) => busy && latest?.caseId === caseId,
    errorOf: (caseId: string) => (latest?.caseId === caseId ? error : undefined),
  };
}
