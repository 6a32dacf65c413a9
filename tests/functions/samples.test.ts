import { createHash } from 'node:crypto';
import { instantOf } from '../../contract/time';
import { type TestCloud, startTestCloud } from '../support/cloud';
import { MANAGER, STREET, finish } from './finished';

/** Call-backs: drawn once, repeatable by any reader, made by another person than the handler. */
let cloud: TestCloud;
let cases: string[] = [];
const hour = 3_600_000;
const JANUARY = instantOf('2027-01-04', '10:00');
beforeAll(async () => {
  cloud = await startTestCloud();
  for (const resident of ['rs-01', 'rs-02', 'rs-03', 'rs-04', 'rs-01', 'rs-02']) {
    cases = [...cases, await finish(cloud, resident)];
  }
  await cloud.ok('rs-01', 'reviews.submit', { caseId: cases[0] ?? '', level: 'very-satisfied' });
  await cloud.ok('rs-02', 'reviews.submit', { caseId: cases[1] ?? '', level: 'satisfied' });
});
afterAll(() => cloud.close());

const orgId = 'cm-xinmin';
const sampleId = 'cm-xinmin:2026-Q4';

it('is drawn from a period that is over and has something in it', async () => {
  expect(await cloud.call(MANAGER, 'reviews.draw', { orgId, period: '2026-Q4' })).toMatchObject({
    code: 'PERIOD_NOT_OVER',
  });
  expect(await cloud.call(MANAGER, 'reviews.draw', { orgId, period: '2026-10' })).toMatchObject({
    code: 'NOTHING_TO_DRAW',
  });
  expect(await cloud.call('ad-cm-2', 'reviews.draw', { orgId, period: '2026-10' })).toMatchObject({
    code: 'UNIT_NOT_YOURS',
  });
  expect(await cloud.call(MANAGER, 'reviews.draw', { orgId, period: '2026-13' })).toMatchObject({
    code: 'BAD_INPUT',
  });
});

it('is drawn once, with its seed beside it', async () => {
  await cloud.setClock(JANUARY);
  const { sample } = await cloud.ok(MANAGER, 'reviews.draw', { orgId, period: '2026-Q4', size: 4 });
  expect(sample).toMatchObject({ id: sampleId, population: 6, size: 4, results: { open: 4 } });
  expect(sample.strata.map(({ rated, population }) => [rated, population]).sort()).toEqual([
    [false, 4],
    [true, 2],
  ]);
  // A second draw is the first one, whatever manager asks and whatever size they ask for.
  expect((await cloud.ok(STREET, 'reviews.draw', { orgId, period: '2026-Q4', size: 6 })).sample).toEqual(
    sample,
  );
  const { samples } = await cloud.ok(MANAGER, 'reviews.samples', { orgId });
  expect(samples).toMatchObject([{ id: sampleId, seed: sample.seed, population: 6 }]);
});

it('can be repeated by anybody with a sha256', async () => {
  const { same, seed, population, drawn } = await cloud.ok(MANAGER, 'reviews.redraw', { sampleId });
  expect(same).toBe(true);
  const hex = (text: string) => createHash('sha256').update(text).digest('hex');
  const first = (stratum: string, count: number) =>
    population
      .filter((line) => line.endsWith(` ${stratum}`))
      .map((line) => line.split(' ')[0] ?? '')
      .sort((a, b) => (hex(`${seed}\n${a}`) < hex(`${seed}\n${b}`) ? -1 : 1))
      .slice(0, count);
  const sizes = ['0', '1'].map((stratum) => population.filter((line) => line.endsWith(` ${stratum}`)).length);
  // Four of six: of four 2.67, of two 1.33; the larger remainder takes the one that is left.
  const shares = sizes.map((size) => (size === 4 ? 3 : 1));
  expect(drawn).toEqual([...first('0', shares[0] ?? 0), ...first('1', shares[1] ?? 0)].sort());
  const { sample } = await cloud.ok(MANAGER, 'reviews.sample', { sampleId });
  expect(sample.hash).toBe(hex(population.join('\n')));
  expect(await cloud.call('ad-cm-2', 'reviews.redraw', { sampleId })).toMatchObject({
    code: 'SAMPLE_NOT_FOUND',
  });
});

