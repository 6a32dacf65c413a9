import readXlsxFile from 'read-excel-file/node';
import { FEW, type MetricKey, exportTables, metricKeys, metrics } from '../../contract/metrics';
import { SATISFIED, levels } from '../../contract/words';
import { addDays, dayOf, instantOf } from '../../contract/time';
import type { AgentDoc, CaseDoc, OrgDoc } from '../../cloudfunctions/domain/documents';
import { demoDocuments } from '../../demo/documents';
import { type Past, pastDay } from '../../demo/past-cases';
import { MONDAY, type TestCloud, freshId, startTestCloud } from '../support/cloud';

const MANAGER = 'ad-cm-1';
const STREET = 'ad-st-1';
const DISTRICT = 'ad-ds-1';
const demo = demoDocuments() as unknown as { orgs: OrgDoc[]; agents: AgentDoc[] };

/** So many cases on each of some days of a community, from the first on. */
function pastOf(id: string, first: string, days: number, perDay: number): Past[] {
  const community = demo.orgs.find((one) => one._id === id);
  if (!community) throw new Error(id);
  const grids = demo.orgs.filter((one) => one.tier === 'grid' && one.unit.community === id);
  const agents = demo.agents.filter((one) => one.unit.community === id);
  return Array.from({ length: days }, (_, i) =>
    pastDay(community, grids, agents, addDays(first, i), perDay),
  ).flat();
}

const xinmin = [...pastOf('cm-xinmin', '2026-08-03', 5, 20), ...pastOf('cm-xinmin', '2026-10-12', 9, 40)];
const zhongdong = pastOf('cm-zhongdong', '2026-10-12', 2, 6);
const past = [...xinmin, ...zhongdong];
const cases = past.map((one) => one.kase);
const evil = cases[3];
if (evil) evil.contact = { name: '=HYPERLINK("http://x")', phone: '13900000000' };

let cloud: TestCloud;
beforeAll(async () => {
  const seed = {
    ...demoDocuments(),
    cases: cases.map((kase) => ({ ...kase })),
    reviews: past.flatMap(({ review }) => (review ? [{ ...review }] : [])),
  };
  cloud = await startTestCloud({ seed });
  for (let found = 100; found === 100;) ({ found = 0 } = await cloud.timer('rollup'));
});
afterAll(() => cloud.close());

/** Each rate counted from the cases by hand, in the words of contract/metrics.ts. */
function recount(some: CaseDoc[]): Record<MetricKey, [number, number]> {
  const count = (is: (kase: CaseDoc) => boolean) => some.filter(is).length;
  const isDone = (kase: CaseDoc) => kase.state === 'completed';
  const isSaid = (kase: CaseDoc) => kase.reviewLevel !== undefined && kase.reviewHeadline === true;
  return {
    response: [count((kase) => (kase.respondedAt ?? 0) <= (kase.clocks.response?.dueAt ?? 0)), some.length],
    solving: [count((kase) => isDone(kase) && kase.reopenedAt === undefined), some.length],
    onTime: [count((kase) => isDone(kase) && !kase.endedLate), count(isDone)],
    satisfaction: [
      count((kase) => isSaid(kase) && SATISFIED.some((one) => one === kase.reviewLevel)),
      count(isSaid),
    ],
    participation: [count(isSaid), count((kase) => isDone(kase) || kase.reopenedAt !== undefined)],
    mending: [0, 0],
  };
}

