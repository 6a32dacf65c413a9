import { instantOf } from '../../../contract/time';
import { type KeepingChange, classOf, standardKeeping, yearsOf } from '../../../contract/keeping';
import { archiveOver, isOver, nextRun, ownClasses, ownOf, sayKept, turnOf, unkeepable } from './keeping';

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

const catalogue = [
  { code: 'relief', name: '低保申请', category: '社会救助' },
  { code: 'errand', name: '代缴费', category: '便民跑腿' },
];

describe('what a district may not set', () => {
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
    [
      'single items, within what their categories may have',
      {
        days: {},
        archive: [],
        items: [
          { code: 'relief', class: 'permanent' },
          { code: 'errand', class: 'long' },
        ],
      },
      undefined,
    ],
    [
      'an item of relief for ten years, an errand for good, and no such item',
      {
        days: {},
        archive: [],
        items: [
          { code: 'relief', class: 'short' },
          { code: 'errand', class: 'permanent' },
          { code: 'farming', class: 'short' },
        ],
      },
      {
        'items.relief': '“社会救助”的办件，档案规定至少留30年，请选30年或者永久。',
        'items.errand': '“便民跑腿”的办件用不着留这么久，请选10年或者30年。',
        'items.farming': '目录里没有这一项，请刷新。',
      },
    ],
    [
      'an item twice',
      {
        days: {},
        archive: [],
        items: [
          { code: 'errand', class: 'long' },
          { code: 'errand', class: 'short' },
        ],
      },
      { 'items.errand': '这一项填了两次，请只留一次。' },
    ],
  ])('%s', (_, wish, fields) => expect(unkeepable(wish, catalogue)?.fields).toEqual(fields));

  it('lets the class of an item stand that has left its category, or the catalogue', () => {
    const was: KeepingChange = { days: {}, archive: {}, items: { errand: 'permanent', gone: 'long' } };
    const wish = (gone: 'long' | 'permanent') => ({
      days: {},
      archive: [],
      items: [
        { code: 'errand', class: 'permanent' as const },
        { code: 'gone', class: gone },
      ],
    });
    expect(unkeepable(wish('long'), catalogue, was)).toBeUndefined();
    expect(unkeepable(wish('permanent'), catalogue, was)?.fields).toEqual({
      'items.gone': '目录里没有这一项，请刷新。',
    });
    expect(ownClasses(catalogue, was)).toEqual([
      { code: 'errand', name: '代缴费', category: '便民跑腿', class: 'permanent' },
      { code: 'gone', name: 'gone', category: '', class: 'long' },
    ]);
  });

  it('keeps only what differs from the tables, and says it in one line', () => {
    const own = ownOf({
      days: { inbox: 365, looks: 3650 },
      archive: [
        { category: '便民跑腿', class: 'long' },
        { category: '社会救助', class: 'long' },
      ],
      items: [{ code: 'errand', class: 'short' }],
    });
    expect(own).toEqual({
      days: { looks: 3650 },
      archive: { 便民跑腿: 'long' },
      items: { errand: 'short' },
    });
    expect(sayKept(own, catalogue)).toBe('谁看过、谁改过登记的记录3650天；便民跑腿30年；“代缴费”10年');
    // A phone of before sends no items: theirs stay. An empty list takes them away.
    expect(ownOf({ days: {}, archive: [] }, own).items).toEqual({ errand: 'short' });
    expect(ownOf({ days: {}, archive: [], items: [] }, own).items).toEqual({});
  });
});

describe('the archive of a case', () => {
  const kase = {
    _id: 'c',
    no: '1',
    serviceName: 'x',
    category: '便民跑腿',
    state: 'cancelled',
    serviceCode: 'errand',
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
    expect(yearsOf(classOf(kase, keeping))).toBe(30);
    expect(
      archiveOver(classOf({ ...kase, category: '社会救助' }, keeping), at('2126-11-24')),
    ).toBeUndefined();
  });

  it.each<[string, KeepingChange['items'], string, ReturnType<typeof classOf>]>([
    ['is its category’s, where its item has none', { other: 'permanent' }, '便民跑腿', 'long'],
    ['is its item’s, shorter than the district’s of its category', { errand: 'short' }, '便民跑腿', 'short'],
    ['is its item’s, longer than its category’s', { errand: 'permanent' }, '社会救助', 'permanent'],
    ['is the law’s, of an item that was moved from relief later', { errand: 'short' }, '社会救助', 'long'],
    ['is its item’s, longer than its new category needs', { errand: 'permanent' }, '便民跑腿', 'permanent'],
  ])('%s', (_, items, category, expected) => {
    const keeping: KeepingChange = { days: {}, archive: { 便民跑腿: 'long' }, items };
    expect(classOf({ category, serviceCode: 'errand' }, keeping)).toBe(expected);
  });

  it('tells by its item when it may go', () => {
    const day = at('2026-11-24');
    const keeping = (items: KeepingChange['items']) =>
      ({ days: {}, archive: { 便民跑腿: 'long' }, items }) as const;
    expect(isOver(kase, keeping({ errand: 'short' }), day)).toBe(true);
    expect(isOver(kase, keeping({ errand: 'long' }), day)).toBe(false);
    expect(isOver({ ...kase, category: '社会救助' }, keeping({ errand: 'short' }), day)).toBe(false);
  });
});
