import { dayOf, instantOf } from '../../contract/time';
import type { SlotDay } from '../../contract/models';
import { demoDocuments } from '../../demo/documents';
import type { Call } from '../../localcloud/server';
import { type TestCloud, freshId, startTestCloud } from '../support/cloud';

/**
 * 时段: what can be had is what is given, and what is given back can be had again. `ROUNDS=200 npx jest tests/functions/slots` lets
 * two residents ask for the last place of an hour so often.
 */
let cloud: TestCloud;
beforeEach(async () => {
  cloud = await startTestCloud();
});
afterEach(() => cloud.close());

const at = (text: string) => instantOf(text.slice(0, 10), text.slice(11));
const asked = { orgId: 'cm-xinmin', serviceCode: 'disability-certificate', mode: 'home-visit' } as const;
const wish = {
  serviceCode: 'disability-certificate',
  mode: 'home-visit',
  note: '想办残疾证',
  phone: '13900000000',
  address: '灯塔院12号楼',
} as const;
const tuesday = '2026-11-24';

const days = async (over: object = {}) =>
  (await cloud.ok('rs-01', 'cases.slots', { ...asked, ...over })).days;
const leftAt = (found: SlotDay[], time: string) =>
  found.find(({ day }) => day === time.slice(0, 10))?.slots.find((slot) => slot.at === at(time))?.left ?? 0;
const book = (person: string, appointment: string) =>
  cloud.call(person, 'cases.submit', { ...wish, appointment });
const bookOk = (person: string, appointment: string) =>
  cloud.ok(person, 'cases.submit', { ...wish, appointment });
const holderOf = async (caseId: string) =>
  (await cloud.ok('ad-st-1', 'cases.detail', { caseId })).case.assignment?.agentId ?? '';

describe('what can be had', () => {
  it('follows from rosters, and is told to a caller who is in no register yet', async () => {
    const found = await days();
    expect(found).toHaveLength(14);
    expect(found.find(({ day }) => day === tuesday)?.slots.map((slot) => slot.left)).toEqual([2, 2, 2, 2, 2]);
    expect(found.find(({ day }) => day === '2026-11-29')).toMatchObject({ slots: [], why: '不开门' });
    const stranger = cloud.tokenOf('nobody-at-all');
    const body = { action: 'slots', requestId: freshId(), input: asked };
    expect(await cloud.post('cases', body, stranger)).toMatchObject({ ok: true });
  });

  it('takes three database calls', async () => {
    await days();
    const before = (await cloud.local<Call[]>('calls')).length;
    await days();
    const made = (await cloud.local<Call[]>('calls')).slice(before);
    expect(made.map(({ reads, writes }) => reads + writes)).toEqual([3]);
  });

  it('goes on where the fourteen days end, and says 暂定 of a year that is not published', async () => {
    const first = await cloud.ok('rs-01', 'cases.slots', asked);
    expect(first.next).toBe('2026-12-07');
    const later = await days({ from: '2026-12-28' });
    expect(later.find(({ day }) => day === '2027-01-01')).toMatchObject({
      why: '元旦放假',
      provisional: true,
    });
    expect(later.find(({ day }) => day === '2026-12-31')?.provisional).toBeUndefined();
  });

  it('leaves out who is on leave', async () => {
    await cloud.ok('ag-01', 'roster.leave', { from: tuesday, to: tuesday, why: '事假' });
    expect(leftAt(await days(), `${tuesday}T09:00`)).toBe(1);
  });
});

