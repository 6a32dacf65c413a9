import { View } from '@tarojs/components';
import type { CaseView, ClockView } from 'contract/models';
import { cardNames, clockNames } from 'contract/words';
import { Facts } from '@/components/facts';
import { Heading } from '@/components/heading';
import { Tag } from '@/components/tag';
import { Words } from '@/components/words';
import { dayWords, whenWords } from '@/format/when';
import './clocks.scss';

/** 时限: each clock from its start over its yellow to its end, the steps with their days, and the ledger of pauses. */
export function Clocks({ kase, now }: { kase: CaseView; now: number }) {
  const running = kase.clocks.filter((clock) => clock.stoppedAt === undefined);
  const ended = kase.clocks.filter((clock) => clock.stoppedAt !== undefined);
  return (
    <>
      {[...running, ...ended].map((clock) => (
        <Clock key={clock.name} clock={clock} now={now} />
      ))}
      {kase.provisional && <Words look="muted">有的日子放假安排还没公布，期限是暂定的。</Words>}
      {kase.statutoryDueAt !== undefined && (
        <Words look="muted">法定期限 {dayWords(kase.statutoryDueAt, now)}</Words>
      )}
      <Pauses kase={kase} now={now} />
      <LateSteps kase={kase} now={now} />
    </>
  );
}

function Clock({ clock, now }: { clock: ClockView; now: number }) {
  const { name, startedAt, warnAt, dueAt, stoppedAt, paused, card } = clock;
  return (
    <View className="clock">
      <View className="clock-name">
        <Heading level={3}>{clockNames[name]}</Heading>
        {stoppedAt !== undefined && (
          <Tag tone={stoppedAt > dueAt ? 'breach' : 'ok'}>{stoppedAt > dueAt ? '超期才停' : '按时'}</Tag>
        )}
        {paused && <Tag>停着，等居民</Tag>}
        {card === 'yellow' && <Tag tone="warning">黄牌：{cardNames.yellow}</Tag>}
        {card === 'red' && <Tag tone="breach">红牌：{cardNames.red}</Tag>}
        {stoppedAt === undefined && !paused && !card && <Tag tone="progress">走着</Tag>}
      </View>
      {stoppedAt === undefined ? (
        <Facts
          facts={[
            { name: '开始', value: whenWords(startedAt, now) },
            { name: '黄牌', value: whenWords(warnAt, now) },
            { name: '到期', value: whenWords(dueAt, now) },
          ]}
        />
      ) : (
        <Words look="muted">
          {whenWords(startedAt, now)}开始，{whenWords(stoppedAt, now)}停。到期是{whenWords(dueAt, now)}
        </Words>
      )}
    </View>
  );
}

function Pauses({ kase: { pauses }, now }: { kase: CaseView; now: number }) {
  if (pauses.length === 0) return null;
  return (
    <View className="clock">
      <Heading level={3}>停过{pauses.length}次</Heading>
      {pauses.map(({ from, to, until, why }) => (
        <View key={from}>
          <Words>{why}</Words>
          <Words look="muted">
            {whenWords(from, now)}停，
            {to === undefined ? `最晚${whenWords(until, now)}接着算` : `${whenWords(to, now)}接着算`}
          </Words>
        </View>
      ))}
    </View>
  );
}

function LateSteps({ kase: { steps }, now }: { kase: CaseView; now: number }) {
  const late = steps.filter((step) => step.late);
  if (late.length === 0) return null;
  return (
    <View className="clock">
      <Heading level={3}>晚了的步骤</Heading>
      {late.map(({ name, dueAt, doneAt }) => (
        <Words key={name}>
          {name}：该在{dayWords(dueAt, now)}办好，
          {doneAt === undefined ? '还没办' : `${dayWords(doneAt, now)}才办好`}
        </Words>
      ))}
    </View>
  );
}
