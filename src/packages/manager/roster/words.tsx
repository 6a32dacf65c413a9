import type { Leave, RosterRow } from 'contract/models';
import { addDays, dayOf, instantOf, weekdayNames } from 'contract/time';
import { Tag } from '@/components/tag';
import { dayWords, whenWords } from '@/format/when';

/** What a roster says of an agent, in a few words each. */

/** Whether they are there, until when they are away, whether the day is full. */
export function DutyTags({ row, now }: { row: RosterRow; now: number }) {
  const today = dayOf(now);
  const away = row.leaves.find((one) => one.from <= today && today <= one.to);
  return (
    <>
      {duty(row, away, now)}
      {row.active && row.today >= row.dailyCapacity && <Tag tone="warning">今天满了</Tag>}
    </>
  );
}

function duty(row: RosterRow, away: Leave | undefined, now: number) {
  if (!row.active) return <Tag>停岗</Tag>;
  if (away) return <Tag tone="warning">请假到{dayWords(instantOf(away.to), now)}</Tag>;
  if (row.isOnDuty) return <Tag tone="ok">正在当班</Tag>;
  return <Tag>{row.nextDutyAt === undefined ? '不当班' : `${whenWords(row.nextDutyAt, now)}上班`}</Tag>;
}

/** 今天3/8件,上门1/4件;手头5件,超期1件 */
export function loadWords(row: RosterRow): string {
  const hand = row.open > 0 ? `手头${row.open}件` : '手头没有活';
  const late = row.overdue > 0 ? `，超期${row.overdue}件` : '';
  return `今天${row.today}/${row.dailyCapacity}件，上门${row.todayVisits}/${row.homeVisitCapacity}件；${hand}${late}`;
}

/** 周一至周五 8:30—17:00 */
export function hoursWords({
  dutyWeekdays,
  dutyHours,
}: Pick<RosterRow, 'dutyWeekdays' | 'dutyHours'>): string {
  const [from, to] = dutyHours.map((time) => time.replace(/^0/, ''));
  // A word joiner on both sides: the two times stay in one line.
  return `${daysWords(dutyWeekdays)} ${from}\u2060—\u2060${to}`;
}

/** 周一至周五; 周一、三、五 */
export function daysWords(days: readonly number[]): string {
  const [first = 0] = days;
  const last = days[days.length - 1] ?? 0;
  const isRun = days.length > 2 && last - first === days.length - 1;
  if (isRun) return `${weekdayNames[first] ?? ''}至${weekdayNames[last] ?? ''}`;
  // 周一、二、四、五
  return days
    .map((one, i) => (i === 0 ? (weekdayNames[one] ?? '') : (weekdayNames[one] ?? '').slice(1)))
    .join('、');
}

export function gridWords({ gridIds }: RosterRow, grids: readonly { id: string; name: string }[]): string {
  const names = grids.filter((grid) => gridIds.includes(grid.id)).map((grid) => grid.name);
  return names.join('、') || '没有网格';
}

/** 11月24日到11月26日,3天 */
export function leaveWords({ from, to }: Leave, now: number): string {
  const first = dayWords(instantOf(from), now);
  return from === to ? first : `${first}到${dayWords(instantOf(to), now)}，共${daysOf(from, to)}天`;
}

function daysOf(from: string, to: string): number {
  let days = 1;
  for (let day = from; day < to; day = addDays(day, 1)) days += 1;
  return days;
}

/** The leave that is still to come, if there is any. */
export function comingLeave({ leaves }: RosterRow, now: number): Leave | undefined {
  return leaves.find((one) => one.from > dayOf(now));
}
