import { useRef, useState } from 'react';
import type { ActionName, Input, Output } from 'contract/actions';
import { call, newRequestId } from '@/cloud/call';
import { asCallError, type CallError } from '@/cloud/call-error';
import { noteWrite } from './use-call';

/**
 * One action that writes, safe under a double tap: a second `run` while the first is under way gives nothing, and the
 * same input again after a lost signal carries the same requestId, so twice is once. `onRefused` is called when the
 * server said no: things stand otherwise than the page shows, so it usually asks again.
 */
export function useDeed<N extends ActionName>(name: N, onRefused?: () => void) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError>();
  const running = useRef(false);
  const unanswered = useRef<{ input: string; requestId: string }>();

  /** Gives the data, or undefined where it failed (then `error` is set) or was already under way. */
  async function run(input: Input<N>, requestId?: string): Promise<Output<N> | undefined> {
    if (running.current) return undefined;
    running.current = true;
    setBusy(true);
    setError(undefined);
    const key = JSON.stringify(input);
    const id =
      requestId ?? (unanswered.current?.input === key ? unanswered.current.requestId : newRequestId());
    unanswered.current = { input: key, requestId: id };
    try {
      const data = await call(name, input, id);
      unanswered.current = undefined;
      return data;
    } catch (failure) {
      const refusal = asCallError(failure);
      setError(refusal);
      if (refusal.code !== 'OFFLINE') {
        unanswered.current = undefined;
        onRefused?.();
      }
      return undefined;
    } finally {
      // Done, refused or unknown: whatever other pages show may be old now.
      noteWrite();
      running.current = false;
      setBusy(false);
    }
  }

  return { run, busy, error, clear: () => setError(undefined) };
}
