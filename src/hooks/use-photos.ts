import { useRef, useState } from 'react';
import { CallError, asCallError, offlineMessage } from '@/cloud/call-error';
import { type ChosenPhoto, choosePhotos, sendPhoto } from '@/cloud/photos';

interface Way {
  /** a folder of the person's own in the cloud; not known yet: nothing is chosen */
  folder?: string;
  /** what is done with the ids of pictures that arrived; false where they are to be handed on once more */
  onSent(ids: string[]): Promise<boolean> | boolean;
}

/**
 * Pictures on their way into the cloud: chosen, sent, handed on. What a weak signal cut off waits for `again`: it is sent to
 * where it was sent before, so that nothing arrives twice.
 */
export function usePhotos({ folder, onSent }: Way) {
  const waiting = useRef<{ photo: ChosenPhoto; id?: string }[]>([]);
  const [left, setLeft] = useState(0);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<CallError>();

  async function send(to: string) {
    await Promise.all(
      waiting.current.map(async (one) => {
        one.id ??= await sendPhoto(to, one.photo);
      }),
    ).catch(() => {
      throw new CallError('OFFLINE', offlineMessage, '');
    });
    const isDone = await onSent(waiting.current.flatMap(({ id }) => id ?? []));
    if (isDone) waiting.current = [];
  }

  async function run(work: (to: string) => Promise<void>) {
    if (!folder || busy) return;
    setBusy(true);
    setFailure(undefined);
    try {
      await work(folder);
    } catch (thrown) {
      setFailure(asCallError(thrown));
    } finally {
      setLeft(waiting.current.length);
      setBusy(false);
    }
  }

  return {
    add: (most: number) =>
      run(async (to) => {
        waiting.current = (await choosePhotos(most)).map((photo) => ({ photo }));
        if (waiting.current.length > 0) await send(to);
      }),
    again: () => run(send),
    /** how many have not arrived */
    left,
    busy,
    failure,
  };
}
