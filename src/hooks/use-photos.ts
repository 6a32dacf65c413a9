import { useRef, useState } from 'react';
import { limits } from 'contract/limits';
import { CallError, asCallError, offlineMessage } from '@/cloud/call-error';
import { lightened } from '@/cloud/lighten';
import { type ChosenPhoto, choosePhotos, sendPhoto } from '@/cloud/photos';

interface Way {
  /** a folder of the person's own in the cloud; not known yet: nothing is chosen */
  folder?: string;
  /** what is written across each: what it is for */
  lines?: readonly string[];
  /** what the person does to each before it leaves the phone; undefined: they do not want it after all */
  touchUp?(photo: ChosenPhoto): Promise<ChosenPhoto | undefined>;
  /** what is done with the ids of pictures that arrived; false where they are to be handed on once more */
  onSent(ids: string[]): Promise<boolean> | boolean;
}

/**
 * Pictures on their way into the cloud: chosen, sent, handed on. What a weak signal cut off waits for `again`: it is sent to
 * where it was sent before, so that nothing arrives twice.
 */
export function usePhotos({ folder, lines = [], touchUp, onSent }: Way) {
  const waiting = useRef<{ photo: ChosenPhoto; id?: string }[]>([]);
  const [left, setLeft] = useState(0);
  const [busy, setBusy] = useState(false);
  const [isPlain, setIsPlain] = useState(false);
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
        const chosen = await choosePhotos(most);
        const light = await Promise.all(chosen.map((photo) => lightened(photo, lines)));
        if (chosen.some(({ size }, i) => !light[i] && size > limits.photoBytes))
          throw new CallError('DEVICE', '这张照片太大了，请直接拍一张，或者选小一点的。', '');
        setIsPlain(light.some((photo) => !photo));
        waiting.current = [];
        for (const [i, photo] of chosen.entries()) {
          const made = light[i] ?? photo;
          const touched = touchUp ? await touchUp(made) : made;
          if (touched) waiting.current.push({ photo: touched });
        }
        if (waiting.current.length > 0) await send(to);
      }),
    again: () => run(send),
    /** this phone could not make one smaller or write on it: it went as it was */
    isPlain,
    /** how many have not arrived */
    left,
    busy,
    failure,
  };
}