describe('a unit’s page', () => {
  it('agrees with what is counted from the cases, for the community, the street and the district', async () => {
    for (const [person, orgId, some] of [
      [MANAGER, 'cm-xinmin', xinmin],
      [STREET, 'cm-zhongdong', zhongdong],
      [STREET, 'st-longhua', past],
      [DISTRICT, 'ds-tiefeng', past],
    ] as const) {
      const { total, asOf } = await cloud.ok(person, 'metrics.overview', { orgId });
      expect(asOf).toBe(MONDAY);
      expect(total.asked).toBe(some.length);
      for (const [key, [numerator, denominator]] of Object.entries(recount(some.map((one) => one.kase))) as [
        MetricKey,
        [number, number],
      ][]) {
        const hidden = denominator > 0 && denominator < FEW;
        expect([orgId, key, total.rates[key]]).toEqual([
          orgId,
          key,
          expect.objectContaining({ denominator, hidden, numerator: hidden ? null : numerator }),
        ]);
      }
    }
  });

  it('takes days from and to, both included, months and weeks, and each breakdown adds up', async () => {
    const range = { from: '2026-10-14', to: '2026-10-16' };
    const week = await cloud.ok(MANAGER, 'metrics.overview', { orgId: 'cm-xinmin', ...range, trend: 'week' });
    expect(week).toMatchObject({
      ...range,
      total: { asked: 120 },
      trend: [{ key: '2026-10-12', asked: 120 }],
    });
    const page = await cloud.ok(MANAGER, 'metrics.overview', { orgId: 'cm-xinmin' });
    expect(page.trend.map(({ key, asked }) => [key, asked])).toEqual([
      ['2026-08', 100],
      ['2026-10', 360],
    ]);
    for (const lines of [page.services, page.modes, page.channels, page.below, page.trend])
      expect(lines.reduce((sum, line) => sum + line.asked, 0)).toBe(460);
    for (const heat of [page.weekdays, page.hours])
      expect(heat.flatMap((row) => row.counts).reduce((sum, count) => sum + count, 0)).toBe(460);
    // 2026-08-03 and 2026-10-12 are Mondays: 5 days of 20, 9 days of 40.
    const ofDay = page.weekdays.reduce(
      (sum, row) => sum.map((count, i) => count + (row.counts[i] ?? 0)),
      Array<number>(7).fill(0),
    );
    expect(ofDay).toEqual([100, 100, 60, 60, 60, 40, 40]);
    expect(page.below.map((line) => line.name)).toContain('新民第一网格');
    expect(page.services.every((line) => /\p{Script=Han}/u.test(line.name))).toBe(true);
    expect(page.aside).toBeGreaterThan(0);
    expect(Object.keys(page.levels ?? {})).toEqual(Object.keys(levels));
    expect(page.words.hidden).toBe(false);
    expect(page.words.tags.every(({ count }) => count >= 5)).toBe(true);
  });

  it('tells of the month that the range ends in, up to there, and of the whole month before it', async () => {
    const inMonth = (month: string, upTo: string) =>
      recount(
        xinmin
          .map((one) => one.kase)
          .filter(({ endedAt = 0 }) => {
            const day = dayOf(endedAt);
            return day.startsWith(month) && day <= upTo;
          }),
      );
    const parts = (rates: Record<MetricKey, { numerator: number | null; denominator: number }>) =>
      Object.fromEntries(metricKeys.map((key) => [key, [rates[key].numerator, rates[key].denominator]]));
    for (const [range, last, upTo, before] of [
      [{}, '2026-11', '2026-11-23', '2026-10'],
      [{ from: '2026-10-16', to: '2026-10-18' }, '2026-10', '2026-10-18', '2026-09'],
      [{ from: '2026-10-16', to: '2027-01-01' }, '2026-11', '2026-11-23', '2026-10'],
    ] as const) {
      const { months } = await cloud.ok(MANAGER, 'metrics.overview', { orgId: 'cm-xinmin', ...range });
      expect([months.last.key, months.before.key]).toEqual([last, before]);
      expect(parts(months.last.rates)).toEqual(inMonth(last, upTo));
      expect(parts(months.before.rates)).toEqual(inMonth(before, `${before}-31`));
    }
    // Of twelve cases nothing is said, whichever month.
    const small = await cloud.ok(STREET, 'metrics.overview', { orgId: 'cm-zhongdong' });
    expect(small.months.before.rates.response).toMatchObject({ hidden: true, rate: null, numerator: null });
  });

  it('hides what is under 20, and the neighbour that would give it away', async () => {
    const { below } = await cloud.ok(STREET, 'metrics.overview', { orgId: 'st-longhua' });
    const rates = Object.fromEntries(below.map((line) => [line.key, line.rates.satisfaction]));
    expect(rates['cm-zhongdong']).toMatchObject({ hidden: true, rate: null, numerator: null });
    expect(rates['cm-xinmin']).toMatchObject({ hidden: true, isCover: true, rate: null, numerator: null });
    const small = await cloud.ok(STREET, 'metrics.overview', { orgId: 'cm-zhongdong' });
    expect(small).toMatchObject({ levels: null, words: { hidden: true, tags: [] } });
  });

  it('puts units side by side with intervals', async () => {
    const { below } = await cloud.ok(DISTRICT, 'metrics.overview', { orgId: 'ds-tiefeng' });
    const [street] = below.filter((line) => line.key === 'st-longhua');
    expect(street).toMatchObject({ name: '龙华街道', tier: 'street', canOpen: true });
    const { low, rate, high } = street?.rates.satisfaction ?? {};
    expect((low ?? 1) < (rate ?? 0) && (rate ?? 1) < (high ?? 0)).toBe(true);
  });

  it('reads the roll-ups once, however long the range', async () => {
    const before = (await cloud.local<unknown[]>('calls')).length;
    await cloud.ok(MANAGER, 'metrics.overview', { orgId: 'cm-xinmin', from: '2024-11-24', to: '2026-11-23' });
    const [call] = (await cloud.local<{ reads: number; writes: number }[]>('calls')).slice(before);
    // Who is calling, the roll-ups, the policy.
    expect(call).toMatchObject({ reads: 3, writes: 0 });
  });

  it('is what `reviews.scores` is made from', async () => {
    const { total } = await cloud.ok(MANAGER, 'reviews.scores', { orgId: 'cm-xinmin' });
    const [numerator, denominator] = recount(xinmin.map((one) => one.kase)).satisfaction;
    expect(total).toMatchObject({ numerator, denominator, rate: numerator / denominator, hidden: false });
  });
});

