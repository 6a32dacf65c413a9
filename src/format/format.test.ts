import { spokenNo } from 'contract/case-no';
import { workingDays } from 'contract/promise';
import { dueOf } from './due';
import { dutyWords } from './duty';
import { leaveDays } from './leave';
import { offerWords } from './offer';
import { phonesIn, spokenPhone } from './phones';
import { dayWords, timeWords, whenWords } from './when';

const at = (wall: string) => Date.parse(`${wall}:00+08:00`);
const now = at('2026-11-21T18:30');

describe('says an instant as people do, in Asia/Shanghai', () => {
  it.each([
    ['2026-11-21T00:00', '今天'],
    ['2026-11-21T23:59', '今天'],
    ['2026-11-22T08:00', '明天'],
    ['2026-11-23T08:00', '后天'],
    ['2026-11-20T08:00', '昨天'],
    ['2026-11-24T08:00', '11月24日 周二'],
    ['2027-01-04T08:00', '2027年1月4日 周一'],
  ])('%s is %s', (wall, words) => expect(dayWords(at(wall), now)).toBe(words));

  it.each([
    ['00:05', '凌晨0点5分'],
    ['09:00', '上午9点'],
    ['12:10', '中午12点10分'],
    ['14:30', '下午2点半'],
    ['20:00', '晚上8点'],
  ])('%s is %s', (time, words) => expect(timeWords(at(`2026-11-21T${time}`))).toBe(words));

  it('puts day and time together', () =>
    expect(whenWords(at('2026-11-24T09:00'), now)).toBe('11月24日 周二 上午9点'));
  it('has a word for no days at all', () =>
    expect([0, 5].map(workingDays)).toEqual(['当场办好', '5个工作日']));
});

it.each([
  ['11210345', '1121 0345'],
  ['2611210345', '26 1121 0345'],
  ['26112103451', '26 1121 03451'],
  ['26112103456789', '26 1121 03456789'],
  ['demo-1', 'demo-1'],
])('reads case number %s over the phone as %s', (no, spoken) => expect(spokenNo(no)).toBe(spoken));

it.each([
  ['街道残联；12345', ['12345']],
  ['冒烟打119；压到电线拨95598和119', ['119', '95598']],
  ['电话0452-555-0102，手机13812345678', ['0452-555-0102', '13812345678']],
  ['法定15个工作日，国发〔2017〕34号', []],
])('finds the telephone numbers in %s', (words, numbers) => expect(phonesIn(words)).toEqual(numbers));

it.each([
  ['13812345678', '138\u00a01234\u00a05678'],
  ['04525550110', '0452\u00a05550110'],
  ['01012345678', '010\u00a012345678'],
  ['12345', '12345'],
  ['04525550110转802', '0452\u00a05550110\u00a0转802'],
  ['4008001234', '400\u00a08001234'],
])('writes the telephone number %s as %s', (number, words) => expect(spokenPhone(number)).toBe(words));

describe('says when an agent is there', () => {
  const agent = { name: '雨水清', phone: '04525550110', orgName: '新民社区', hours: '周一 8:30—17:00' };
  it.each([
    [{ isOnDuty: true }, '正在当班'],
    [{ isOnDuty: false, nextDutyAt: at('2026-11-23T08:30') }, '后天 上午8点半上班'],
    [{ isOnDuty: false }, '现在不当班'],
  ])('%j: %s', (duty, words) => expect(dutyWords({ ...agent, ...duty }, now)).toBe(words));
});

describe('says how long a case still has, and its card in words', () => {
  it.each([
    [{ dueAt: at('2026-11-24T17:00') }, '还剩3天', 'plain'],
    [{ dueAt: at('2026-11-21T20:00') }, '今天到期', 'plain'],
    [{ dueAt: at('2026-11-24T17:00'), card: 'yellow' }, '快到期：还剩3天', 'warning'],
    [{ dueAt: at('2026-11-22T17:00'), card: 'yellow' }, '快到期：明天', 'warning'],
    [{ dueAt: at('2026-11-21T17:00'), card: 'red' }, '今天已超期', 'breach'],
    [{ dueAt: at('2026-11-19T17:00'), card: 'red' }, '已超期2天', 'breach'],
    [{ state: 'offered', dueAt: at('2026-11-30T17:00'), card: 'yellow' }, '首次响应快到期', 'warning'],
    [{ state: 'submitted', dueAt: at('2026-11-30T17:00'), card: 'red' }, '首次响应已超期', 'breach'],
    [{ state: 'awaiting_resident', dueAt: at('2026-11-19T17:00'), pausedAt: now }, '时限暂停', 'plain'],
    [
      { state: 'awaiting_resident', dueAt: at('2026-11-19T17:00'), pausedAt: now, card: 'red' },
      '居民补材料已超期',
      'breach',
    ],
    // The pause has come to its cap: the clock goes on.
    [{ state: 'awaiting_resident', dueAt: at('2026-11-24T17:00') }, '还剩3天', 'plain'],
  ] as const)('%j: %s', (kase, words, tone) =>
    expect(dueOf({ state: 'in_progress', ...kase }, now)).toEqual({ words, tone }),
  );

  it('says nothing once it has ended', () =>
    expect(dueOf({ state: 'completed', dueAt: now }, now)).toBeUndefined());
});

describe('says how long one has to answer an offer', () => {
  const morning = at('2026-11-23T10:00');
  it.each([
    ['10:30', 30, '还有30分钟答复，到上午10点半'],
    ['11:15', 75, '还有1小时15分钟答复，到上午11点15分'],
    // The noon break is not counted.
    ['13:45', 105, '还有1小时45分钟（上班时间）答复，到下午1点45分'],
    // Counted a while ago: the clock on the wall knows better.
    ['10:10', 30, '还有10分钟答复，到上午10点10分'],
    ['10:00', 0, '答复的时间到了'],
  ])('until %s, %s minutes: %s', (time, minutesLeft, words) =>
    expect(offerWords({ until: at(`2026-11-23T${time}`), minutesLeft }, morning)).toBe(words),
  );
});

it.each([
  ['2026-11-21', '2026-11-21', '今天'],
  ['2026-11-22', '2026-11-30', '明天到11月30日 周一'],
])('says the leave from %s to %s as %s', (from, to, words) =>
  expect(leaveDays({ from, to }, now)).toBe(words),
);
