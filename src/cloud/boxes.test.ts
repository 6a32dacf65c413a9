import { type Box, boxOf, coverOn, pixelsOf } from './boxes';

const field = { width: 300, height: 200 };

it.each<[string, [number, number], [number, number], Box | undefined]>([
  ['down to the right', [30, 20], [150, 120], { x: 0.1, y: 0.1, width: 0.4, height: 0.5 }],
  ['up to the left', [150, 120], [30, 20], { x: 0.1, y: 0.1, width: 0.4, height: 0.5 }],
  ['beyond the edges', [-40, 100], [900, 900], { x: 0, y: 0.5, width: 1, height: 0.5 }],
  ['a tap', [30, 20], [31, 21], undefined],
  ['a line', [30, 20], [200, 21], undefined],
  ['outside', [-40, -40], [-10, -10], undefined],
])('a box drawn %s', (_, [x, y], [toX, toY], box) => {
  const drawn = boxOf({ x, y }, { x: toX, y: toY }, field);
  if (!box) return expect(drawn).toBeUndefined();
  for (const side of ['x', 'y', 'width', 'height'] as const) expect(drawn?.[side]).toBeCloseTo(box[side]);
});

it('of a field that is not drawn yet is none', () =>
  expect(boxOf({ x: 0, y: 0 }, { x: 9, y: 9 }, { width: 0, height: 0 })).toBeUndefined());

it.each<[string, Box, { width: number; height: number }, Box]>([
  [
    'whole pixels',
    { x: 0.5, y: 0, width: 0.5, height: 1 },
    { width: 10, height: 4 },
    { x: 5, y: 0, width: 5, height: 4 },
  ],
  [
    'a part of a pixel is covered whole',
    { x: 0.15, y: 0.3, width: 0.1, height: 0.1 },
    { width: 10, height: 10 },
    { x: 1, y: 3, width: 2, height: 1 },
  ],
  [
    'to the edge and not beyond',
    { x: 0.95, y: 0.95, width: 0.05, height: 0.05 },
    { width: 7, height: 7 },
    { x: 6, y: 6, width: 1, height: 1 },
  ],
])('%s', (_, box, size, pixels) => expect(pixelsOf(box, size)).toEqual(pixels));

it('covers each of several, with what lets nothing through', () => {
  const filled: number[][] = [];
  const brush = { fillStyle: '' as unknown, fillRect: (...at: number[]) => void filled.push(at) };
  const half = { x: 0, y: 0, width: 0.5, height: 0.5 };
  coverOn(brush, { width: 8, height: 8 }, [half, { ...half, x: 0.5 }]);
  expect(brush.fillStyle).toBe('#000');
  expect(filled).toEqual([
    [0, 0, 4, 4],
    [4, 0, 4, 4],
  ]);
});
