import { type Box, coverOn } from './boxes';
import { CallError } from './call-error';

interface ChosenPhoto {
  name: string;
  size: number;
  body: File;
}

const quality = 0.85;
const cannot = '这部手机盖不住照片里的东西。请换一张没拍到人和车牌的。';

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
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
    if (!blob) throw new Error('no picture');
    const file = new File([blob], 'photo.jpg', { type: blob.type });
    return { name: name.replace(/\.\w+$/, '.jpg'), size: file.size, body: file };
  } catch {
    throw new CallError('DEVICE', cannot, '');
  }
}
