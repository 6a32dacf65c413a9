import { type TestCloud, startTestCloud } from '../support/cloud';
import { titlesOf, viewOf } from './finished';

/** 委托书: signed, shown at a window, ended by a tap and by its date. Rules: docs/decisions/0054. */
let cloud: TestCloud;
beforeEach(async () => {
  cloud = await startTestCloud();
});
afterEach(() => cloud.close());

const MOTHER = 'rs-01';
const dayMs = 86_400_000;
const strokes = [Array.from({ length: 40 }, (_, i) => [100 + i * 18, i % 2 === 0 ? 100 : 220]).flat()];
const words = { to: 'agent', acts: ['papers', 'result'], signed: 'screen', strokes } as const;
const wish = (serviceCode: string) => ({ serviceCode, mode: 'counter', note: '想请您代办' }) as const;

async function begun(serviceCode = 'disability-certificate') {
  const { caseId } = await cloud.ok(MOTHER, 'cases.submit', wish(serviceCode));
  const agentId = (await viewOf(cloud, MOTHER, caseId)).assignment?.agentId ?? '';
  await cloud.ok(agentId, 'cases.accept', { caseId });
  return { caseId, agentId };
}
async function signed(over: { days?: number } = {}) {
  const { caseId, agentId } = await begun();
  await cloud.ok(MOTHER, 'cases.authorise', { caseId, ...words, acts: [...words.acts], ...over });
  const mandateId = (await viewOf(cloud, MOTHER, caseId)).mandates?.[0]?.id ?? '';
  return { caseId, agentId, mandateId };
}

it('is read in plain words by its agent, who shows it; the timeline and the resident know', async () => {
  const { caseId, agentId, mandateId } = await signed();
  expect((await viewOf(cloud, agentId, caseId)).mandates).toMatchObject([
    { id: mandateId, state: 'valid', acts: ['papers', 'result'], signed: 'screen', by: '赵一示', strokes },
  ]);
  expect(await titlesOf(cloud, agentId)).toContain('有一份委托书');
  await cloud.ok(agentId, 'cases.show', { caseId, mandateId });
  const { events } = await viewOf(cloud, MOTHER, caseId);
  expect(events.at(-1)).toMatchObject({ do: 'show', text: '交材料、取结果，到12月23日 周三' });
  // No list carries a signature.
  expect(JSON.stringify(await cloud.ok(agentId, 'cases.queue', {}))).not.toContain('strokes');
});

it('past its end it is not shown, and the agent asks for the next one', async () => {
  const { caseId, agentId, mandateId } = await signed({ days: 1 });
  await cloud.setClock(Date.parse('2026-11-23T10:00:00+08:00') + 2 * dayMs);
  expect(await cloud.call(agentId, 'cases.show', { caseId, mandateId })).toMatchObject({
    code: 'MANDATE_OVER',
    fields: { mandateId: '到期了。' },
  });
  await cloud.ok(agentId, 'cases.renew', { caseId, mandateId });
  expect(await titlesOf(cloud, MOTHER)).toContain('委托书要续签');
  await cloud.ok(MOTHER, 'cases.authorise', { caseId, ...words, acts: ['papers'] });
  const [next] = (await viewOf(cloud, agentId, caseId)).mandates ?? [];
  await cloud.ok(agentId, 'cases.show', { caseId, mandateId: next?.id ?? '' });
});

it('taken back while the agent is at the window: the page that is open shows it no more', async () => {
  const { caseId, agentId, mandateId } = await signed();
  await cloud.ok(agentId, 'cases.show', { caseId, mandateId });
  await cloud.ok(MOTHER, 'cases.revoke', { caseId, mandateId });
  expect(await titlesOf(cloud, agentId)).toContain('委托书收回了');
  expect(await cloud.call(agentId, 'cases.show', { caseId, mandateId })).toMatchObject({
    code: 'MANDATE_OVER',
    fields: { mandateId: '收回了。' },
  });
  const [seen] = (await viewOf(cloud, agentId, caseId)).mandates ?? [];
  expect(seen).toMatchObject({ state: 'ended' });
  expect(seen?.strokes).toBeUndefined();
});

