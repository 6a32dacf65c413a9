import { useState } from 'react';
import type { Link } from 'contract/actions/metrics';
import { asCallError, type CallError } from '@/cloud/call-error';
import { type FileHere, fetchFile } from '@/cloud/file';

export interface TakenFile extends FileHere {
  link: Link;
}

/** What `useDeed` gives for an action that makes a file. */
interface Making<I> {
  run(input: I): Promise<Link | undefined>;
  busy: boolean;
  error?: CallError;
}

/** A deed that makes a file (`useTake(useDeed('metrics.form'))`), with that file's way to this device. `taken`: the last that came. */
export function useTake<I>(making: Making<I>) {
  const [taken, setTaken] = useState<TakenFile>();
  const [lost, setLost] = useState<CallError>();
  const [isComing, setIsComing] = useState(false);

  async function run(input: I) {
    setTaken(undefined);
    setLost(undefined);
    const link = await making.run(input);
    if (!link) return;
    setIsComing(true);
    try {
      setTaken({ link, ...(await fetchFile(link)) });
    } catch (failure) {
      setLost(asCallError(failure));
    } finally {
      setIsComing(false);
    }
  }

  return { run, busy: making.busy || isComing, error: making.error ?? lost, taken };
}
