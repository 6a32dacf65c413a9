import type { PhotoCheckDoc } from './documents';
import { type Said, afterAsking, afterEvent } from './photo-check';

const minute = 60_000;
const check = (more: Partial<PhotoCheckDoc> = {}): PhotoCheckDoc => ({
  _id: 'p',
  photo: 'cloud://e.b/papers/c1/r/a.jpg',
  caseId: 'c1',
  by: 'r',
  at: 0,
  askAt: 0,
  asked: 0,
  ...more,
});

it.each([
  [
    'asked: its answer is waited for',
    check(),
    { trace: 't' },
    0,
    { asked: 1, trace: 't', askAt: 45 * minute },
  ],
  ['down: in a minute', check(), 'later', 0, { asked: 1, askAt: minute }],
  ['still down: in four', check({ asked: 2 }), 'later', 0, { asked: 3, askAt: 4 * minute }],
  ['never more than sixteen', check({ asked: 9 }), 'later', 0, { asked: 10, askAt: 16 * minute }],
  ['down for two hours', check({ asked: 9 }), 'later', 110 * minute, 'done'],
  ['it will not look', check(), 'never', 0, 'done'],
] as const)('after asking: %s', (_, row, answer, now, next) => {
  const after = afterAsking(row, answer, now);
  if (next === 'done') expect(after).toBe(next);
  else expect(after).toMatchObject(next);
});

it.each<[Said, number, unknown]>([
  ['pass', 1, 'done'],
  ['review', 1, 'done'],
  ['risky', 1, 'hide'],
  ['unfetched', 2, { asked: 2, trace: undefined, askAt: 7 }],
  ['unfetched', 3, 'done'],
])('after the event: %s at time %i', (said, asked, next) => {
  expect(afterEvent(check({ asked, trace: 't' }), said, 7)).toEqual(next);
});
