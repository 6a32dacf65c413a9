import type { Page } from 'playwright-core';
import { decodeQR } from 'qr/decode.js';

/** What a phone's camera would read from this picture (a PNG): its pixels come from the browser, the reading from a library. */
export async function readCode(page: Page, png: Buffer): Promise<string> {
  const { width, height, pixels } = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    const pen = canvas.getContext('2d');
    if (!pen) throw new Error('no canvas');
    pen.drawImage(picture, 0, 0);
    const { data } = pen.getImageData(0, 0, picture.width, picture.height);
    let text = '';
    for (let i = 0; i < data.length; i += 8192) text += String.fromCharCode(...data.subarray(i, i + 8192));
    return { width: picture.width, height: picture.height, pixels: btoa(text) };
  }, png.toString('base64'));
  return decodeQR({ width, height, data: new Uint8Array(Buffer.from(pixels, 'base64')) });
}
