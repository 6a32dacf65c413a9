import Taro from '@tarojs/taro';
import { CallError } from './call-error';
import { fileOf, imageOn, offscreen, penOf } from './offscreen';
import type { Lay } from './picture';
import { privacyFault } from './privacy';

export const printPage = undefined;

/** The longest side that every phone can draw. */
const LONGEST = 4096;

export async function savePicture(_: string, lay: Lay, code?: string): Promise<void> {
  const filePath = await drawn(lay, code).catch(() => undefined);
  if (filePath === undefined)
    throw new CallError('DEVICE', '这台手机画不了图片，请截屏，或者把微信升级以后再试。', '');
  try {
    await Taro.saveImageToPhotosAlbum({ filePath });
  } catch (failure) {
    const why = privacyFault(failure) ?? '没有存进相册，请在手机设置里允许微信用相册，再试一次。';
    throw new CallError('DEVICE', why, '');
  }
}

async function drawn(lay: Lay, code?: string): Promise<string> {
  const canvas = offscreen();
  // A code that the phone cannot read is left out: the number stands beside it.
  const picture = code === undefined ? undefined : await imageOn(canvas, code).catch(() => undefined);
  const pen = penOf(canvas);
  const laid = lay(pen, 'sans-serif');
  const scale = Math.min(1, LONGEST / laid.height);
  canvas.width = Math.round(laid.width * scale);
  canvas.height = Math.round(laid.height * scale);
  pen.scale(scale, scale);
  laid.draw(pen, picture as unknown as CanvasImageSource);
  return fileOf(canvas, { fileType: 'png' });
}
