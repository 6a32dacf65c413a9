import { instantOf } from '../../../contract/time';
import { archiveYearsOn, standardKeeping } from '../../../contract/keeping';
import { archiveOver, isOver, nextRun, ownOf, sayKept, turnOf, unkeepable } from './keeping';

const at = (day: string, time = '00:00') => instantOf(day, time);
const dayMs = 86_400_000;

describe('a run', () => {
  const now = at('2026-11-24', '10:00');
  it.each<[string, Parameters<typeof turnOf>[0], ReturnType<typeof turnOf>]>([
    ['none was ever planned', undefined, 'plan'],
    ['its time has not come', { until: now, keepAt: at('2026-11-25', '03:00') }, 'not yet'],
    ['its time has come', { until: at('2026-11-23', '03:00'), keepAt: at('2026-11-24', '03:00') }, 'run'],
    ['it is some days late', { until: now - 30 * dayMs, keepAt: now - 29 * dayMs }, 'run'],
    [
      'the clock has leapt a year ahead',
      { until: now - 365 * dayMs, keepAt: now - 364 * dayMs },
      'hold back',
    ],
    ['the clock was set back a month', { until: now + 30 * dayMs, keepAt: now + 31 * dayMs }, 'plan'],
    ['the clock was set back within a run', { until: now + 3_600_000, keepAt: now }, 'run'],
  ])('%s', (_, run, turn) => expect(turnOf(run, now)).toBe(turn));

  it('begins at three in the morning', () => {
    expect(nextRun(at('2026-11-24', '02:59'))).toBe(at('2026-11-24', '03:00'));
    expect(nextRun(at('2026-11-24', '03:00'))).toBe(at('2026-11-25', '03:00'));
  });
});

describe('what a district may not set', () => {
  const categories = ['社会救助', '便民跑腿'];
  it.each<[string, Parameters<typeof unkeepable>[0], Record<string, string> | undefined]>([
    [
      'as the tables say',
      { days: { looks: 1825 }, archive: [{ category: '社会救助', class: 'long' }] },
      undefined,
    ],
    [
      'longer, within the purpose',
      { days: { inbox: 1095 }, archive: [{ category: '便民跑腿', class: 'long' }] },
      undefined,
    ],
    [
      'a read log shorter than the law',
      { days: { looks: 365 }, archive: [] },
      { 'days.looks': '个人信息保护法第56条要求处理情况的记录至少留三年，最少留1095天。' },
    ],
    [
      'a rows’ undo longer than its purpose',
      { days: { importRows: 365 }, archive: [] },
      { 'days.importRows': '过了24小时就不能撤回，留着没有用处，最多留90天。' },
    ],
    [
      'relief for ten years, an errand for good, and no such category',
      {
        days: {},
        archive: [
          { category: '社会救助', class: 'short' },
          { category: '便民跑腿', class: 'permanent' },
          { category: '种地', class: 'short' },
        ],
      },
      {
        'archive.社会救助': '“社会救助”的办件，档案规定至少留30年，请选30年或者永久。',
        'archive.便民跑腿': '“便民跑腿”的办件用不着留这么久，请选10年或者30年。',
        'archive.种地': '没有这一类事项，请刷新。',
      },
    ],
  ])('%s', (_, wish, fields) => expect(unkeepable(wish, categories)?.fields).toEqual(fields));

  it('keeps only what differs from the tables, and says it in one line', () => {
    const own = ownOf({ inbox: 365, looks: 3650 }, [
      { category: '便民跑腿', class: 'long' },
      { category: '社会救助', class: 'long' },
    ]);
    expect(own).toEqual({ days: { looks: 3650 }, archive: { 便民跑腿: 'long' } });
    expect(sayKept(own)).toBe('谁看过、谁改过登记的记录3650天；便民跑腿30年');
  });
});

describe('the archive of a case', () => {
  const kase = {
    _id: 'c',
    no: '1',
    serviceName: 'x',
    category: '便民跑腿',
    state: 'cancelled',
    submittedAt: at('2016-02-28'),
    endedAt: at('2016-02-29'),
  } as const;
  it.each<[string, Partial<Parameters<typeof isOver>[0]>, string, boolean]>([
    ['is over after ten years to the day', {}, '2026-02-28', true],
    ['is not, a day before', {}, '2026-02-27', false],
    ['is not, of relief', { category: '社会救助' }, '2026-11-24', false],
    ['waits for whom it has been opened again for', { state: 'in_progress' }, '2026-11-24', false],
  ])('%s', (_, over, day, isGone) =>
    expect(isOver({ ...kase, ...over } as Parameters<typeof isOver>[0], standardKeeping, at(day))).toBe(
      isGone,
    ),
  );

  it('follows what the district has set', () => {
    const keeping = { days: {}, archive: { 社会救助: 'permanent', 便民跑腿: 'long' } } as const;
    expect(archiveYearsOn('便民跑腿', keeping)).toBe(30);
    expect(archiveOver('社会救助', keeping, at('2126-11-24'))).toBeUndefined();
  });
});
