import { type Box, cannotCover, coverOn, coverQuality } from './boxes';
import { CallError } from './call-error';
import { fileOf, imageOn, offscreen, penOf } from './offscreen';

interface ChosenPhoto {
  name: string;
  size: number;
  /** the phone's own path to it */
  body: string;
}

export async function covered(
  { name, size, body }: ChosenPhoto,
  boxes: readonly Box[],
): Promise<ChosenPhoto> {
  try {
    const canvas = offscreen();
    const picture = await imageOn(canvas, body);
    [canvas.width, canvas.height] = [picture.width, picture.height];
    const context = penOf(canvas);
    context.drawImage(picture as unknown as CanvasImageSource, 0, 0);
    coverOn(context, canvas, boxes);
    const path = await fileOf(canvas, { fileType: 'jpg', quality: coverQuality });
    return { name: name.replace(/\.\w+$/, '.jpg'), size, body: path };
  } catch {
    throw new CallError('DEVICE', cannotCover, '');
  }
}
