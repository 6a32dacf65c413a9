import type { Input } from '../../contract/actions';
import { instantOf } from '../../contract/time';
import { type TestCloud, startTestCloud } from '../support/cloud';
import { AGENT, DISTRICT, MANAGER, STREET, finish, viewOf } from './finished';

/** What agents and neighbours read of reviews: batches of five or more, a month later, and appeals against them. */
let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.close());

type Rating = Omit<Input<'reviews.submit'>, 'caseId'>;
const residents = ['rs-01', 'rs-02', 'rs-03', 'rs-04', 'rs-01'];
const ratings: Rating[] = [
  { level: 'very-satisfied', tags: ['办得快'], text: '快', wall: true },
  { level: 'satisfied', text: '还行', wall: true },
  { level: 'dissatisfied', tags: ['态度差'], text: '说话冲', wall: true },
  { level: 'very-satisfied', text: '代开发票' },
  { level: 'basically-satisfied' },
];
let cases: string[] = [];
const batches = async () => (await cloud.ok(AGENT, 'reviews.mine', {})).batches;
const sweepAt = async (day: string) => {
  await cloud.setClock(instantOf(day, '10:00'));
  return cloud.timer('sweep');
};

describe('an agent’s ratings', () => {
  it('show nothing of four, however long', async () => {
    for (const [i, rating] of ratings.slice(0, 4).entries()) {
      const resident = residents[i] ?? '';
      const caseId = await finish(cloud, resident);
      cases = [...cases, caseId];
      await cloud.ok(resident, 'reviews.submit', { caseId, ...rating });
      expect(await batches()).toEqual([]);
    }
    expect(await sweepAt('2026-12-02')).toMatchObject({ sealed: 0, waiting: 4 });
    expect(await batches()).toEqual([]);
  });

  it('show nothing on the day of the fifth, nor before the month is over', async () => {
    await cloud.setClock(instantOf('2026-12-03', '10:00'));
    const caseId = await finish(cloud, 'rs-01');
    cases = [...cases, caseId];
    await cloud.ok('rs-01', 'reviews.submit', { caseId, level: 'basically-satisfied' });
    for (const day of ['2026-12-03', '2026-12-31', '2027-01-01']) {
      await sweepAt(day);
      expect(await batches()).toEqual([]);
    }
  });

  it('come together after it, without names, times or numbers, once', async () => {
    await cloud.setClock(instantOf('2027-01-02', '10:00'));
    // Two runs at once seal one batch.
    await Promise.all([cloud.timer('sweep'), cloud.timer('sweep')]);
    const [batch] = await batches();
    expect(batch).toMatchObject({
      month: '2026-12',
      numerator: 4,
      denominator: 5,
      levels: { 'very-satisfied': 2, dissatisfied: 1 },
      tags: expect.arrayContaining([{ tag: '态度差', count: 1 }]),
    });
    expect(batch?.entries.map((entry) => entry.text).sort()).toEqual(
      ['快', '还行', '说话冲', undefined, undefined].sort(),
    );
    for (const entry of batch?.entries ?? []) {
      expect(Object.keys(entry).filter((key) => !['id', 'level', 'tags', 'text'].includes(key))).toEqual([]);
      expect(cases).not.toContain(entry.id);
    }
    expect(await sweepAt('2027-02-02')).toMatchObject({ sealed: 0, waiting: 0 });
    expect(await batches()).toEqual([batch]);
  });

  it('are nobody else’s', async () => {
    expect((await cloud.ok('ag-04', 'reviews.mine', {})).batches).toEqual([]);
    const entryId = (await batches())[0]?.entries[0]?.id ?? '';
    expect(await cloud.call('ag-04', 'reviews.appeal', { entryId, reason: '不对' })).toMatchObject({
      code: 'ENTRY_NOT_FOUND',
    });
  });
});

