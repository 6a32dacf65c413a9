import type { CaseView, ClockView } from 'contract/models';
import { cardNames } from 'contract/words';
import { whenWords } from '@/format/when';
import { Facts } from '../facts';
import { Tag } from '../tag';
import { Lines } from '../words';

type Pause = CaseView['pauses'][number];

const names: Record<ClockView['name'], string> = {
  response: '首次响应',
  offer: '等人答复',
  completion: '办结',
  supply: '等居民补',
  verify: '核实差评',
  mend: '整改差评',
  custody: '还原件',
};

/** 时限: every clock that runs or stands, the statutory end beside the promised one, and the ledger of pauses. */
export function CaseClocks({ kase, now }: { kase: CaseView; now: number }) {
  const { clocks, statutoryDueAt, pauses } = kase;
  const provisional = kase.provisional ? '（暂定）' : '';
  const past = pauses.filter(({ to }) => to !== undefined);
  const running = clocks.filter((clock) => clock.stoppedAt === undefined);
  return (
    <Facts
      facts={[
        ...running.map((clock) => ({
          name: names[clock.name],
          value: <Until clock={clock} note={clock.name === 'completion' ? provisional : ''} now={now} />,
        })),
        ...(statutoryDueAt !== undefined &&
        running.some(({ name, paused }) => name === 'completion' && !paused)
          ? [{ name: '法定期限', value: `最晚${whenWords(statutoryDueAt, now)}${provisional}` }]
          : []),
        ...pauses
          .filter(({ to }) => to === undefined)
          .map((pause) => ({ name: '停着', value: pauseWords(pause, now) })),
        ...(past.length > 0
          ? [{ name: '停过', value: <Lines items={past.map((pause) => pauseWords(pause, now))} /> }]
          : []),
      ]}
    />
  );
}

/** Whether there is anything to tell. */
export const hasClocks = ({ clocks, pauses }: CaseView) =>
  pauses.length > 0 || clocks.some((clock) => clock.stoppedAt === undefined);

function Until({ clock, note, now }: { clock: ClockView; note: string; now: number }) {
  if (clock.paused) return <>居民补上再接着算</>;
  return (
    <>
      最晚{whenWords(clock.dueAt, now)}
      {note}{' '}
      {clock.card && <Tag tone={clock.card === 'red' ? 'breach' : 'warning'}>{cardNames[clock.card]}</Tag>}
    </>
  );
}

/** 今天 上午10点到明天 下午2点,等的是:户口簿. */
function pauseWords({ from, to, until, why }: Pause, now: number): string {
  if (to === undefined) return `${whenWords(from, now)}起，最多停到${whenWords(until, now)}`;
  return `${whenWords(from, now)}到${whenWords(to, now)}，等的是：${why}`;
}
