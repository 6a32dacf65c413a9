import type { Input } from '../../contract/actions';
import type { Call } from '../../localcloud/server';
import { type TestCloud, freshId, startTestCloud } from '../support/cloud';
import { titlesOf, viewOf } from './finished';

/** 一件事一次办: asked for once, all or nothing, each part a case of its own. Rules: docs/decisions/0058. */
let cloud: TestCloud;
beforeEach(async () => {
  cloud = await startTestCloud();
});
afterEach(() => cloud.close());

const MANAGER = 'ad-cm-1';
const PARENT = 'rs-03';
const birth = {
  bundle: 'birth',
  parts: ['birth-registration', 'household-migration', 'newborn-medical-insurance', 'childcare-subsidy'],
  about: '小米',
  mode: 'online',
} satisfies Input<'cases.submitBundle'>;
const ask = (input: Partial<Input<'cases.submitBundle'>> = {}, who = PARENT, requestId?: string) =>
  cloud.ok(who, 'cases.submitBundle', { ...birth, ...input }, requestId);
const partOf = (parts: { code: string; caseId: string }[], code: string): string =>
  parts.find((one) => one.code === code)?.caseId ?? '';
const mine = async (who = PARENT) => (await cloud.ok(who, 'cases.mine', {})).cases;
const end = async (caseId: string, how: 'complete' | 'terminate') => {
  const agentId = (await viewOf(cloud, PARENT, caseId)).assignment?.agentId ?? '';
  await cloud.ok(agentId, 'cases.accept', { caseId });
  if (how === 'complete') await cloud.ok(agentId, 'cases.complete', { caseId, result: '办好了' });
  else await cloud.ok(agentId, 'cases.terminate', { caseId, reason: '不符合办理条件' });
  await cloud.timer('sweep');
};