it('for another item it is not there', async () => {
  const { agentId, mandateId } = await signed();
  const other = await cloud.ok(MOTHER, 'cases.submit', wish('temporary-relief'));
  const view = await viewOf(cloud, 'ad-cm-1', other.caseId);
  if (view.assignment?.agentId !== agentId)
    await cloud.ok('ad-cm-1', 'cases.assign', { caseId: other.caseId, agentId });
  await cloud.ok(agentId, 'cases.accept', { caseId: other.caseId });
  expect(await cloud.call(agentId, 'cases.show', { caseId: other.caseId, mandateId })).toMatchObject({
    code: 'MANDATE_NOT_FOUND',
  });
});

it('signed with a dot, for too long, or with a drawing beyond all measure: refused, nothing written', async () => {
  const { caseId } = await begun();
  const before = cloud.stored();
  const sign = (over: object) =>
    cloud.call(MOTHER, 'cases.authorise', { caseId, ...words, acts: ['papers'], ...over });
  expect(await sign({ strokes: [[500, 200]] })).toMatchObject({
    code: 'SIGNATURE_TOO_SMALL',
    fields: { strokes: expect.any(String) },
  });
  for (const over of [
    { days: 181 },
    { days: 0 },
    { acts: [] },
    { strokes: [Array.from({ length: 3002 }, () => 5)] },
    { strokes: Array.from({ length: 61 }, () => [1, 1]) },
    { strokes: [[1, 2, 3]] },
    { strokes: [[1, 2000]] },
  ])
    expect(await sign(over)).toMatchObject({ code: 'BAD_INPUT' });
  expect(cloud.stored()).toEqual(before);
});

it('is refused for an item that the law lets nobody else do', async () => {
  const services = (cloud.stored().services ?? []).map(
    (row) => JSON.parse((row as { text: string }).text) as { _id: string; code: string },
  );
  const item = services.find(({ code }) => code === 'disability-certificate');
  if (!item) throw new Error('no item');
  await cloud.console.put('services', { ...item, mandate: 'excluded' });
  const { caseId, agentId } = await begun();
  expect(await cloud.call(MOTHER, 'cases.authorise', { caseId, ...words, acts: ['papers'] })).toMatchObject({
    code: 'MANDATE_EXCLUDED',
  });
  // So it is not offered to the resident; the agent never signs one.
  expect((await viewOf(cloud, MOTHER, caseId)).mandate).toBe('excluded');
  expect((await viewOf(cloud, agentId, caseId)).mandate).toBeUndefined();
});

it('of a child the guardian signs, who asked for it', async () => {
  const { familyId } = await cloud.ok(MOTHER, 'account.setFamily', {
    relation: 'child',
    name: '赵小宝',
    orgId: 'cm-xinmin',
    asked: true,
  });
  const { caseId } = await cloud.ok(MOTHER, 'cases.submit', {
    ...wish('disability-certificate'),
    familyId,
  });
  const agentId = (await viewOf(cloud, MOTHER, caseId)).assignment?.agentId ?? '';
  await cloud.ok(agentId, 'cases.accept', { caseId });
  const input = { caseId, ...words, acts: ['papers'], minor: true };
  expect(await cloud.call(MOTHER, 'cases.authorise', { ...input, acts: ['papers'] })).toMatchObject({
    code: 'MANDATE_NEEDS_GUARDIAN',
  });
  await cloud.ok(MOTHER, 'cases.authorise', { ...input, acts: ['papers'], guardian: true });
  expect((await viewOf(cloud, agentId, caseId)).mandates).toMatchObject([{ by: '赵一示', guardian: true }]);
});
