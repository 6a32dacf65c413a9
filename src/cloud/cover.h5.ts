import { blobOf } from './blob-of';
import { type Box, cannotCover, coverOn, coverQuality } from './boxes';
import { CallError } from './call-error';

interface ChosenPhoto {
  name: string;
  size: number;
  body: File;
}

export async function covered({ name, body }: ChosenPhoto, boxes: readonly Box[]): Promise<ChosenPhoto> {
  try {
    const picture = await createImageBitmap(body, { imageOrientation: 'from-image' });
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [picture.width, picture.height];
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas');
    context.drawImage(picture, 0, 0);
    picture.close();
    coverOn(context, canvas, boxes);
    const blob = await blobOf(canvas, 'image/jpeg', coverQuality);
    if (!blob) throw new Error('no picture');
    const file = new File([blob], 'photo.jpg', { type: blob.type });
    return { name: name.replace(/\.\w+$/, '.jpg'), size: file.size, body: file };
  } catch {
    throw new CallError('DEVICE', cannotCover, '');
  }
}
