import type { Figures } from 'contract/actions/metrics';
import { type MetricKey, hiddenWords, metrics } from 'contract/metrics';
import { Words } from '@/components/words';
import { axisOf } from './axis';
import { isShown } from './rate-words';
import { Rest, useRest } from './rest';
import { Table } from './table';

interface Props {
  what: string;
  metric: MetricKey;
  lines: readonly Figures[];
}

/** One rate of the parts of a unit: those that are shown, the lowest first; then in words which are not, and why. */
export function Breakdown({ what, metric, lines }: Props) {
  const rows = lines.map(({ key, name, rates }) => ({ key, name, rate: rates[metric] }));
  const shown = rows
    .filter(({ rate }) => isShown(rate))
    .sort((a, b) => (a.rate.rate ?? 0) - (b.rate.rate ?? 0));
  const rest = useRest(shown);
  const names = (is: (row: (typeof rows)[number]) => boolean) =>
    rows
      .filter((row) => !isShown(row.rate) && is(row))
      .map(({ name }) => name)
      .join('、');
  return (
    <>
      {shown.length > 1 && <Words look="muted">低的在前。</Words>}
      {shown.length > 0 && (
        <Table
          what={what}
          metric={metrics[metric].name}
          rows={rest.shown}
          axis={axisOf(shown.map(({ rate }) => rate))}
        />
      )}
      <Rest of={rest} />
      <Others why={hiddenWords.few} names={names(({ rate }) => rate.hidden && !rate.isCover)} />
      <Others why={hiddenWords.cover} names={names(({ rate }) => rate.isCover === true)} />
      <Others why="还没有" names={names(({ rate }) => !rate.hidden)} />
    </>
  );
}

function Others({ why, names }: { why: string; names: string }) {
  if (names === '') return null;
  return (
    <Words look="muted">
      {why}：{names}
    </Words>
  );
}
