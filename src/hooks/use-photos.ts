import { useRef, useState } from 'react';
import type { Input } from 'contract/actions';
import { limits } from 'contract/limits';
import { isStale } from 'contract/upload';
import { call } from '@/cloud/call';
import { CallError, asCallError, offlineMessage } from '@/cloud/call-error';
import { currentTime } from '@/cloud/clock';
import { lightened } from '@/cloud/lighten';
import { type ChosenPhoto, choosePhotos, sendPhoto } from '@/cloud/photos';

/** What photos are to hang in. */
export type Place = Pick<Input<'cases.upload'>, 'of' | 'caseId'>;

interface Way {
  /** not known yet: nothing is chosen */
  to?: Place;
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
export function usePhotos({ to, lines = [], touchUp, onSent }: Way) {
  const waiting = useRef<{ photo: ChosenPhoto; path?: string; id?: string }[]>([]);
  const [left, setLeft] = useState(0);
  const [busy, setBusy] = useState(false);
  const [isPlain, setIsPlain] = useState(false);
  const [failure, setFailure] = useState<CallError>();

  async function send(place: Place) {
    // A page that stood open for a day: what lay there is gone, and goes there anew.
    const [first] = waiting.current;
    if (!first?.path || isStale(first.path, currentTime())) {
      const ends = waiting.current.map(({ photo }) => endOf(photo));
      const { paths } = await call('cases.upload', { ...place, ends });
      waiting.current = waiting.current.map(({ photo }, i) => ({ photo, path: paths[i] }));
    }
    await Promise.all(
      waiting.current.map(async (one) => {
        one.id ??= await sendPhoto(one.path ?? '', one.photo);
      }),
    ).catch(() => {
      throw new CallError('OFFLINE', offlineMessage, '');
    });
    const isDone = await onSent(waiting.current.flatMap(({ id }) => id ?? []));
    if (isDone) waiting.current = [];
  }

  async function run(work: (place: Place) => Promise<void>) {
    if (!to || busy) return;
    setBusy(true);
    setFailure(undefined);
    try {
      await work(to);
    } catch (thrown) {
      setFailure(asCallError(thrown));
    } finally {
      setLeft(waiting.current.length);
      setBusy(false);
    }
  }

  return {
    add: (most: number) =>
      run(async (place) => {
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
        if (waiting.current.length > 0) await send(place);
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

const ends = ['jpg', 'jpeg', 'png', 'webp'] as const;
const endOf = ({ name }: ChosenPhoto) => ends.find((end) => name.endsWith(`.${end}`)) ?? 'jpg';
