import { type Drawing, fitted, stampOn } from './stamp';

it.each([
  ['wide', { width: 4000, height: 3000 }, { width: 1600, height: 1200 }],
  ['high', { width: 3000, height: 4000 }, { width: 1200, height: 1600 }],
  ['small', { width: 640, height: 480 }, { width: 640, height: 480 }],
  ['a line', { width: 100_000, height: 1 }, { width: 1600, height: 1 }],
])('a %s picture keeps its shape', (_, size, answer) => expect(fitted(size, 1600)).toEqual(answer));

it('says on each third of the picture what it is for', () => {
  const said: string[] = [];
  const at: number[] = [];
  const drawing: Drawing = {
    font: '',
    fillStyle: '',
    textAlign: '',
    save: () => undefined,
    restore: () => undefined,
    translate: (_, y) => void at.push(y),
    rotate: () => undefined,
    fillText: (text) => void said.push(text),
  };
  stampOn(drawing, { width: 1200, height: 1600 }, ['仅供办理〈低保〉使用', '2026年11月23日']);
  expect(said.filter((line) => line === '仅供办理〈低保〉使用')).toHaveLength(3);
  expect(said).toHaveLength(6);
  expect(at.map(Math.round)).toEqual([267, 800, 1333]);
});
