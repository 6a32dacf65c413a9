import type { Output } from 'contract/actions';
import { type Level, isBad, levels } from 'contract/words';
import { Bars } from './bars';
import { percent } from './rate-words';

/** How many chose each of the five levels. */
export function Levels({ counts }: { counts: NonNullable<Output<'metrics.overview'>['levels']> }) {
  const of = (level: Level) => counts[level] ?? 0;
  const all = Object.keys(levels) as Level[];
  const total = all.reduce((sum, level) => sum + of(level), 0);
  const rows = (wanted: 'bad' | 'good') =>
    all
      .filter((level) => isBad(level) === (wanted === 'bad'))
      .map((level) => ({
        name: levels[level],
        count: of(level),
        words: `${of(level)}条 ${percent(of(level) / total)}`,
      }));
  return (
    <>
      <Bars rows={rows('good')} most={total} />
      <Bars rows={rows('bad')} most={total} isBad />
    </>
  );
}