describe('the roll-ups', () => {
  it('are the same when they are made twice', async () => {
    const before = await cloud.ok(MANAGER, 'metrics.overview', { orgId: 'cm-xinmin' });
    await cloud.timer('rollup');
    await cloud.timer('rollup');
    expect(await cloud.ok(MANAGER, 'metrics.overview', { orgId: 'cm-xinmin' })).toEqual(before);
  });

  it('take in a review that comes late, on the day its case was completed', async () => {
    const { caseId } = await cloud.ok('rs-02', 'cases.submit', {
      serviceCode: 'daily-errand',
      mode: 'home-visit',
      note: '取降压药',
    });
    const { case: seen } = await cloud.ok('rs-02', 'cases.detail', { caseId });
    const agent = seen.assignment?.agentId ?? '';
    await cloud.ok(agent, 'cases.accept', { caseId });
    await cloud.ok(agent, 'cases.complete', { caseId, result: '药取回来了' });
    await cloud.timer('rollup');
    const today = { from: '2026-11-23', to: '2026-11-23' };
    const scores = () => cloud.ok(MANAGER, 'reviews.scores', { orgId: 'cm-xinmin', ...today });
    expect((await scores()).total).toMatchObject({ denominator: 0, completed: 1 });
    await cloud.setClock(MONDAY + 8 * 86_400_000);
    await cloud.ok('rs-02', 'reviews.submit', { caseId, level: 'very-satisfied', tags: ['办得快'] });
    expect(await cloud.timer('rollup')).toMatchObject({ found: 1, days: 1, failed: 0 });
    expect((await scores()).total).toMatchObject({ numerator: 1, denominator: 1, completed: 1 });
    await cloud.setClock(MONDAY);
  });

  describe('of a run that was cut off', () => {
    const autumn = pastOf('cm-xinmin', '2026-06-01', 120, 1).map(({ kase }) => kase);
    const clouds: TestCloud[] = [];
    beforeAll(async () => {
      for (let i = 0; i < 2; i += 1) {
        const seed = { ...demoDocuments(), cases: autumn.map((kase) => ({ ...kase })) };
        clouds.push(await startTestCloud({ seed }));
      }
    });
    afterAll(() => Promise.all(clouds.map((one) => one.close())));

    it('go on portion by portion, and end as if it had not been', async () => {
      const [whole, cut] = clouds;
      if (!whole || !cut) throw new Error('two are compared');
      const isBegun = (one: TestCloud) => JSON.stringify(one.stored().marks).includes('began');
      // A busy machine has no time for all of it in one run: then that is what cuts it off.
      const toEnd = async (one: TestCloud) => {
        let found = 0;
        do {
          const run = await one.timer('rollup').catch(() => undefined);
          found += run?.found ?? 0;
        } while (isBegun(one));
        return found;
      };
      await cut.local('kill', { function: 'rollup', after: 700 });
      await cut.timer('rollup').catch(() => undefined);
      expect(isBegun(cut)).toBe(true);
      const rest = await toEnd(cut);
      expect(await toEnd(whole)).toBe(autumn.length);
      expect(rest).toBeGreaterThan(0);
      expect(rest).toBeLessThan(autumn.length);
      const range = { orgId: 'ds-tiefeng', from: '2026-06-01', to: '2026-11-23' };
      const overview = await whole.ok(DISTRICT, 'metrics.overview', range);
      expect(overview.total.asked).toBe(autumn.length);
      expect(await cut.ok(DISTRICT, 'metrics.overview', range)).toEqual(overview);
    });
  });

  it('miss nothing after a clock that went back', async () => {
    const asked = async () =>
      (await cloud.ok(MANAGER, 'metrics.overview', { orgId: 'cm-xinmin' })).total.asked;
    const before = await asked();
    await cloud.ok('rs-03', 'cases.submit', {
      serviceCode: 'daily-errand',
      mode: 'home-visit',
      note: '买米',
    });
    await cloud.timer('rollup');
    expect(await asked()).toBe(before + 1);
  });
});

