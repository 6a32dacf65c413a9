import { useState } from 'react';
import type { Input, Output } from 'contract/actions';
import { asCallError, type CallError } from '@/cloud/call-error';
import { type SheetHere, addSheet } from '@/cloud/sheet';
import { useDeed } from '@/hooks/use-deed';

type State = Output<'imports.start'>;
type Wish = Pick<Input<'imports.start'>, 'table' | 'orgId'>;

/** One file's way in: chosen, looked through, then written a portion a call until it is done. */
export function useImport(personId: string, wish: Wish, onDone: () => void) {
  const { run, busy, error, clear } = useDeed('imports.start');
  const [sheet, setSheet] = useState<SheetHere>();
  const [state, setState] = useState<State>();
  const [lost, setLost] = useState<CallError>();
  const [isComing, setIsComing] = useState(false);

  /** Another file, looked through at once. */
  async function choose() {
    setLost(undefined);
    clear();
    setIsComing(true);
    try {
      const chosen = await addSheet(`imports/${personId}`);
      if (!chosen) return;
      setSheet(chosen);
      setState(undefined);
      setState(await run({ ...wish, fileId: chosen.fileId, dryRun: true }));
    } catch (failure) {
      setLost(asCallError(failure));
    } finally {
      setIsComing(false);
    }
  }

  /** Its rows, until all are in; where a call is lost, pressing again goes on. */
  async function write(only: 'all' | 'good') {
    if (!sheet) return;
    setIsComing(true);
    let next: State | undefined;
    do {
      next = await run({ ...wish, fileId: sheet.fileId, dryRun: false, only });
      if (next) setState(next);
    } while (next?.state === 'running');
    setIsComing(false);
    if (next) onDone();
  }

  function forget() {
    setSheet(undefined);
    setState(undefined);
    setLost(undefined);
    clear();
  }

  return { sheet, state, choose, write, forget, busy: busy || isComing, error: error ?? lost };
}