describe('a bundle', () => {
  it('is asked for once: its parts are cases with one agent, and what needs a result waits without clock or agent', async () => {
    const { bundleId: id, parts } = await ask();
    expect(parts.map(({ code, state, waits }) => [code, state, waits])).toEqual([
      ['birth-registration', 'offered', []],
      ['household-migration', 'offered', []],
      ['newborn-medical-insurance', 'offered', []],
      ['childcare-subsidy', 'submitted', ['户口迁移']],
    ]);
    const views = await Promise.all(parts.map(({ caseId }) => viewOf(cloud, PARENT, caseId)));
    expect(new Set(views.slice(0, 3).map((one) => one.assignment?.agentId)).size).toBe(1);
    expect(views[3]).toMatchObject({
      bundle: { id, name: '出生一件事', size: 4 },
      waits: { of: ['户口迁移'], asks: [] },
      next: '等〈户口迁移〉办好，就开始办这件',
      about: '小米',
      clocks: [],
    });
    const [agentId] = views.map((one) => one.assignment?.agentId ?? '');
    expect((await cloud.ok(agentId ?? '', 'cases.queue', {})).offers).toHaveLength(3);
    // Before their yes they know of the child no more than of the parent.
    expect((await viewOf(cloud, agentId ?? '', parts[0]?.caseId ?? '')).about).toBeUndefined();
    const pool = await cloud.ok(agentId ?? '', 'cases.pool', {});
    expect(pool.cases.map(({ caseId }) => caseId)).not.toContain(parts[3]?.caseId);
    const board = await cloud.ok(MANAGER, 'cases.board', { orgId: 'cm-xinmin', heap: 'waiting' });
    expect(board.cases.map(({ caseId }) => caseId)).not.toContain(parts[3]?.caseId);
    expect(board.counts?.waiting).toBe(board.cases.length);
    expect(await titlesOf(cloud, PARENT)).toEqual(['已收到您的请求']);
    const one = await cloud.ok(PARENT, 'cases.bundle', { bundleId: id });
    expect(one.parts.map(({ serviceCode }) => serviceCode)).toEqual(birth.parts);
    expect(one.events).toHaveLength(7);
  });

  it('begins the part that waited when the result is there, with the same agent', async () => {
    const { parts } = await ask();
    const waiting = partOf(parts, 'childcare-subsidy');
    await end(partOf(parts, 'birth-registration'), 'complete');
    expect((await viewOf(cloud, PARENT, waiting)).waits?.of).toEqual(['户口迁移']);
    const need = partOf(parts, 'household-migration');
    await end(need, 'complete');
    const begun = await viewOf(cloud, PARENT, waiting);
    expect(begun).toMatchObject({ state: 'offered', assignment: { agentId: expect.any(String) } });
    expect(begun.assignment?.agentId).toBe((await viewOf(cloud, PARENT, need)).assignment?.agentId);
    expect(begun.waits).toBeUndefined();
    expect(begun.events.map(({ says }) => says)).toContain('〈户口迁移〉办好了，这件开始办');
    expect(begun.clocks.find(({ name }) => name === 'completion')?.startedAt).toBeGreaterThan(0);
    expect(await titlesOf(cloud, PARENT)).toContain('开始办下一件了');
    await cloud.timer('sweep');
    expect((await viewOf(cloud, PARENT, waiting)).events).toHaveLength(begun.events.length);
  });

  it.each(['cancel', 'terminate'] as const)(
    'asks, where the need will not be there (%s): the others go on, and it goes on or stops',
    async (how) => {
      const { parts } = await ask();
      const need = partOf(parts, 'household-migration');
      const waiting = partOf(parts, 'childcare-subsidy');
      expect(await cloud.call(PARENT, 'cases.goOn', { caseId: waiting })).toMatchObject({
        code: 'PART_NOT_ASKED',
      });
      if (how === 'terminate') await end(need, how);
      else await cloud.ok(PARENT, 'cases.cancel', { caseId: need });
      await cloud.timer('sweep');
      expect(await viewOf(cloud, PARENT, waiting)).toMatchObject({
        state: 'submitted',
        waits: { asks: ['户口迁移'] },
        next: '〈户口迁移〉没办成，请您说要不要接着办',
      });
      expect((await viewOf(cloud, PARENT, partOf(parts, 'birth-registration'))).state).toBe('offered');
      expect(await titlesOf(cloud, PARENT)).toContain('请您定一下');
      const agentId =
        (await viewOf(cloud, PARENT, partOf(parts, 'birth-registration'))).assignment?.agentId ?? '';
      expect(await cloud.call(MANAGER, 'cases.assign', { caseId: waiting, agentId })).toMatchObject({
        code: 'STATE_NOT_ALLOWED',
      });
      if (how === 'cancel') {
        await cloud.ok(PARENT, 'cases.goOn', { caseId: waiting });
        await cloud.timer('sweep');
        const on = await viewOf(cloud, PARENT, waiting);
        expect(on.state).toBe('offered');
        expect(on.events.map(({ says }) => says)).toEqual(
          expect.arrayContaining(['您说不等〈户口迁移〉，接着办', '不等别的了，这件开始办']),
        );
      } else {
        await cloud.ok(PARENT, 'cases.cancel', { caseId: waiting });
        expect((await viewOf(cloud, PARENT, waiting)).state).toBe('cancelled');
      }
    },
  );

  it('waits again where its need is taken up again before anybody has said', async () => {
    const { parts } = await ask();
    const need = partOf(parts, 'household-migration');
    const waiting = partOf(parts, 'childcare-subsidy');
    await cloud.ok(PARENT, 'cases.cancel', { caseId: need });
    await cloud.timer('sweep');
    await cloud.ok(MANAGER, 'cases.reopen', { caseId: need, reason: '点错了' });
    await cloud.timer('sweep');
    expect((await viewOf(cloud, PARENT, waiting)).waits).toEqual({ of: ['户口迁移'], asks: [] });
    await end(need, 'complete');
    expect((await viewOf(cloud, PARENT, waiting)).state).toBe('offered');
  });

  it('is not made twice: by a repeat, by two at once, by who asks again; another child is another', async () => {
    const requestId = freshId();
    const first = await ask({}, PARENT, requestId);
    expect(await ask({}, PARENT, requestId)).toMatchObject({
      bundleId: first.bundleId,
      parts: first.parts.map(({ caseId }) => ({ caseId, existing: false })),
    });
    expect(
      await cloud.call(PARENT, 'cases.submitBundle', { ...birth, about: '小麦' }, requestId),
    ).toMatchObject({ code: 'REQUEST_REUSED' });
    const again = await ask();
    expect(again.parts.map(({ caseId, existing }) => [caseId, existing])).toEqual(
      first.parts.map(({ caseId }) => [caseId, true]),
    );
    expect(await mine()).toHaveLength(4);
    const both = await Promise.all([ask({ about: '小麦' }), ask({ about: '小麦' })]);
    expect(new Set(both.flatMap(({ parts }) => parts.map(({ caseId }) => caseId))).size).toBe(4);
    expect(await mine()).toHaveLength(8);
  });

  it('joins what is open already, and makes the rest; what is not wanted is left out, and not waited for', async () => {
    const { caseId } = await cloud.ok(PARENT, 'cases.submit', {
      serviceCode: 'household-migration',
      subtype: 'birth',
      mode: 'counter',
      note: '给孩子上户口',
    });
    const { bundleId: id, parts } = await ask();
    expect(parts[1]).toMatchObject({ caseId, existing: true });
    expect(parts[3]).toMatchObject({ waits: ['户口迁移'] });
    expect((await viewOf(cloud, PARENT, caseId)).bundle).toMatchObject({ id, size: 4 });
    await cloud.ok(PARENT, 'cases.cancel', { caseId });
    await cloud.timer('sweep');
    expect((await viewOf(cloud, PARENT, parts[3]?.caseId ?? '')).waits?.asks).toEqual(['户口迁移']);
    const few = await ask({ about: '小麦', parts: ['childcare-subsidy'] });
    expect(few.parts).toMatchObject([{ code: 'childcare-subsidy', state: 'offered', waits: [] }]);
  });

  it('gives papers once; where their case was not done they are asked for with the next', async () => {
    const { parts } = await ask();
    const waiting = partOf(parts, 'childcare-subsidy');
    const home = partOf(parts, 'household-migration');
    const paper = async (caseId: string, name: string) =>
      (await viewOf(cloud, PARENT, caseId)).papers?.find((one) => one.name === name);
    const book = await paper(home, '居民户口簿');
    expect(await paper(waiting, '居民户口簿')).toMatchObject({ with: '户口迁移', state: 'missing' });
    await cloud.ok(PARENT, 'cases.paper', { caseId: home, paper: book?.id ?? '', state: 'has' });
    const shared = await paper(waiting, '居民户口簿');
    expect(shared).toMatchObject({ with: '户口迁移', state: 'has' });
    expect(
      await cloud.call(PARENT, 'cases.paper', { caseId: waiting, paper: shared?.id ?? '', state: 'has' }),
    ).toMatchObject({ code: 'PAPER_NOT_SO', fields: { state: expect.stringContaining('户口迁移') } });
    await cloud.ok(PARENT, 'cases.cancel', { caseId: home });
    await cloud.timer('sweep');
    const next = partOf(parts, 'newborn-medical-insurance');
    expect(await paper(waiting, '居民户口簿')).toMatchObject({ with: '新生儿医保参保', state: 'missing' });
    const own = await paper(next, '居民户口簿');
    expect(own?.with).toBeUndefined();
    await cloud.ok(PARENT, 'cases.paper', { caseId: next, paper: own?.id ?? '', state: 'has' });
    expect(await paper(waiting, '居民户口簿')).toMatchObject({ state: 'has' });
  });

  it('is refused as a whole', async () => {
    const own = { code: 'childcare-subsidy', orgId: 'cm-xinmin', own: { offered: false } };
    await cloud.ok(MANAGER, 'catalog.offer', own);
    const { bundles } = await cloud.ok(PARENT, 'catalog.bundles', { orgId: 'cm-xinmin' });
    expect(bundles[0]).toMatchObject({ code: 'birth', ask: { name: '新民社区' } });
    expect(bundles[0]?.parts.map(({ isHere }) => isHere)).toEqual([true, true, true, false]);
    const refused = async (input: Partial<Input<'cases.submitBundle'>>, code: string, field: string) =>
      expect(await cloud.call(PARENT, 'cases.submitBundle', { ...birth, ...input })).toMatchObject({
        code,
        fields: { [field]: expect.any(String) },
      });
    await refused({ bundle: 'nothing' }, 'BUNDLE_NOT_FOUND', 'bundle');
    await refused({ parts: ['disability-certificate'] }, 'BAD_INPUT', 'parts');
    await refused({ about: undefined }, 'BAD_INPUT', 'about');
    await refused({ note: '网格员骂人' }, 'BAD_INPUT', 'note');
    await refused({}, 'SERVICE_NOT_HERE', 'parts');
    await refused({ familyId: 'f-none' }, 'FAMILY_NOT_FOUND', 'familyId');
    expect(await mine()).toEqual([]);
  });

  it('is for one of the family as well: theirs, asked by who asks', async () => {
    const { familyId } = await cloud.ok('rs-04', 'account.setFamily', {
      relation: 'parent',
      name: '周五例',
      phone: '04525550128',
      orgId: 'cm-zhongdong',
      address: '青石院3号楼2单元301',
      asked: true,
    });
    const retirement = {
      bundle: 'retirement',
      parts: ['flexible-employment-retirement', 'only-child-parent-award'],
      mode: 'counter',
      about: undefined,
      familyId,
    } as const;
    const { parts } = await ask({ ...retirement, parts: [...retirement.parts] }, 'rs-04');
    expect(parts).toHaveLength(2);
    expect((await mine('rs-05')).map(({ bundle }) => bundle?.name)).toEqual(['退休一件事', '退休一件事']);
    expect((await mine('rs-04')).map(({ relation }) => relation)).toEqual(['parent', 'parent']);
  });
});

it('is written by few calls of the database', async () => {
  await ask({ about: '小麦' });
  const before = (await cloud.local<Call[]>('calls')).length;
  await ask();
  const [call] = (await cloud.local<Call[]>('calls')).slice(before);
  const { reads = NaN, writes = NaN } = call ?? {};
  process.stdout.write(`\ndatabase calls for a bundle of four: ${reads} reads, ${writes} writes\n`);
  // Who is calling, two reads of what is there, agents and loads; the turn, a write a case, one an agent.
  expect(reads + writes).toBeLessThanOrEqual(8 + birth.parts.length);
});
