import Taro from '@tarojs/taro';

/** WeChat's canvas without a place on the page, for the leaves that draw there (`*.weapp.ts`) and for nothing else. */
export const offscreen = (): Taro.OffscreenCanvas =>
  Taro.createOffscreenCanvas({ type: '2d', width: 1, height: 1 });

export const penOf = (canvas: Taro.OffscreenCanvas) =>
  canvas.getContext('2d') as unknown as CanvasRenderingContext2D;

/** A picture that this canvas can draw. Rejects where the phone cannot read it. */
export function imageOn(canvas: Taro.OffscreenCanvas, src: string): Promise<Taro.Image> {
  const image = canvas.createImage() as unknown as Taro.Image;
  return new Promise((resolve, reject) => {
    image.onload = () => resolve(image);
    image.onerror = reject;
    image.src = src;
  });
}

/** What was drawn, as a file of the phone: its path. */
export async function fileOf(
  canvas: Taro.OffscreenCanvas,
  as: { fileType: 'jpg' | 'png'; quality?: number },
): Promise<string> {
  return (await Taro.canvasToTempFilePath({ canvas: canvas as unknown as Taro.Canvas, ...as })).tempFilePath;
}