describe('an appeal', () => {
  const bad = async () => (await batches())[0]?.entries.find((entry) => entry.level === 'dissatisfied');

  it('is only against a bad rating, once; the same request again hears the same', async () => {
    const good = (await batches())[0]?.entries.find((entry) => entry.level === 'satisfied');
    expect(
      await cloud.call(AGENT, 'reviews.appeal', { entryId: good?.id ?? '', reason: '不对' }),
    ).toMatchObject({
      code: 'NOT_APPEALABLE',
    });
    const entryId = (await bad())?.id ?? '';
    const run = () =>
      cloud.ok(AGENT, 'reviews.appeal', { entryId, reason: '电话15400000456可以作证' }, 'appeal');
    expect(await run()).toEqual({ entryId, state: 'open' });
    expect(await run()).toEqual({ entryId, state: 'open' });
    expect(await cloud.call(AGENT, 'reviews.appeal', { entryId, reason: '再说' })).toMatchObject({
      code: 'ALREADY_APPEALED',
    });
    expect((await bad())?.appeal).toEqual({ state: 'open', reason: '电话[电话]可以作证' });
    const { notices } = await cloud.ok(STREET, 'account.inbox', {});
    expect(notices.filter(({ title }) => title === '有申诉等您单位裁定')).toMatchObject([
      { caseId: '', no: '', page: 'packages/manager/reviews/index?heap=appeals' },
    ]);
  });

  it('is decided one tier above whoever handled the rectification', async () => {
    const caseId = cases[2] ?? '';
    const { appeals } = await cloud.ok(MANAGER, 'reviews.appeals', { orgId: 'cm-xinmin' });
    expect(appeals).toMatchObject([{ caseId, agentName: '立春晓', text: '说话冲', mine: false }]);
    expect(await cloud.call(MANAGER, 'reviews.judge', { caseId, isUpheld: true, why: '对' })).toMatchObject({
      code: 'APPEAL_NOT_YOURS',
    });
    expect(await cloud.call('ad-st-2', 'reviews.judge', { caseId, isUpheld: true, why: '对' })).toMatchObject(
      {
        code: 'APPEAL_NOT_FOUND',
      },
    );
    const why = '通话录音里没有说话冲';
    const judge = () => cloud.ok(STREET, 'reviews.judge', { caseId, isUpheld: true, why }, 'judge');
    expect(await judge()).toEqual({ caseId, state: 'upheld' });
    expect(await judge()).toEqual({ caseId, state: 'upheld' });
    expect(await cloud.call(DISTRICT, 'reviews.judge', { caseId, isUpheld: false, why })).toMatchObject({
      code: 'APPEAL_DECIDED',
    });
    // The agent hears of it, and of no case.
    const { notices } = await cloud.ok(AGENT, 'account.inbox', {});
    const told = notices.filter(({ title }) => title === '您的申诉成立');
    expect(told).toMatchObject([{ caseId: '', no: '', text: `这条评价不计入您的满意率。说明：${why}` }]);
    expect(JSON.stringify(told)).not.toContain(caseId);
  });

  it('that is upheld leaves the rates and stays visible', async () => {
    const [batch] = await batches();
    expect(batch).toMatchObject({ numerator: 4, denominator: 4, levels: { dissatisfied: 0 } });
    expect((await bad())?.appeal).toMatchObject({ state: 'upheld', why: '通话录音里没有说话冲' });
    expect((await viewOf(cloud, 'rs-03', cases[2] ?? '')).review).toMatchObject({
      level: 'dissatisfied',
      headline: false,
      appeal: { state: 'upheld' },
    });
    await cloud.timer('rollup');
    const { total } = await cloud.ok(MANAGER, 'reviews.scores', { orgId: 'cm-xinmin', from: '2026-11-01' });
    expect(total).toMatchObject({ numerator: 4, denominator: 4, completed: 5 });
  });
});

describe('the wall', () => {
  const wall = async (person = 'rs-02') => (await cloud.ok(person, 'reviews.wall', {})).batches;

  it('takes what residents agreed to and WeChat passed, after a manager has looked', async () => {
    const waiting = await cloud.ok(MANAGER, 'reviews.moderation', { orgId: 'cm-xinmin', heap: 'wall' });
    expect(waiting.reviews.map((one) => one.text).sort()).toEqual(['快', '说话冲', '还行'].sort());
    // The resident did not ask for it.
    expect(
      await cloud.call(MANAGER, 'reviews.moderate', { caseId: cases[4] ?? '', wall: 'shown' }),
    ).toMatchObject({
      code: 'NOT_FOR_THE_WALL',
    });
    for (const caseId of cases.slice(0, 3)) {
      expect(
        await cloud.call(MANAGER, 'reviews.moderate', { caseId, wall: 'shown', answer: '代开发票找我' }),
      ).toMatchObject({ code: 'BAD_INPUT', fields: { answer: '这段话没有通过检查，请换个说法。' } });
      await cloud.ok(MANAGER, 'reviews.moderate', { caseId, wall: 'shown', answer: '谢谢您' });
    }
    await sweepAt('2027-03-02');
    expect(await wall()).toEqual([]);
  });

  it('shows five together, without item, name or number, and takes down what must go', async () => {
    await cloud.setClock(instantOf('2027-03-03', '10:00'));
    for (const resident of ['rs-02', 'rs-04']) {
      const caseId = await finish(cloud, resident);
      cases = [...cases, caseId];
      await cloud.ok(resident, 'reviews.submit', {
        caseId,
        level: 'satisfied',
        text: `好 ${resident}`,
        wall: true,
      });
      await cloud.ok(MANAGER, 'reviews.moderate', { caseId, wall: 'shown' });
    }
    await sweepAt('2027-04-02');
    const [batch] = await wall();
    expect(batch?.month).toBe('2027-03');
    expect(batch?.entries).toHaveLength(5);
    for (const entry of batch?.entries ?? [])
      expect(Object.keys(entry).sort()).toEqual(expect.arrayContaining(['id', 'level', 'tags', 'text']));
    expect(batch?.entries.find((entry) => entry.text === '快')?.answer).toBe('谢谢您');
    await cloud.ok(MANAGER, 'reviews.moderate', { caseId: cases[0] ?? '', wall: 'hidden' });
    expect((await wall())[0]?.entries.map((entry) => entry.text)).not.toContain('快');
    expect(await wall('rs-08')).toEqual([]);
  });
});
