import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { type CallError, asCallError } from '@/cloud/call-error';
import { addPhotos, removePhoto } from '@/cloud/photos';
import { Button } from '@/components/button';
import { FieldError } from '@/components/field';
import { Photos } from '@/components/photos';
import { Words } from '@/components/words';
import { useSession } from '@/hooks/use-session';
import { OwnPhoto } from './own-photo';

interface Props {
  /** what they are of: a folder of the person's own */
  of: 'reviews' | 'cases';
  most: number;
  ids: readonly string[];
  onChange(ids: string[]): void;
}

/** 照片: a few at most, put into the cloud as they are chosen, so that a draft that is found again still has them. */
export function AddPhotos({ of: folder, most, ids, onChange }: Props) {
  const person = useSession().data?.person;
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<CallError>();
  // One may be taken out while another is on its way.
  const latest = useRef(ids);
  latest.current = ids;
  const left = most - ids.length;

  async function add(personId: string) {
    setBusy(true);
    setFailure(undefined);
    try {
      const added = await addPhotos(`${folder}/${personId}`, left);
      onChange([...latest.current, ...added]);
    } catch (thrown) {
      setFailure(asCallError(thrown));
    } finally {
      setBusy(false);
    }
  }

  function remove(id: string) {
    onChange(ids.filter((one) => one !== id));
    void removePhoto(id);
  }

  return (
    <View className="field">
      <Words look="strong">照片，可以不放，最多{most}张</Words>
      <FieldError id="photos-error">{failure?.message}</FieldError>
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
      {person && left > 0 && (
        <Button icon="camera" busy={busy} onPress={() => void add(person.id)}>
          放照片
        </Button>
      )}
    </View>
  );
}
