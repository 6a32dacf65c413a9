import { View } from '@tarojs/components';
import type { DayView } from 'contract/models';
import { dayOf } from 'contract/time';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { FieldError } from '@/components/field';
import { Tag } from '@/components/tag';
import { Words } from '@/components/words';
import { leaveDays } from '@/format/leave';
import { whenWords } from '@/format/when';
import { useDeed } from '@/hooks/use-deed';
import { go } from '@/routes';

interface Props {
  day: DayView;
  now: number;
  /** they begin to work, in the tap itself */
  onBegin(): void;
  reload(): void;
}

/** The agent's own day in a few lines: on duty or not, how full it is, and the ways to the pool, to 代录, to leave and to the report. */
export function Day({ day, now, onBegin, reload }: Props) {
  const { run, busy, error } = useDeed('roster.duty', reload);
  const { isOnDuty, isOnCall, nextDutyAt } = day;
  const leave = leaveOn(day, now);
  const change = async () => {
    if (!isOnDuty && !busy) onBegin();
    if (await run({ on: !isOnDuty })) reload();
  };
  return (
    <Card>
      <View>
        <View className="day-top">
          {leave ? (
            <Tag>请假中</Tag>
          ) : (
            <Tag tone={isOnDuty ? 'ok' : 'plain'}>{isOnDuty ? '上班中' : '下班了'}</Tag>
          )}
          {isOnCall && <Tag tone="progress">今天值班</Tag>}
          {!leave && !isOnDuty && nextDutyAt !== undefined && (
            <View className="day-next">{whenWords(nextDutyAt, now)}上班</View>
          )}
        </View>
        {leave && <Words>{leaveDays(leave, now)}，不派新件。要提前回来，先销假。</Words>}
        {!leave && !isOnDuty && (
          <Words look="muted">
            {isOnCall ? '平常的件不派给您，紧急的照样找您。' : '下班的时候不派新件。'}
          </Words>
        )}
      </View>
      {!leave && (
        <View className="day-room">
          <Meter name="今天" count={day.today} most={day.dailyCapacity} />
          <Meter name="上门" count={day.todayVisits} most={day.homeVisitCapacity} />
        </View>
      )}
      <FieldError id="duty-error">{error?.message}</FieldError>
      <View className="day-ways">
        {!leave && (
          <Button busy={busy} label={isOnDuty ? '我下班了' : '我上班了'} onPress={() => void change()}>
            {isOnDuty ? '下班' : '上班'}
          </Button>
        )}
        <Button onPress={go.agentPool}>待认领</Button>
        <Button onPress={go.intake}>帮居民登记</Button>
        <Button onPress={go.agentLeave}>{leave ? '销假' : '请假'}</Button>
        <Button onPress={go.agentReport}>述职材料</Button>
        <Button onPress={go.agentFace}>我的照片</Button>
      </View>
    </Card>
  );
}

/** 上班 can be said: not on duty, and not on leave. */
export const canBegin = (day: DayView, now: number) => !day.isOnDuty && !leaveOn(day, now);

function leaveOn({ leaves }: DayView, now: number) {
  const today = dayOf(now);
  return leaves.find(({ from, to }) => from <= today && today <= to);
}

/** How much of a day's room is taken, said in words; the bar is for the eye. */
function Meter({ name, count, most }: { name: string; count: number; most: number }) {
  const isFull = count >= most;
  const width = `${most === 0 ? 100 : Math.min(100, Math.round((count / most) * 100))}%`;
  return (
    <View className="meter">
      <View className="meter-words">
        <View>
          {name}
          {count}件，最多{most}件
        </View>
        {isFull && <Tag tone="warning">满了</Tag>}
      </View>
      <View className="meter-bar" aria-hidden>
        <View className={isFull ? 'meter-part meter-full' : 'meter-part'} style={{ width }} />
      </View>
    </View>
  );
}
