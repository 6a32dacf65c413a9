import { join } from 'node:path';
import { build } from 'esbuild';
import { launchBrowser } from '../scripts/browser.mjs';
import { root } from '../scripts/stamp';
import { type Section, median } from './harness';

const ROUNDS = 5;
/** A cheap phone, as Chrome's own tools have it; what the browser does beside the page's own thread (decoding, JPEG) is not slowed by it. */
const SLOWED = 4;
/** As a phone's camera takes it. */
const [WIDTH, HEIGHT] = [4000, 3000];
const LINES = ['仅供办理残疾人证使用', '2026-11-23 26 1123 8176'];

/** A photo of 12 megapixels made smaller by the product's own code on a slowed phone ÷ the same picture decoded and drawn once. */
export async function lightenFigures(): Promise<Section> {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'src/cloud/lighten.h5.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'product',
    tsconfig: join(root, 'tsconfig.json'),
    logLevel: 'error',
  });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: outputFiles[0]?.text ?? '' });
    const bytes = await page.evaluate(takePhoto, [WIDTH, HEIGHT] as const);
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
    const taken = { light: [] as number[], drawn: [] as number[] };
    let made = { size: 0, width: 0 };
    for (let round = 0; round < ROUNDS; round += 1) {
      taken.drawn.push(await page.evaluate(drawOnce));
      const light = await page.evaluate(makeLight, LINES);
      taken.light.push(light.ms);
      made = light;
    }
    const [value, floor] = [median(taken.light), median(taken.drawn)];
    return {
      title: `A photo made smaller, processor slowed ${SLOWED} times (median of ${ROUNDS})`,
      figures: [
        {
          name: `12 megapixels, ${Math.round(bytes / 1000).toLocaleString('en')} KB, to ${made.width} pixels and ${Math.round(made.size / 1000)} KB`,
          value,
          unit: 'ms',
          floor,
          ratio: value / floor,
          note: 'floor: the same picture decoded and drawn once',
        },
      ],
    };
  } finally {
    await browser.close();
  }
}

interface Photo {
  name: string;
  size: number;
  body: File;
}
/** What the page has: the bundle, and the picture that was made in it. */
declare const product: { lightened(photo: Photo, lines: readonly string[]): Promise<Photo | undefined> };
declare const photo: File;

/** Makes the picture within the page: shapes, shades and a camera's noise, the same each time. Gives its bytes. */
async function takePhoto([width, height]: readonly [number, number]): Promise<number> {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no canvas');
  const picture = pen.createImageData(width, height);
  let noise = 1;
  for (let i = 0; i < width * height; i += 1) {
    noise = (noise * 1_103_515_245 + 12_345) % 2_147_483_648;
    const [x, y] = [i % width, Math.floor(i / width)];
    const light = 128 + 90 * Math.sin(x / 130) * Math.cos(y / 170) + (noise / 2_147_483_648 - 0.5) * 24;
    picture.data.set([light, light * 0.9, 255 - light, 255], i * 4);
  }
  pen.putImageData(picture, 0, 0);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.92));
  if (!blob) throw new Error('no picture');
  Object.assign(globalThis, { photo: new File([blob], 'a.jpg', { type: blob.type }) });
  return blob.size;
}

async function drawOnce(): Promise<number> {
  const started = performance.now();
  const picture = await createImageBitmap(photo, { imageOrientation: 'from-image' });
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: 1600, height: 1200 });
  const pen = canvas.getContext('2d');
  pen?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  // Until it is really drawn.
  pen?.getImageData(0, 0, 1, 1);
  picture.close();
  return performance.now() - started;
}

async function makeLight(lines: string[]): Promise<{ ms: number; size: number; width: number }> {
  const started = performance.now();
  const light = await product.lightened({ name: photo.name, size: photo.size, body: photo }, lines);
  const ms = performance.now() - started;
  if (!light) throw new Error('this browser cannot');
  const { width } = await createImageBitmap(light.body);
  return { ms, size: light.size, width };
}
