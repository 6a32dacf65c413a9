import { isBlank, isKnown } from './blank';

const SIDE = 64;

/** A square whose points are what `colour` says. */
const square = (colour: (i: number) => readonly [number, number, number]) =>
  Array.from({ length: SIDE * SIDE }, (_, i) => [...colour(i), 255]).flat();
const grey = (value: number) => [value, value, value] as const;

it.each<[string, boolean, (i: number) => readonly [number, number, number]]>([
  ['black', true, () => grey(0)],
  ['white', true, () => grey(255)],
  ['a red wall', true, () => [200, 20, 20]],
  ['a pocket: dark, with a camera’s noise', true, (i) => grey(4 + ((i * 7) % 9))],
  ['the same with a few sparks', true, (i) => grey(i % 500 === 0 ? 255 : 5)],
  ['a white sheet with three lines of writing', false, (i) => grey(i % 37 === 0 ? 60 : 250)],
  ['a white sheet with a small seal of red', false, (i) => (i < 60 ? [220, 40, 40] : grey(250))],
  ['a dark stair, seen all the same', false, (i) => grey((i % 64) / 2)],
])('%s is nothing: %s', (_, isNothing, colour) => {
  const drawn = { getImageData: () => ({ data: square(colour) }) };
  expect(isBlank(drawn, { width: SIDE, height: SIDE })).toBe(isNothing);
});

it('is sent where the phone cannot say', () => {
  const shut = {
    getImageData(): never {
      throw new Error('not on this phone');
    },
  };
  expect(isBlank(shut, { width: SIDE, height: SIDE })).toBe(false);
});

it.each<[string, boolean, Buffer]>([
  ['JPEG', true, Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
  ['PNG', true, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
  ['WebP', true, Buffer.from('RIFF\u0001\u0002\u0003\u0004WEBP', 'latin1')],
  ['HEIC, whatever it is called', false, Buffer.from('\0\0\0\u0018ftypheic', 'latin1')],
  ['a program', false, Buffer.from('MZ this program')],
  ['nothing at all', false, Buffer.alloc(0)],
])('%s can be opened by others: %s', (_, isOpen, head) => {
  expect(isKnown(head)).toBe(isOpen);
});
