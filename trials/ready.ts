import type { ActionName } from '../contract/actions';
import { instantOf } from '../contract/time';
import { type World, giveTo } from './world';

/** Who asks, and with what, once things have come so far that they are answered. */
export interface Ready {
  who: string;
  input: object;
}

const AGENT = 'ag-01';
const MANAGER = 'ad-cm-1';
const STREET = 'ad-st-1';
const DISTRICT = 'ad-ds-1';
const wish = { serviceCode: 'minimum-living-allowance', mode: 'counter', note: '想请您代办' } as const;
const source = { kind: 'document', name: '民政局的通知', no: '2026年3号' } as const;
const why = '材料没一次说清';

/** Asked for, given to 立春晓 and done. */
async function finish(at: World, resident: string): Promise<string> {
  const { caseId } = await at.ok(resident, 'cases.submit', wish);
  await giveTo(at, caseId, AGENT);
  await at.ok(AGENT, 'cases.complete', { caseId, result: '办好了' });
  return caseId;
}

/** Four ratings of 立春晓 beside the one that is there: as many as a batch needs. */
export async function rateFour(at: World): Promise<void> {
  for (const [resident, level] of [
    ['rs-01', 'satisfied'],
    ['rs-02', 'very-satisfied'],
    ['rs-03', 'satisfied'],
    ['rs-04', 'basically-satisfied'],
  ] as const)
    await at.ok(resident, 'reviews.submit', { caseId: await finish(at, resident), level });
}

/** The rating that 立春晓 may appeal against, once its month is over. */
async function badEntry(at: World): Promise<string> {
  await rateFour(at);
  await at.setClock(instantOf('2026-12-02', '10:00'));
  await at.timer('sweep');
  const { batches } = await at.ok(AGENT, 'reviews.mine', {});
  return batches.flatMap(({ entries }) => entries).find(({ level }) => level === 'dissatisfied')?.id ?? '';
}

/** A visit on Thursday, with the agent who said yes. */
async function visit(at: World): Promise<Ready & { input: { caseId: string } }> {
  const { caseId } = await at.ok('rs-01', 'cases.submit', {
    ...{ serviceCode: 'disability-certificate', mode: 'home-visit', note: '想办残疾证' },
    ...{ phone: '13900000000', address: '灯塔院12号楼', appointment: '2026-11-26T09:00' },
  });
  const who = (await at.ok('rs-01', 'cases.detail', { caseId })).case.assignment?.agentId ?? '';
  await at.ok(who, 'cases.accept', { caseId });
  return { who, input: { caseId } };
}

/** The 户口簿 of a case is in the agent's hands, or on its way back. */
async function kept(at: World, isBack: boolean): Promise<{ caseId: string; custody: string }> {
  const input = { caseId: at.cases.held, custody: 'o0' };
  await at.ok(AGENT, 'cases.keep', { caseId: input.caseId, what: '户口簿', where: '居民家里' });
  if (isBack) await at.ok(AGENT, 'cases.giveBack', { ...input, to: '赵一示', where: '居民家里' });
  return input;
}

/** Who rang and has no WeChat. */
async function caller(at: World): Promise<string> {
  const { people } = await at.ok(MANAGER, 'people.find', { orgId: 'cm-xinmin', text: '15500000001' });
  return people[0]?.id ?? '';
}

/** The bad rating of the case that is done, looked into, and mended where it is to be called back. */
async function mending(at: World, isMended: boolean): Promise<string> {
  const { done: caseId } = at.cases;
  await at.ok(MANAGER, 'cases.take', { caseId });
  await at.ok(MANAGER, 'cases.verify', { caseId, isUpheld: true, findings: why });
  if (isMended) await at.ok(MANAGER, 'cases.mend', { caseId, outcome: 'mended', text: '道歉了' });
  return caseId;
}

const answered = (at: World) =>
  at.ok(STREET, 'cases.reply', { caseId: at.cases.complaint, result: '查过了，批评了' });