describe('an hour', () => {
  it('is held by who asked for it, and given back with the case', async () => {
    const { caseId } = await bookOk('rs-01', `${tuesday}T09:00`);
    expect(leftAt(await days(), `${tuesday}T09:00`)).toBe(1);
    expect(leftAt(await days(), `${tuesday}T10:00`)).toBe(2);
    await cloud.ok('rs-01', 'cases.cancel', { caseId });
    expect(leftAt(await days(), `${tuesday}T09:00`)).toBe(2);
    const again = (await bookOk('rs-01', `${tuesday}T09:00`)).caseId;
    const holder = await holderOf(again);
    await cloud.ok(holder, 'cases.accept', { caseId: again });
    await cloud.ok(holder, 'cases.terminate', { caseId: again, reason: '本人不想办了' });
    expect(leftAt(await days(), `${tuesday}T09:00`)).toBe(2);
  });

  it('that is gone meanwhile is refused, beside those that are left, and nothing is written', async () => {
    await bookOk('rs-01', `${tuesday}T09:00`);
    await bookOk('rs-02', `${tuesday}T09:00`);
    expect(await book('rs-03', `${tuesday}T09:00`)).toMatchObject({
      code: 'SLOT_GONE',
      fields: { appointment: '这个时间刚约满了，请另选一个。' },
    });
    expect((await cloud.ok('rs-03', 'cases.mine', {})).cases).toEqual([]);
    const told = { ...wish, channel: 'phone', name: '赵一示', appointment: `${tuesday}T09:00` } as const;
    expect(await cloud.call('ag-01', 'cases.intake', told)).toMatchObject({ code: 'SLOT_GONE' });
    await bookOk('rs-03', `${tuesday}T10:00`);
  });

  it('goes with the case to another agent, who must be free then', async () => {
    const first = (await bookOk('rs-01', `${tuesday}T09:00`)).caseId;
    const second = (await bookOk('rs-02', `${tuesday}T10:00`)).caseId;
    const [one, other] = [await holderOf(first), await holderOf(second)];
    const third = (await bookOk('rs-03', `${tuesday}T10:00`)).caseId;
    const holder = await holderOf(third);
    expect(holder).not.toBe(other);
    // Whoever has 10:00 already cannot have the other case of 10:00.
    expect(await cloud.call('ad-st-1', 'cases.assign', { caseId: third, agentId: other })).toMatchObject({
      code: 'AGENT_CANNOT',
      fields: { agentId: expect.stringContaining('那个时间约了别的居民') as string },
    });
    const to = one === 'ag-01' ? 'ag-04' : 'ag-01';
    await cloud.ok('ad-st-1', 'cases.assign', { caseId: first, agentId: to });
    expect(leftAt(await days(), `${tuesday}T09:00`)).toBe(1);
    expect(await cloud.call('ad-st-1', 'cases.assign', { caseId: first, agentId: one })).toMatchObject({
      ok: true,
    });
  });

  it('stays with the case while it waits for an agent', async () => {
    const { caseId } = await bookOk('rs-01', `${tuesday}T09:00`);
    const first = await holderOf(caseId);
    await cloud.ok(first, 'cases.decline', { caseId, reason: '手头忙不过来' });
    const second = await holderOf(caseId);
    expect(second).not.toBe(first);
    await cloud.ok(second, 'cases.decline', { caseId, reason: '和当事人是亲属' });
    expect(leftAt(await days(), `${tuesday}T09:00`)).toBe(1);
  });

  it('of a case that is opened again is agreed on anew', async () => {
    const { caseId } = await bookOk('rs-01', `${tuesday}T09:00`);
    const holder = await holderOf(caseId);
    await cloud.ok(holder, 'cases.accept', { caseId });
    await cloud.ok(holder, 'cases.complete', { caseId, result: '办好了' });
    expect(leftAt(await days(), `${tuesday}T09:00`)).toBe(2);
    await cloud.ok('rs-01', 'cases.reopen', { caseId, reason: '事情还没办成' });
    const { case: view } = await cloud.ok('rs-01', 'cases.detail', { caseId });
    expect(view.appointmentAt).toBeUndefined();
    expect(leftAt(await days(), `${tuesday}T09:00`)).toBe(2);
  });

  it('is held after an upgrade, too, by a case of before', async () => {
    const { caseId } = await bookOk('rs-01', `${tuesday}T09:00`);
    const { cases = [] } = cloud.stored();
    const row = cases.find((one) => (one as { id: string }).id === caseId) as { text: string };
    const { slot: _, ...kase } = JSON.parse(row.text) as { slot?: unknown; _id: string };
    await cloud.close();
    cloud = await startTestCloud({ seed: { ...demoDocuments(), cases: [kase] } });
    expect(leftAt(await days(), `${tuesday}T09:00`)).toBe(2);
    await cloud.timer('migrate');
    await cloud.timer('sweep');
    expect(leftAt(await days(), `${tuesday}T09:00`)).toBe(1);
  });
});

it('one of two who ask for the last place of an hour gets it, each time', async () => {
  const rounds = Number(process.env.ROUNDS ?? 12);
  await cloud.ok('ag-04', 'roster.leave', { from: tuesday, to: '2026-11-30', why: '年假' });
  for (let round = 0; round < rounds; round += 1) {
    const replies = await Promise.all(
      ['rs-01', 'rs-02'].map(async (who) => ({ who, reply: await book(who, `${tuesday}T14:00`) })),
    );
    const won = replies.filter(({ reply }) => reply.ok);
    const lost = replies.flatMap(({ reply }) => (reply.ok ? [] : reply.code));
    expect({ won: won.length, lost }).toEqual({ won: 1, lost: ['SLOT_GONE'] });
    expect(leftAt(await days(), `${tuesday}T14:00`)).toBe(0);
    for (const { who, reply } of won)
      if (reply.ok) await cloud.ok(who, 'cases.cancel', { caseId: reply.data.caseId });
    expect(leftAt(await days(), `${tuesday}T14:00`)).toBe(1);
  }
}, 300_000);

it('the books say what the cases say, after all of it', async () => {
  const times = ['09:00', '10:00', '14:00'];
  const booked = await Promise.all(
    ['rs-01', 'rs-02', 'rs-03', 'rs-04'].map((who, i) => book(who, `${tuesday}T${times[i % 3] ?? ''}`)),
  );
  const [first] = booked.flatMap((reply) => (reply.ok ? reply.data.caseId : []));
  if (first) await cloud.ok(await holderOf(first), 'cases.decline', { caseId: first, reason: '离得太远' });
  const { cases = [], dayBooks = [] } = cloud.stored() as Record<string, { text: string }[]>;
  const hours = new Map<string, number>();
  for (const { text } of cases) {
    const { slot } = JSON.parse(text) as { slot?: { agentId?: string; hour: number; day: string } };
    if (slot?.agentId && slot.day === dayOf(at(`${tuesday}T09:00`)))
      hours.set(slot.agentId, (hours.get(slot.agentId) ?? 0) | (1 << slot.hour));
  }
  const [bookOfDay] = dayBooks.map(({ text }) => JSON.parse(text) as { taken: Record<string, number> });
  expect(bookOfDay?.taken).toEqual(Object.fromEntries(hours));
});

it('the book of a day that is over is deleted by the timer, one of a day to come is not', async () => {
  await book('rs-01', `${tuesday}T09:00`);
  await book('rs-02', '2026-11-27T09:00');
  const books = () => ((cloud.stored().dayBooks ?? []) as { id: string }[]).map(({ id }) => id.slice(-10));
  expect(books().sort()).toEqual([tuesday, '2026-11-27']);
  await cloud.setClock(at('2026-11-25T23:59'));
  await cloud.timer('beat');
  expect(books()).toContain(tuesday);
  await cloud.setClock(at('2026-11-26T00:01'));
  await cloud.timer('beat');
  expect(books()).toEqual(['2026-11-27']);
});
