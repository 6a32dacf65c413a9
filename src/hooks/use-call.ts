import { useDidShow } from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ActionName, Input, Output } from 'contract/actions';
import { call } from '@/cloud/call';
import { asCallError, type CallError } from '@/cloud/call-error';

/** What a page shows of something it asked for: see `components/faces`. */
export interface Asked<T> {
  data?: T;
  error?: CallError;
  loading: boolean;
  reload(): void;
}

/** A page that was asked a moment ago is not asked again because it came into view, unless something was written since. */
const freshMs = 1_000;
let written = 0;

/** Every write calls this: what other pages show is old from now on. */
export function noteWrite() {
  written += 1;
}

/**
 * Asks `task` now, again when `key` changes and each time the page comes back into view. An answer that comes after a
 * newer question is dropped; the last good data stay while it asks again. `key` undefined: not yet.
 */
export function useAsync<T>(key: string | undefined, task: () => Promise<T>): Asked<T> {
  const [state, setState] = useState<{ key?: string; data?: T; error?: CallError; loading: boolean }>({
    loading: key !== undefined,
  });
  const latest = useRef(0);
  const asked = useRef<{ key?: string; at: number; written: number }>({ at: 0, written });
  const taskRef = useRef(task);
  taskRef.current = task;

  const reload = useCallback(() => {
    if (key === undefined) return;
    const turn = ++latest.current;
    asked.current = { key, at: Date.now(), written };
    setState((old) => ({ ...(old.key === key ? old : {}), key, loading: true }));
    taskRef.current().then(
      (data) => turn === latest.current && setState({ key, data, loading: false }),
      (failure: unknown) =>
        turn === latest.current &&
        setState((old) => ({ ...old, error: asCallError(failure), loading: false })),
    );
  }, [key]);

  // A page that opens is shown and mounted, in either order: the second of the two finds it asked.
  const look = () => {
    const { key: known, at, written: before } = asked.current;
    if (known !== key || Date.now() - at > freshMs || before !== written) reload();
  };
  useEffect(() => {
    look();
    return () => {
      latest.current++;
    };
    // `look` is new each time, and asks of the same things.
  }, [key]);
  useDidShow(look);

  // What was answered to another question is no answer to this one, not even for one drawing of the page.
  const { data, error, loading } = state.key === key ? state : { loading: key !== undefined };
  return { data, error, loading, reload };
}

/** `useAsync` of one action that reads. `input` undefined: not yet. */
export function useCall<N extends ActionName>(name: N, input: Input<N> | undefined): Asked<Output<N>> {
  const key = input === undefined ? undefined : `${name} ${JSON.stringify(input)}`;
  return useAsync(key, () => call(name, input as Input<N>));
}
