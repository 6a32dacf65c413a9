import { blobOf } from './blob-of';
import { CallError } from './call-error';
import type { Lay } from './picture';
import { saveBlob } from './save-blob';

export const printPage = (): void => window.print();

export async function savePicture(name: string, lay: Lay, code?: string): Promise<void> {
  const blob = await drawn(lay, code).catch(() => undefined);
  if (!blob) throw new CallError('DEVICE', '这里画不了图片，请点“打印”，或者换一个浏览器。', '');
  saveBlob(`${name}.png`, blob);
}

async function drawn(lay: Lay, code?: string): Promise<Blob | undefined> {
  const picture = code === undefined ? undefined : await imageOf(code);
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d');
  if (!pen) return undefined;
  const laid = lay(pen, getComputedStyle(document.body).fontFamily);
  [canvas.width, canvas.height] = [laid.width, laid.height];
  laid.draw(pen, picture);
  return blobOf(canvas, 'image/png');
}

function imageOf(src: string): Promise<HTMLImageElement> {
  const image = new Image();
  return new Promise((resolve, reject) => {
    image.onload = () => resolve(image);
    image.onerror = reject;
    image.src = src;
  });
}