describe('ranking persons', () => {
  it('is off until a manager turns it on, and the page shows who did', async () => {
    const asked = () => cloud.call(MANAGER, 'metrics.persons', { orgId: 'cm-xinmin' });
    expect(await asked()).toMatchObject({ ok: false, code: 'RANKING_OFF' });
    const turn = { orgId: 'cm-xinmin', on: true, why: '年终考评要用' };
    const requestId = freshId();
    for (let i = 0; i < 2; i += 1) {
      const { on, log } = await cloud.ok(MANAGER, 'metrics.setRanking', turn, requestId);
      expect({ on, turns: log.length }).toEqual({ on: true, turns: 1 });
    }
    const answer = await asked();
    expect(answer).toMatchObject({ ok: true });
    if (answer.ok) {
      const names = demo.agents.map((one) => one.name);
      expect(answer.data.persons.every((line) => names.includes(line.name))).toBe(true);
      expect(answer.data.persons.length).toBeGreaterThan(0);
    }
    await cloud.ok(STREET, 'metrics.setRanking', { orgId: 'cm-xinmin', on: false, why: '用完了' });
    const { ranking } = await cloud.ok(MANAGER, 'metrics.overview', { orgId: 'cm-xinmin' });
    expect(ranking).toMatchObject({
      on: false,
      log: [
        { on: false, why: '用完了', at: MONDAY },
        { on: true, why: '年终考评要用' },
      ],
    });
    expect(await asked()).toMatchObject({ ok: false, code: 'RANKING_OFF' });
  });
});

/** What lies behind a link. */
async function fetched(url: string): Promise<Buffer> {
  const response = await fetch(url);
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
}

const rowsOf = async (url: string) => {
  const [sheet] = await readXlsxFile(await fetched(url));
  return sheet?.data ?? [];
};

