import { CallError } from './call-error';

/** Photos that are not worth sending, or that others could not open: told before they leave the phone. */

/** Points of a side that are looked at. */
const LOOKED_AT = 64;
/** The lightest and the darkest of a thousand that do not count: a camera's own sparks. */
const SPARKS = 3 / 1000;
/** Of 256: what a dark lens, a pocket or an empty wall differs by. */
const ONE_COLOUR = 18;

/** What of a canvas is looked at, on either platform. */
interface Drawn {
  getImageData(x: number, y: number, width: number, height: number): { data: ArrayLike<number> };
}

/** Is what was drawn all nearly one colour? A phone that cannot say keeps nobody from sending it. */
export function isBlank(drawn: Drawn, { width, height }: { width: number; height: number }): boolean {
  try {
    return isOneColour(drawn.getImageData(0, 0, width, height).data, width, height);
  } catch {
    return false;
  }
}

/** `points` are red, green, blue and opacity, each in turn, row by row. */
function isOneColour(points: ArrayLike<number>, width: number, height: number): boolean {
  const middle = (i: number, side: number) => Math.floor(((i + 0.5) * side) / LOOKED_AT);
  return [0, 1, 2].every((colour) => {
    const values = Array.from({ length: LOOKED_AT * LOOKED_AT }, (_, i) => {
      const [x, y] = [middle(i % LOOKED_AT, width), middle(Math.floor(i / LOOKED_AT), height)];
      return points[(y * width + x) * 4 + colour] ?? 0;
    });
    values.sort((one, other) => one - other);
    const off = Math.floor(values.length * SPARKS);
    return (values[values.length - 1 - off] ?? 0) - (values[off] ?? 0) < ONE_COLOUR;
  });
}

/** What a picture begins with that every phone can open. */
const known = [/^ffd8ff/, /^89504e470d0a1a0a/, /^52494646.{8}57454250/];

/** Can others open what begins with these bytes, whatever it is called? */
export const isKnown = (head: ArrayLike<number>): boolean => {
  const hex = Array.from(head, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return known.some((one) => one.test(hex));
};

export const blank = (): CallError =>
  new CallError('DEVICE', '这张照片几乎只有一个颜色，看不出东西。看看镜头挡没挡住、光够不够，再拍一张。', '');

export const strange = (): CallError =>
  new CallError('DEVICE', '这里只放JPG、PNG的照片，HEIC别人打不开。请直接拍一张，或者另选一张。', '');
