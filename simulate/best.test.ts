import { instantOf } from '../contract/time';
import { effective, standard } from '../cloudfunctions/domain/policy';
import { best, bestAsTheyCome, bestOfLuck } from './best';
import { cityMonth } from './city';
import { figuresOf } from './figures';
import { type Outcome, replay } from './replay';
import { agent, ask, month } from '../tests/support/small-month';

/** Due on the day it is asked for. */
const today = 'pension-qualification-verify';

describe('the best in hindsight', () => {
  it('is late with as many cases as the day has slots too few, and with no more', async () => {
    const agents = [agent('a', { dailyCapacity: 2 }), agent('b', { dailyCapacity: 1 })];
    const asks = [0, 1, 2, 3, 4].map((minute) => ask(today, minute));
    expect(figuresOf(month(agents, asks), await best(month(agents, asks)))).toMatchObject({
      late: 2,
      waiting: 0,
    });
  });

  it('keeps the one who knows more free for what nobody else knows', async () => {
    const agents = [agent('a', { skills: ['社会保险与医保', '残疾人服务'] }), agent('b')];
    const asks = [
      ask(today, 0),
      ask(today, 30),
      ask('disability-certificate', 60),
      ask('disability-certificate', 90),
    ];
    const small = month(agents, asks);
    const held = (await best(small)).map((one) => [one.ask.item.code, one.agentId, one.share]);
    expect(held).toEqual([
      [today, 'b', 1],
      [today, 'b', 1],
      ['disability-certificate', 'a', 1],
      ['disability-certificate', 'a', 1],
    ]);
    expect(figuresOf(small, await best(small)).spread).toBeCloseTo(0);
    expect(figuresOf(small, replay(small, standard)).spread).toBeGreaterThan(0);
  });

  it('holds the load against the capacity: who can do twice as much gets twice as much', async () => {
    const agents = [agent('a', { dailyCapacity: 8 }), agent('b', { dailyCapacity: 4 })];
    const small = month(
      agents,
      [0, 1, 2, 3, 4, 5].map((minute) => ask(today, minute)),
    );
    const outcomes = await best(small);
    const share = (id: string) =>
      outcomes.reduce((sum, one) => sum + (one.agentId === id ? one.share : 0), 0);
    expect([share('a'), share('b')]).toEqual([expect.closeTo(4), expect.closeTo(2)]);
  });

  it('visits the own grid where it costs nothing', async () => {
    const agents = [agent('a', { gridIds: ['g1'] }), agent('b', { gridIds: ['g2'] })];
    const visits = ['g2', 'g1'].map((grid, minute) => {
      const one = ask(today, minute, { mode: 'home-visit' });
      return { ...one, resident: { ...one.resident, unit: { ...one.resident.unit, grid } } };
    });
    expect((await best(month(agents, visits))).map(({ agentId }) => agentId)).toEqual(['b', 'a']);
  });

  it('moves no appointment to whoever is there the day after', async () => {
    const appointmentAt = instantOf('2026-11-24', '09:00');
    const agents = [agent('a'), agent('b', { dutyWeekdays: [3], dailyCapacity: 80 })];
    const asks = [0, 1].map((minute) => ask(today, minute, { mode: 'appointment', appointmentAt }));
    expect((await best(month(agents, asks))).map(({ agentId }) => agentId)).toEqual(['a', 'a']);
  });

  it('waits for the answers as everybody does, or for none', async () => {
    // No after five minutes, no answer in thirty, yes after ten.
    const answers = [
      { does: 'decline', minutes: 5 },
      { does: 'accept', minutes: 40 },
      { does: 'accept', minutes: 10 },
    ] as const;
    const small = {
      ...month([agent('a'), agent('b')], [ask(today, 0)]),
      answer: (_: unknown, __: unknown, nth: number) => answers[nth] ?? answers[2],
    };
    const waited = ([one]: Outcome[]) => ((one?.acceptedAt ?? 0) - (one?.ask.at ?? 0)) / 60_000;
    expect([await best(small), replay(small, standard)].map(waited)).toEqual([45, 45]);
    expect(waited(await bestOfLuck(small))).toBe(0);
  });

  it('says of a case that nobody can do that nobody does it', async () => {
    const small = month([agent('a')], [ask('disability-certificate', 0)]);
    expect(figuresOf(small, await best(small))).toMatchObject({ late: 1, waiting: 1 });
  });

  it('that does not know what comes gives the first to whoever is free, and keeps to the slots of the day', async () => {
    const agents = [
      agent('a', { skills: ['社会保险与医保', '残疾人服务'], dailyCapacity: 1 }),
      agent('b', { dailyCapacity: 1 }),
    ];
    const asks = [ask(today, 0), ask(today, 1), ask(today, 2)];
    const small = month(agents, asks);
    const taken = await bestAsTheyCome(small);
    // Two slots for three: one is late, as in hindsight.
    expect(figuresOf(small, taken)).toMatchObject({ late: 1, waiting: 0 });
    expect(figuresOf(small, await best(small)).late).toBe(1);
    // What only one can do comes last: hindsight has kept that one free, and not knowing has not.
    const surprised = month(
      [agent('a', { skills: ['社会保险与医保', '残疾人服务'] }), agent('b')],
      [ask(today, 0), ask(today, 1), ask('disability-certificate', 2), ask('disability-certificate', 3)],
    );
    const spread = async (of: Promise<Outcome[]>) => figuresOf(surprised, await of).spread;
    expect(await spread(best(surprised))).toBeCloseTo(0);
    expect(await spread(bestAsTheyCome(surprised))).toBeGreaterThan(0.1);
  });

  it('is no worse than any policy', async () => {
    const city = cityMonth({ seed: 7, agents: 6, cases: 60, month: '2026-11' });
    const least = figuresOf(city, await best(city));
    for (const distance of [0, 1000]) {
      const { late, spread } = figuresOf(city, replay(city, effective([{ weights: { distance } }])));
      expect(late).toBeGreaterThanOrEqual(least.late);
      expect(spread).toBeGreaterThan(least.spread);
    }
  });
});
