import { instantOf } from '../../../contract/time';
import { isStale } from './review';

const now = instantOf('2026-11-23', '10:00');

it.each<[string, string | undefined, boolean]>([
  ['never looked at', undefined, true],
  ['looked at today', '2026-11-23', false],
  ['looked at 364 days ago', '2025-11-24', false],
  ['looked at 365 days ago', '2025-11-23', true],
])('%s', (_, day, expected) => {
  expect(isStale({ reviewedAt: day === undefined ? undefined : instantOf(day, '23:00') }, now)).toBe(
    expected,
  );
});
