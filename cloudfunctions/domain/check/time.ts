import type { Tried } from '../../../contract/models';
import { dayOf, instantOf, sayTime, shanghai, timeOf } from '../../../contract/time';
import { LATEST } from '../migrations/latest';
import { ROUND_MS, isLate } from '../rounds';

/** More than a slow call, and more than people notice on their watch. */
const APART_MS = 2 * 60_000;

/** The function's clock beside the one of who asks (`whose`: 您这边, 这台电脑): one of the two is wrong. */
export function triedClock(now: number, at: number, whose: string): Tried {
  const apart = Math.abs(now - at);
  if (apart <= APART_MS)
    return { what: '时钟', state: 'fine', found: `云上是${sayTime(now, now)}，和${whose}一样` };
  return {
    what: '时钟',
    state: 'wrong',
    found: `云上是${sayTime(now, now)}，${whose}是${sayTime(at, now)}，差了${lengthOf(apart)}`,
    todo: `先看${whose}的时间是不是自动设置的。它要是准的，就是云上不准：请联系腾讯云客服，时限都按云上的时间算。`,
  };
}

const lengthOf = (ms: number): string => {
  const minutes = Math.round(ms / 60_000);
  if (minutes < 120) return `${minutes}分钟`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `${hours}小时` : `${Math.round(hours / 24)}天`;
};

/** The last half hour of a year in Greenwich is the new year's morning here. */
const SAMPLE = Date.UTC(2026, 11, 31, 16, 30);

/** Is a day in China the same day, whatever zone the function runs in? `offset` as `Date` gives it, minutes behind Greenwich. */
export function triedZone(offset: number): Tried {
  const read = `${dayOf(SAMPLE)} ${timeOf(SAMPLE)} ${shanghai(SAMPLE).format('M月D日 H:mm')}`;
  const isRight = read === '2027-01-01 00:30 1月1日 0:30' && instantOf('2027-01-01', '00:30') === SAMPLE;
  const hours = -offset / 60;
  const zone = `函数的时区是 UTC${hours < 0 ? '' : '+'}${hours}`;
  return isRight
    ? { what: '时区', state: 'fine', found: `${zone}，日期和钟点都按北京时间算` }
    : {
        what: '时区',
        state: 'wrong',
        found: `${zone}，北京时间算成了 ${read}`,
        todo: '把这一行告诉维护小程序的人。',
      };
}

/** Does the timer come? `until`: when the next round is, as the beat wrote down. */
export function triedTimer(until: number | undefined, now: number): Tried {
  const what = '定时的事';
  if (until === undefined)
    return {
      what,
      state: 'unsure',
      found: '还没有动静',
      todo: '刚部署好的，等两分钟再检查一遍。还是没有，在云开发控制台看云函数 beat 的日志。',
    };
  const since = `上一遍在${sayTime(until - ROUND_MS, now)}`;
  if (!isLate(until, now)) return { what, state: 'fine', found: since };
  return {
    what,
    state: 'wrong',
    found: `没有在做，${since}`,
    todo: '在云开发控制台看云函数 beat 的触发器在不在、日志里出了什么错；触发器不在，再运行一次 npm run deploy。',
  };
}

/** Are the documents of this version's form? `done`: how many migrations they have behind them. */
export function triedDocuments(done: number): Tried {
  const left = LATEST - done;
  return left <= 0
    ? { what: '老数据', state: 'fine', found: '已经是这一版的' }
    : {
        what: '老数据',
        state: 'unsure',
        found: `正在整理，还有${left}步`,
        todo: '一般几分钟就好，等一会儿再检查一遍。过了一小时还在，在云开发控制台看云函数 migrate 的日志。',
      };
}
