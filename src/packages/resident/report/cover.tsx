import { View } from '@tarojs/components';
import { useState } from 'react';
import { type Box, mostBoxes } from '@/cloud/boxes';
import { type CallError, asCallError } from '@/cloud/call-error';
import { covered } from '@/cloud/cover';
import type { ChosenPhoto } from '@/cloud/photos';
import { Button } from '@/components/button';
import { FieldError } from '@/components/field';
import { Words } from '@/components/words';
import { CoverField } from './cover-field';
import './report.scss';

interface Props {
  photo: ChosenPhoto;
  /** the picture as it may be sent; none: it is not to be sent */
  onDone(photo?: ChosenPhoto): void;
}

/** 盖脸、车牌: rectangles drawn on a photo before it leaves the phone. */
export function Cover({ photo, onDone }: Props) {
  const [boxes, setBoxes] = useState<Box[]>([]);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError>();

  async function use() {
    if (boxes.length === 0) return onDone(photo);
    setBusy(true);
    try {
      onDone(await covered(photo, boxes));
    } catch (failure) {
      setError(asCallError(failure));
      setBusy(false);
    }
  }
  return (
    <View role="group" aria-label="盖住脸和车牌">
      <Words>拍到了人脸、车牌？用手指在上面拖个框，就盖住了。</Words>
      <CoverField
        photo={photo}
        boxes={boxes}
        onDraw={(box) => setBoxes((old) => (old.length < mostBoxes ? [...old, box] : old))}
      />
      <View className="cover-said" role="status">
        {boxes.length > 0 ? `盖住了${boxes.length}处` : '没有盖住什么'}
      </View>
      <FieldError id="cover-error">{error?.message}</FieldError>
      <View className="cover-ways">
        {boxes.length > 0 && (
          <Button inline icon="undo" onPress={() => setBoxes((old) => old.slice(0, -1))}>
            去掉一个框
          </Button>
        )}
        <Button inline onPress={() => onDone()}>
          不要这张
        </Button>
        <Button inline icon="tick" busy={busy} onPress={() => void use()}>
          就用这张
        </Button>
      </View>
    </View>
  );
}
