import Taro from '@tarojs/taro';
import { blank, isBlank, isKnown, strange } from './blank';
import { CallError } from './call-error';
import { fileOf, imageOn, offscreen, penOf } from './offscreen';
import { fitted, lightBytes, qualities, sides, stampOn } from './stamp';

interface ChosenPhoto {
  name: string;
  size: number;
  /** the phone's own path to it */
  body: string;
}

export async function lightened(
  { name, body }: ChosenPhoto,
  lines: readonly string[],
): Promise<ChosenPhoto | undefined> {
  try {
    const info = await Taro.getImageInfo({ src: body });
    for (const side of sides) {
      const canvas = await drawn(info, body, side, lines);
      for (const quality of qualities) {
        const path = await fileOf(canvas, { fileType: 'jpg', quality });
        const size = sizeOf(path);
        if (size <= lightBytes) return { name: name.replace(/\.\w+$/, '.jpg'), size, body: path };
      }
    }
    return undefined;
  } catch (failure) {
    if (failure instanceof CallError) throw failure;
    if (!isKnown(headOf(body))) throw strange();
    // An old WeChat, or a picture that it cannot read.
    return undefined;
  }
}

function sizeOf(path: string): number {
  const stat = Taro.getFileSystemManager().statSync(path);
  return 'size' in stat ? stat.size : Infinity;
}

async function drawn(
  { width, height, orientation = 'up' }: Taro.getImageInfo.SuccessCallbackResult,
  path: string,
  side: number,
  lines: readonly string[],
): Promise<Taro.OffscreenCanvas> {
  const canvas = offscreen();
  const picture = await imageOn(canvas, path);
  // Some phones turn a picture as its camera says, some leave it: those that did have its sides changed over.
  const quarter = /^(left|right)/.exec(orientation)?.[1];
  const isTurned = quarter !== undefined && picture.width === height && width !== height;
  const turn = quarter === undefined || isTurned ? 0 : quarter === 'right' ? Math.PI / 2 : -Math.PI / 2;
  const own = fitted({ width: picture.width, height: picture.height }, side);
  canvas.width = turn === 0 ? own.width : own.height;
  canvas.height = turn === 0 ? own.height : own.width;
  const context = penOf(canvas);
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.save();
  context.translate(canvas.width / 2, canvas.height / 2);
  context.rotate(turn);
  context.drawImage(
    picture as unknown as CanvasImageSource,
    -own.width / 2,
    -own.height / 2,
    own.width,
    own.height,
  );
  context.restore();
  if (isBlank(context, canvas)) throw blank();
  if (lines.length > 0) stampOn(context, canvas, lines);
  return canvas;
}

/** The file's first bytes. */
function headOf(path: string): Uint8Array {
  const head = Taro.getFileSystemManager().readFileSync(path, undefined, 0, 12);
  return new Uint8Array(typeof head === 'string' ? [] : head);
}