describe('a call-back', () => {
  const list = async (open = true) =>
    (await cloud.ok(MANAGER, 'reviews.callbacks', { orgId, open })).callbacks;
  const heaps = async () => (await cloud.ok(MANAGER, 'reviews.heaps', { orgId })).counts;

  it('hides name and online rating from whoever asks, and takes what is said beside it', async () => {
    const [one] = await list();
    expect(one).toMatchObject({ name: expect.stringMatching(/^.\*\*$/), open: true });
    expect(one).not.toHaveProperty('online');
    const { callback: alone } = await cloud.ok(MANAGER, 'reviews.callback', { callbackId: one?.id ?? '' });
    expect(alone).toEqual(one);
    expect(await heaps()).toMatchObject({ callbacks: 4 });
    const run = () =>
      cloud.ok(
        MANAGER,
        'reviews.recordCall',
        { callbackId: one?.id ?? '', result: 'reached', level: 'dissatisfied', text: '我电话15400000456' },
        'call',
      );
    const { callback } = await run();
    expect(callback).toMatchObject({ open: false, level: 'dissatisfied', text: '我电话[电话]' });
    expect((await run()).callback).toEqual(callback);
    expect(
      await cloud.call(MANAGER, 'reviews.recordCall', { callbackId: one?.id ?? '', result: 'reached' }),
    ).toMatchObject({ code: 'CALLBACK_CLOSED' });
  });

  it('is 未接通 after five attempts, two hours apart', async () => {
    const callbackId = (await list())[0]?.id ?? '';
    for (let tries = 1; tries <= 5; tries += 1) {
      await cloud.setClock(JANUARY + tries * 2 * hour);
      const { callback } = await cloud.ok(MANAGER, 'reviews.recordCall', {
        callbackId,
        result: 'unanswered',
      });
      expect([callback.open, callback.unreached]).toEqual(tries < 5 ? [true, undefined] : [false, true]);
      if (tries < 5)
        expect(
          await cloud.call(MANAGER, 'reviews.recordCall', { callbackId, result: 'wrong' }),
        ).toMatchObject({
          code: 'CALLED_JUST_NOW',
        });
    }
  });

  it('adds up beside what was rated online', async () => {
    for (const { id } of await list())
      await cloud.ok(MANAGER, 'reviews.recordCall', {
        callbackId: id,
        result: 'reached',
        level: 'basically-satisfied',
      });
    const { results } = (await cloud.ok(MANAGER, 'reviews.sample', { sampleId })).sample;
    const done = await list(false);
    const rated = done.filter((one) => one.online !== undefined && one.level !== undefined);
    expect(results).toMatchObject({
      open: 0,
      reached: 3,
      unreached: 1,
      both: rated.length,
      worse: rated.length,
    });
    expect(Object.values(results.phone).reduce((sum, count) => sum + count, 0)).toBe(3);
  });

  it('is refused to the agent, and to a manager of another unit', async () => {
    const callbackId = (await list(false))[0]?.id ?? '';
    expect(await cloud.call('ag-01', 'reviews.recordCall', { callbackId, result: 'reached' })).toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(
      await cloud.call('ad-cm-2', 'reviews.recordCall', { callbackId, result: 'reached' }),
    ).toMatchObject({
      code: 'CALLBACK_NOT_FOUND',
    });
    expect(await cloud.call('ad-cm-2', 'reviews.callback', { callbackId })).toMatchObject({
      code: 'CALLBACK_NOT_FOUND',
    });
    expect(await cloud.call('ad-cm-2', 'reviews.heaps', { orgId })).toMatchObject({ code: 'UNIT_NOT_YOURS' });
    expect(await heaps()).toEqual({ rectify: 0, appeals: 0, callbacks: 0, texts: 0, wall: 0 });
  });
});
