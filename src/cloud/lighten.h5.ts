import { blobOf } from './blob-of';
import { blank, isBlank, isKnown, strange } from './blank';
import { CallError } from './call-error';
import { fitted, lightBytes, qualities, sides, stampOn } from './stamp';

interface ChosenPhoto {
  name: string;
  size: number;
  body: File;
}

export async function lightened(
  { name, body }: ChosenPhoto,
  lines: readonly string[],
): Promise<ChosenPhoto | undefined> {
  try {
    // Turned as the camera says: `from-image` is what browsers do.
    const picture = await createImageBitmap(body, { imageOrientation: 'from-image' });
    const blob = await lightest(picture, lines);
    picture.close();
    const file = blob && new File([blob], 'photo.jpg', { type: blob.type });
    return file && { name: name.replace(/\.\w+$/, '.jpg'), size: file.size, body: file };
  } catch (failure) {
    if (failure instanceof CallError) throw failure;
    if (!isKnown(new Uint8Array(await body.slice(0, 12).arrayBuffer()))) throw strange();
    return undefined;
  }
}

async function lightest(picture: ImageBitmap, lines: readonly string[]): Promise<Blob | undefined> {
  let last: Blob | undefined;
  for (const side of sides) {
    const canvas = drawn(picture, side, lines);
    for (const quality of qualities) {
      last = await blobOf(canvas, 'image/jpeg', quality);
      if (last && last.size <= lightBytes) return last;
    }
  }
  return last;
}

function drawn(picture: ImageBitmap, side: number, lines: readonly string[]): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, fitted(picture, side));
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  // What was see-through is white on paper.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  if (isBlank(context, canvas)) throw blank();
  if (lines.length > 0) stampOn(context, canvas, lines);
  return canvas;
}
