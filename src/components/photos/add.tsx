import { View } from '@tarojs/components';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { currentTime } from '@/cloud/clock';
import { type ChosenPhoto, removePhoto } from '@/cloud/photos';
import { type Place, usePhotos } from '@/hooks/use-photos';
import { useSession } from '@/hooks/use-session';
import { isStale } from 'contract/upload';
import { Button } from '../button';
import { FieldError } from '../field';
import { Words } from '../words';
import { Photos } from './index';
import { OwnPhoto } from './own';

const cleared = '上次放的照片过了一天，已经清掉了。请重新放。';

interface Props {
  /** what they are to hang in */
  to: Place;
  /** what is written across each */
  stamp?: readonly string[];
  most: number;
  /** faces and number plates can be covered in each before it is sent: what is drawn meanwhile; no photo: it is not to be sent */
  cover?(photo: ChosenPhoto, onDone: (photo?: ChosenPhoto) => void): ReactNode;
  ids: readonly string[];
  onChange(ids: string[]): void;
}

/** 照片: a few at most, put into the cloud as they are chosen, so that a draft that is found again still has them. */
export function AddPhotos({ to, stamp, most, cover, ids, onChange }: Props) {
  const person = useSession().data?.person;
  // One may be taken out while another is on its way.
  const latest = useRef(ids);
  latest.current = ids;
  const left = most - ids.length;
  const [open, setOpen] = useState<{ photo: ChosenPhoto; done(photo?: ChosenPhoto): void }>();
  const touchUp = (photo: ChosenPhoto) =>
    new Promise<ChosenPhoto | undefined>((resolve) =>
      setOpen({
        photo,
        done(touched) {
          setOpen(undefined);
          resolve(touched);
        },
      }),
    );
  const photos = usePhotos({
    to: person && to,
    lines: stamp,
    touchUp: cover ? touchUp : undefined,
    onSent(added) {
      onChange([...latest.current, ...added]);
      return true;
    },
  });

  // Of a draft that is found again: what lay there for a day is gone.
  const fresh = ids.filter((id) => !isStale(id, currentTime()));
  const [isCleared, setIsCleared] = useState(false);
  useEffect(() => {
    if (fresh.length === ids.length) return;
    setIsCleared(true);
    onChange(fresh);
  });

  function remove(id: string) {
    onChange(ids.filter((one) => one !== id));
    void removePhoto(id);
  }

  return (
    <View className="field">
      <Words look="strong">照片，可以不放，最多{most}张</Words>
      <FieldError id="photos-error">
        {photos.failure?.message ?? (isCleared && ids.length === 0 ? cleared : undefined)}
      </FieldError>
      {ids.length > 0 && (
        <Photos>
          {ids.map((id, index) => (
            <OwnPhoto key={id} id={id} name={`照片${index + 1}`}>
              <Button label={`不要照片${index + 1}`} onPress={() => remove(id)}>
                不要
              </Button>
            </OwnPhoto>
          ))}
        </Photos>
      )}
      {open && cover?.(open.photo, open.done)}
      {person && left > 0 && !open && (
        <Button
          icon="camera"
          busy={photos.busy}
          onPress={() => void (photos.left > 0 ? photos.again() : photos.add(left))}
        >
          {photos.left > 0 ? '接着传' : '放照片'}
        </Button>
      )}
    </View>
  );
}