/** What the lived-in world is not ready for: what happens first, for words to be taken. */
export const ready: Partial<Record<ActionName, (at: World) => Promise<Ready>>> = {
  'account.join': async () => ({
    who: 'nobody',
    input: {
      orgId: 'cm-xinmin',
      name: '周大姐',
      phone: '15500000101',
      address: '灯塔院12号楼',
      consent: true,
    },
  }),
  'cases.submit': async () => ({
    who: 'rs-04',
    input: {
      ...wish,
      neighbour: {
        name: '赵一示',
        phone: '04525550124',
        asked: true,
        orgId: 'cm-xinmin',
        address: '灯塔院12号楼',
      },
    },
  }),
  'cases.report': async () => ({
    who: 'rs-03',
    input: {
      note: '路灯不亮',
      place: {
        orgId: 'g-xm-1',
        landmark: '东门',
        point: { latitude: 47.35, longitude: 123.92, address: '晴川里' },
      },
    },
  }),
  'cases.rateAnswer': async (at) => {
    const input = { caseId: at.cases.held, whistleId: 'w1' };
    await at.ok('ad-st-2', 'cases.answer', { ...input, answer: '能借' });
    return { who: MANAGER, input: { ...input, level: 'satisfied' } };
  },
  'cases.decline': async (at) => {
    const { caseId } = await at.ok('rs-04', 'cases.submit', wish);
    const { assignment } = (await at.ok(DISTRICT, 'cases.detail', { caseId })).case;
    return { who: assignment?.agentId ?? '', input: { caseId, reason: '离得太远' } };
  },
  'cases.pair': async (at) => {
    const { who, input } = await visit(at);
    return { who, input: { ...input, why: '家里有大狗' } };
  },
  'cases.ask': async (at) => ({
    who: AGENT,
    input: { caseId: at.cases.held, papers: [{ paper: 'm0', fault: '看不清' }] },
  }),
  'cases.check': async (at) => ({ who: AGENT, input: { caseId: at.cases.held, papers: [{ paper: 'm0' }] } }),
  'cases.supply': async (at) => {
    await at.ok(AGENT, 'cases.ask', { caseId: at.cases.held, text: '门诊发票' });
    return { who: 'rs-01', input: { caseId: at.cases.held } };
  },
  'cases.lodge': async (at) => ({ who: AGENT, input: { ...(await kept(at, false)), where: '窗口' } }),
  'cases.giveBack': async (at) => ({
    who: AGENT,
    input: { ...(await kept(at, false)), to: '赵一示', where: '家里' },
  }),
  'cases.confirm': async (at) => ({ who: MANAGER, input: { ...(await kept(at, true)), text: '打电话问过' } }),
  'cases.deny': async (at) => ({ who: MANAGER, input: { ...(await kept(at, true)), text: '没拿到' } }),
  'cases.callBack': async (at) => {
    await answered(at);
    return { who: DISTRICT, input: { caseId: at.cases.complaint, result: 'reached' } };
  },
  'cases.contest': async (at) => {
    await answered(at);
    return { who: 'rs-05', input: { caseId: at.cases.complaint } };
  },
  'cases.reply': async (at) => {
    await at.ok('rs-05', 'cases.askOn', { caseId: at.cases.question, text: '七十九呢' });
    return { who: 'ag-04', input: { caseId: at.cases.question, result: '八十岁起领', source } };
  },
  'cases.stay': async (at) => {
    await at.ok('rs-01', 'cases.wish', { caseId: at.cases.held });
    return { who: MANAGER, input: { caseId: at.cases.held } };
  },
  'cases.mend': async (at) => ({
    who: MANAGER,
    input: { caseId: await mending(at, false), outcome: 'mended', text: '改了' },
  }),
  'cases.phone': async (at) => ({
    who: MANAGER,
    input: { caseId: await mending(at, true), result: 'reached', level: 'satisfied' },
  }),
  'privacy.askFor': async (at) => ({
    who: MANAGER,
    input: { personId: await caller(at), kind: 'correct', text: '门牌写错了', paper: '来站里写的条子' },
  }),
  'privacy.copyFor': async (at) => ({
    who: MANAGER,
    input: { personId: await caller(at), paper: '来站里写的条子' },
  }),
  'reviews.submit': async (at) => ({
    who: 'rs-04',
    input: { caseId: await finish(at, 'rs-04'), level: 'satisfied' },
  }),
  'reviews.appeal': async (at) => ({ who: AGENT, input: { entryId: await badEntry(at) } }),
  'reviews.judge': async (at) => {
    await at.ok(AGENT, 'reviews.appeal', { entryId: await badEntry(at), reason: '不是这样' });
    return { who: STREET, input: { caseId: at.cases.done, isUpheld: true } };
  },
  'reviews.recordCall': async (at) => {
    await at.setClock(instantOf('2026-12-02', '10:00'));
    await at.ok(MANAGER, 'reviews.draw', { orgId: 'cm-xinmin', period: '2026-11' });
    const { callbacks } = await at.ok(MANAGER, 'reviews.callbacks', { orgId: 'cm-xinmin' });
    return { who: MANAGER, input: { callbackId: callbacks[0]?.id ?? '', result: 'reached' } };
  },
};