describe('an export', () => {
  it('is a file that another library reads back, for every table', async () => {
    await cloud.ok(MANAGER, 'metrics.setRanking', { orgId: 'cm-xinmin', on: true, why: '看一看' });
    for (const table of Object.keys(exportTables) as (keyof typeof exportTables)[]) {
      const link = await cloud.ok(MANAGER, 'metrics.export', { orgId: 'cm-xinmin', table });
      const rows = await rowsOf(link.url);
      expect([table, rows.length]).toEqual([table, link.rows + 1]);
      expect(link.rows).toBeGreaterThan(0);
      expect(link.name).toBe(`新民社区-${exportTables[table]}-2025-12-01至2026-11-23.xlsx`);
    }
    await cloud.ok(MANAGER, 'metrics.setRanking', { orgId: 'cm-xinmin', on: false, why: '看完了' });
  });

  it('says of each rate what it is divided from, as the page does', async () => {
    const { url } = await cloud.ok(MANAGER, 'metrics.export', { orgId: 'cm-xinmin', table: 'rates' });
    const rows = await rowsOf(url);
    const { total } = await cloud.ok(MANAGER, 'metrics.overview', { orgId: 'cm-xinmin' });
    for (const [i, key] of metricKeys.entries()) {
      const { numerator, denominator } = total.rates[key];
      expect(rows[i + 1]?.slice(0, 4)).toEqual([
        metrics[key].name,
        expect.any(String),
        numerator,
        denominator,
      ]);
      expect(rows[i + 1]?.[5]).toContain(metrics[key].denominator);
    }
  });

  it('masks names and phones, has no review beside a case, and runs no formula', async () => {
    for (const format of ['xlsx', 'csv'] as const) {
      const link = await cloud.ok(MANAGER, 'metrics.export', { orgId: 'cm-xinmin', table: 'cases', format });
      expect(link.rows).toBe(462);
      const bytes = await fetched(link.url);
      const text = format === 'csv' ? bytes.toString() : JSON.stringify((await readXlsxFile(bytes))[0]?.data);
      if (format === 'csv') expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
      if (format === 'csv')
        expect(text.split(/\r?\n/).filter((line) => /^\t\d+,/.test(line))).toHaveLength(462);
      expect(text).toContain('张**');
      expect(text).toContain('139****0000');
      expect(text).toContain("'=***");
      expect(text).not.toMatch(/[",]=|张三丰|13900000000|满意/);
    }
  });

  it('is the same file when it is asked for twice, and gone when its time is over', async () => {
    const wish = { orgId: 'cm-xinmin', table: 'services', format: 'csv' } as const;
    const requestId = freshId();
    const first = await cloud.ok(MANAGER, 'metrics.export', wish, requestId);
    const again = await cloud.ok(MANAGER, 'metrics.export', wish, requestId);
    expect(again).toEqual(first);
    await cloud.setClock(MONDAY + 601_000);
    expect((await fetch(first.url)).status).toBe(403);
    expect(await cloud.timer('rollup')).toMatchObject({ failed: 0, discarded: expect.any(Number) });
    expect(await cloud.timer('rollup')).toMatchObject({ discarded: 0 });
    const later = await cloud.ok(MANAGER, 'metrics.export', wish, requestId);
    expect((await fetched(later.url)).toString()).toContain('服务事项');
    await cloud.setClock(MONDAY);
  });
});

describe('the quarter’s papers', () => {
  it('give an agent their own figures once, without what a late review would tell', async () => {
    const link = await cloud.ok('ag-01', 'metrics.pack', { quarter: '2026-Q3' });
    expect(link.name).toMatch(/2026年第三季度述职材料\.xlsx$/);
    const rows = await rowsOf(link.url);
    const own = xinmin.map((one) => one.kase).filter((kase) => kase.assignment?.agentId === 'ag-01');
    const done = own.filter(
      (kase) => kase.state === 'completed' && kase.submittedAt < instantOf('2026-10-01'),
    );
    expect(rows).toContainEqual(expect.arrayContaining(['办结的件', done.length]));
    expect(rows.map((row) => row[0])).not.toContain('响应率');
  });

  it('give invited reviewers a form to print', async () => {
    const link = await cloud.ok(MANAGER, 'metrics.form', { orgId: 'cm-xinmin', quarter: '2026-Q3' });
    const rows = await rowsOf(link.url);
    expect(rows[0]?.[0]).toBe('新民社区为民代办评议表');
    expect(rows.map((row) => row[0])).toEqual(expect.arrayContaining(['满意率', '服务态度', '评议官签名：']));
  });
});

describe('refusals', () => {
  const unit = { orgId: 'cm-xinmin' };
  const csv = { table: 'rates', format: 'csv' } as const;
  it.each([
    ['rs-01', 'metrics.overview', unit, 'FORBIDDEN'],
    ['ag-01', 'metrics.overview', unit, 'FORBIDDEN'],
    ['ag-01', 'metrics.export', { ...unit, ...csv }, 'FORBIDDEN'],
    [MANAGER, 'metrics.pack', { quarter: '2026-Q3' }, 'FORBIDDEN'],
    [MANAGER, 'metrics.overview', { orgId: 'cm-zhongdong' }, 'UNIT_NOT_YOURS'],
    [MANAGER, 'metrics.overview', { orgId: 'st-longhua' }, 'UNIT_NOT_YOURS'],
    [MANAGER, 'metrics.export', { orgId: 'cm-zhongdong', ...csv }, 'UNIT_NOT_YOURS'],
    [STREET, 'metrics.export', { orgId: 'cm-donghu', ...csv }, 'UNIT_NOT_YOURS'],
    [MANAGER, 'metrics.form', { orgId: 'cm-zhongdong', quarter: '2026-Q3' }, 'UNIT_NOT_YOURS'],
    [MANAGER, 'metrics.setRanking', { orgId: 'cm-zhongdong', on: true, why: '看看' }, 'UNIT_NOT_YOURS'],
    [DISTRICT, 'metrics.overview', { orgId: 'nowhere' }, 'UNIT_NOT_FOUND'],
    [MANAGER, 'metrics.overview', { orgId: 'g-xm-1' }, 'GRID_HAS_NO_PAGE'],
    [STREET, 'metrics.persons', { orgId: 'st-longhua' }, 'NO_PERSONS_HERE'],
    [STREET, 'metrics.setRanking', { orgId: 'st-longhua', on: true, why: '看看' }, 'NO_PERSONS_HERE'],
    [MANAGER, 'metrics.export', { ...unit, table: 'persons' }, 'RANKING_OFF'],
    [MANAGER, 'metrics.overview', { ...unit, from: '2026-11-02', to: '2026-11-01' }, 'RANGE_BACKWARDS'],
    [MANAGER, 'metrics.export', { ...unit, ...csv, from: '2026-11-02', to: '2026-11-01' }, 'RANGE_BACKWARDS'],
    [MANAGER, 'metrics.export', { ...unit, ...csv, from: '2016-11-23', to: '2026-11-23' }, 'RANGE_TOO_LONG'],
    [MANAGER, 'reviews.scores', { ...unit, from: '2016-11-23', to: '2026-11-23' }, 'RANGE_TOO_LONG'],
    [MANAGER, 'metrics.export', { ...unit, table: 'secrets' }, 'BAD_INPUT'],
    [MANAGER, 'metrics.export', { ...unit, table: 'rates', format: 'exe' }, 'BAD_INPUT'],
    [MANAGER, 'metrics.overview', { ...unit, from: '11月' }, 'BAD_INPUT'],
    [MANAGER, 'metrics.setRanking', { ...unit, on: true }, 'BAD_INPUT'],
    ['ag-01', 'metrics.pack', { quarter: '2026-Q4' }, 'QUARTER_NOT_OVER'],
    ['ag-01', 'metrics.pack', { quarter: '2026-5' }, 'BAD_INPUT'],
    ['ag-01', 'metrics.pack', { quarter: '0000-Q1' }, 'BAD_INPUT'],
    ['ag-01', 'metrics.pack', { quarter: '9999-Q4' }, 'BAD_INPUT'],
    ['ag-01', 'metrics.pack', { quarter: '2099-Q4' }, 'QUARTER_NOT_OVER'],
    [MANAGER, 'metrics.form', { ...unit, quarter: '9999-Q4' }, 'BAD_INPUT'],
    [MANAGER, 'reviews.draw', { ...unit, period: '9999-Q4' }, 'BAD_INPUT'],
    [MANAGER, 'reviews.draw', { ...unit, period: '9999-12' }, 'BAD_INPUT'],
    [MANAGER, 'reviews.draw', { ...unit, period: '0000-Q1' }, 'BAD_INPUT'],
    [MANAGER, 'reviews.draw', { ...unit, period: '2000-01' }, 'NOTHING_TO_DRAW'],
    [MANAGER, 'reviews.draw', { ...unit, period: '2099-Q4' }, 'PERIOD_NOT_OVER'],
    [MANAGER, 'reviews.scores', { ...unit, from: '9999-01-01', to: '9999-12-31' }, 'BAD_INPUT'],
    [MANAGER, 'metrics.form', { ...unit, quarter: '2026-Q4' }, 'QUARTER_NOT_OVER'],
  ] as const)('%s %s %j: %s', async (person, name, input, code) => {
    const [fn = '', action] = name.split('.');
    const answer = await cloud.post(fn, { action, requestId: freshId(), input }, cloud.token(person));
    expect(answer).toMatchObject({ ok: false, code, message: expect.stringMatching(/请|返回|联系/) });
  });
});
