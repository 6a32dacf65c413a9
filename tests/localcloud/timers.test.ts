import { openBench } from './probe';
import type { Bench } from './probe';

const ticker = (name: string) => `
  const cloud = require('wx-server-sdk');
  cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
  exports.main = async (event) => {
    const { SOURCE, OPENID } = cloud.getWXContext();
    await cloud.database().collection('things').add({ data: { s: '${name}', at: new Date() } });
    return { event, SOURCE, OPENID: OPENID ?? null };
  };`;
const trigger = (name: string, config: string) => ({ triggers: [{ name, type: 'timer', config }] });

let bench: Bench;
beforeAll(async () => {
  const daily = { source: ticker('daily'), config: trigger('daily', '0 30 8 * * * *') };
  // The 15th or a Monday: 日 and 星期 are OR-ed.
  const either = { source: ticker('either'), config: trigger('either', '0 0 9 15 * 1 2020') };
  bench = await openBench({ timers: true, functions: { probe: {}, daily, either } });
});
afterAll(() => bench.close());

/** Sets the clock to an instant (UTC) and gives what has been fired since the last call. */
async function firedAt(at: string): Promise<string[]> {
  await bench.post('/_local/clock', { at, frozen: true });
  return bench.run(async ({ db }) => {
    const all = db.collection('things').where({ s: db.command.neq('') });
    const { data } = await all.orderBy('at', 'asc').get();
    await all.remove();
    return data.map(({ s }) => String(s));
  });
}

it('fires by the local clock in Beijing time, once however far the clock jumps', async () => {
  expect(await firedAt('2020-01-01T00:00:00Z')).toEqual([]); // a Wednesday, 8:00 in Beijing
  expect(await firedAt('2020-01-01T00:29:59Z')).toEqual([]);
  expect(await firedAt('2020-01-01T00:30:00Z')).toEqual(['daily']);
  expect(await firedAt('2020-01-01T23:00:00Z')).toEqual([]);
  expect(await firedAt('2020-01-04T23:00:00Z')).toEqual(['daily']);
  expect((await firedAt('2020-01-06T01:00:00Z')).sort()).toEqual(['daily', 'either']); // Monday 9:00
  expect((await firedAt('2020-01-15T01:00:00Z')).sort()).toEqual(['daily', 'either']); // Wednesday the 15th
  await bench.post('/_local/clock', { advanceMs: 1000 });
  expect(await bench.get('/_local/clock')).toEqual({ at: Date.UTC(2020, 0, 15, 1, 0, 1) });
  expect(await firedAt('2020-01-01T00:00:00Z')).toEqual([]);
  expect(await firedAt('2020-01-01T00:30:00Z')).toEqual(['daily']);
});

it('fires by hand, as the platform’s timer would call', async () => {
  await firedAt('2020-02-01T00:00:00Z');
  const { status, body } = await bench.post('/_local/timers/daily', {});
  expect({ status, body }).toEqual({
    status: 200,
    body: {
      ok: true,
      result: {
        event: { Type: 'Timer', TriggerName: 'daily', Time: '2020-02-01T00:00:00.000Z', Message: '' },
        SOURCE: 'wx_trigger',
        OPENID: null,
      },
    },
  });
  expect(await bench.get('/_local/calls')).toContainEqual(
    expect.objectContaining({ function: 'daily', action: 'timer', writes: 1 }),
  );
});
