import { useEffect, useState } from 'react';
import { asCallError, type CallError } from '@/cloud/call-error';
import { type Asked, useAsync } from './use-call';

interface Page<T> {
  rows: T[];
  cursor?: string;
}

/** A list that comes in pages: the first as with `useAsync`, each further one when `more` is called. */
export interface Paged<T> extends Asked<T[]> {
  /** absent where there is no more */
  more?: () => void;
  isMoreComing: boolean;
  moreError?: CallError;
}

/** `ask` gives the page at a cursor. `key` undefined: not yet. */
export function usePages<T>(key: string | undefined, ask: (cursor?: string) => Promise<Page<T>>): Paged<T> {
  const first = useAsync(key, () => ask());
  const [later, setLater] = useState<{ pages: Page<T>[]; busy: boolean; error?: CallError }>({
    pages: [],
    busy: false,
  });
  // A new first page makes the later ones stale.
  useEffect(() => setLater({ pages: [], busy: false }), [first.data]);

  const pages = first.data ? [first.data, ...later.pages] : [];
  const cursor = pages[pages.length - 1]?.cursor;
  async function more() {
    if (later.busy) return;
    setLater({ pages: later.pages, busy: true });
    try {
      const page = await ask(cursor);
      setLater({ pages: [...later.pages, page], busy: false });
    } catch (failure) {
      setLater({ pages: later.pages, busy: false, error: asCallError(failure) });
    }
  }
  return {
    data: first.data && pages.flatMap((page) => page.rows),
    error: first.error,
    loading: first.loading,
    reload: first.reload,
    more: cursor === undefined ? undefined : () => void more(),
    isMoreComing: later.busy,
    moreError: later.error,
  };
}
