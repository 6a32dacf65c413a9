import Taro from '@tarojs/taro';
import { type Box, coverOn } from './boxes';
import { CallError } from './call-error';

interface ChosenPhoto {
  name: string;
  size: number;
  /** the phone's own path to it */
  body: string;
}

const quality = 0.85;
const cannot = '这部手机盖不住照片里的东西。请换一张没拍到人和车牌的。';

export async function covered(
  { name, size, body }: ChosenPhoto,
  boxes: readonly Box[],
): Promise<ChosenPhoto> {
  try {
    const canvas = Taro.createOffscreenCanvas({ type: '2d', width: 1, height: 1 });
    const picture = canvas.createImage() as unknown as Taro.Image;
    await new Promise((resolve, reject) => {
      picture.onload = resolve;
      picture.onerror = reject;
      picture.src = body;
    });
    [canvas.width, canvas.height] = [picture.width, picture.height];
    const context = canvas.getContext('2d') as unknown as CanvasRenderingContext2D;
    context.drawImage(picture as unknown as CanvasImageSource, 0, 0);
    coverOn(context, canvas, boxes);
    const { tempFilePath } = await Taro.canvasToTempFilePath({
      canvas: canvas as unknown as Taro.Canvas,
      fileType: 'jpg',
      quality,
    });
    return { name: name.replace(/\.\w+$/, '.jpg'), size, body: tempFilePath };
  } catch {
    throw new CallError('DEVICE', cannot, '');
  }
}
