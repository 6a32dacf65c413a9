import type { Input, Reply } from '../../contract/actions';
import type { Call } from '../../localcloud/server';
import { MONDAY, type TestCloud, freshId, startTestCloud } from '../support/cloud';
import { viewOf } from './finished';

/** The register as staff keep it: found, opened, changed, made one, and left. */
let cloud: TestCloud;
beforeEach(async () => {
  cloud = await startTestCloud();
});
afterEach(() => cloud.close());

const dayMs = 86_400_000;
const MANAGER = 'ad-cm-1';
const DISTRICT = 'ad-ds-1';
const NOBODY = 'nobody';
const orgId = 'cm-xinmin';
const consent = true as const;
const wish = { serviceCode: 'disability-certificate', mode: 'counter', note: '想办残疾证' } as const;
const told = { ...wish, channel: 'phone', name: '何老太', phone: '15500000001' } as const;

const find = (text: string, more: Partial<Input<'people.find'>> = {}, person = MANAGER) =>
  cloud.ok(person, 'people.find', { text, orgId, ...more });
const ids = async (text: string, of = orgId, person = MANAGER) =>
  (await find(text, { orgId: of }, person)).people.map(({ id }) => id);
const deeds = async (about: string) =>
  (await cloud.ok(DISTRICT, 'units.journal', { orgId: 'ds-tiefeng', about })).entries.map(({ what }) => what);
const writtenDown = async () => {
  const { caseId, no } = await cloud.ok('ag-01', 'cases.intake', told);
  const [entry] = (await find('15500000001')).people;
  return { caseId, no, id: entry?.id ?? '' };
};
const joined = async (phone = '15500000001') =>
  (await cloud.ok(NOBODY, 'account.join', { orgId, name: '何老太', phone, consent })).person.id;
const mine = async () => (await cloud.ok(NOBODY, 'cases.mine', {})).cases.map(({ caseId }) => caseId);

describe('finding', () => {
  it.each([
    ['a name', '赵一示'],
    ['how a name begins', '赵一'],
    ['a name in traditional characters with blanks', '趙 一示'],
    ['a number, however it is written', '0452-555-0124'],
    ['how a number begins', '04525550124'],
    ['a door', '灯塔院12号楼3单元601'],
    ['a door without the estate', '12号楼3单元'],
    ['a door in words', '十二号楼三单元'],
  ])('by %s', async (_, text) => expect(await ids(text)).toEqual(['rs-01']));

  it('by a case number, which leads to the case and the resident', async () => {
    const { caseId, no, id } = await writtenDown();
    const spoken = `${no.slice(0, 2)} ${no.slice(2, 6)} ${no.slice(6)}`;
    expect(await find(spoken)).toMatchObject({ caseId, people: [{ id, name: '何老太', hasWechat: false }] });
    const other = await find(no, { orgId: 'cm-zhongdong' }, 'ad-cm-2');
    expect(other).toEqual({ people: [] });
  });

  it('shows number and door masked, and staff beside residents', async () => {
    const [row] = (await find('赵')).people;
    expect(row).toMatchObject({
      name: '赵一示',
      phone: '045****0124',
      address: '***',
      orgName: '新民社区',
      gridName: expect.any(String),
      verified: 'staff',
      hasWechat: true,
    });
    expect((await find('立春晓')).people).toEqual([
      expect.objectContaining({ id: 'ag-01', posts: [expect.objectContaining({ role: 'agent' })] }),
    ]);
  });

  it('within the unit alone, and all that is under it', async () => {
    expect(await ids('周五例')).toEqual([]);
    expect(await ids('周五例', 'st-longhua', 'ad-st-1')).toEqual(['rs-05']);
    expect(await ids('冯八例', 'ds-tiefeng', DISTRICT)).toEqual(['rs-08']);
    expect(await cloud.call(MANAGER, 'people.find', { text: '周', orgId: 'st-longhua' })).toMatchObject({
      code: 'UNIT_NOT_YOURS',
    });
  });

  it('by an estate that another door’s number would fit as well', async () => {
    expect(await ids('灯塔院12号楼')).toEqual(['rs-01']);
    expect(await ids('别的院12号楼')).toEqual([]);
    expect(await ids('1号楼')).toEqual([]);
  });

  it('page by page, each once, in three reads', async () => {
    for (let i = 0; i < 45; i += 1)
      await cloud.ok('ag-01', 'cases.intake', { ...told, name: `何家${i}`, phone: `155000${10_000 + i}` });
    const seen: string[] = [];
    for (let cursor: string | undefined, pages = 0; pages < 4; pages += 1) {
      const page = await find('何家', { cursor });
      seen.push(...page.people.map(({ id }) => id));
      ({ cursor } = page);
      if (cursor === undefined) break;
    }
    expect(seen).toHaveLength(45);
    expect(new Set(seen).size).toBe(45);
    const [call] = (await cloud.local<Call[]>('calls')).slice(-1);
    expect(call?.reads).toBeLessThanOrEqual(3);
  });

  it.each([{ text: ' ' }, { text: 'a'.repeat(81) }])('is refused %j', async (input) => {
    expect(await cloud.call(MANAGER, 'people.find', { orgId, ...input })).toMatchObject({
      code: 'BAD_INPUT',
      fields: { text: expect.any(String) },
    });
  });

  it.each(['不存在的人', '(.*', '$ne', '𠮷'])('finds nobody by %s', async (text) => {
    expect(await ids(text)).toEqual([]);
  });
});

describe('opening and changing', () => {
  it('opens number and door, and the journal says by whom', async () => {
    const row = await cloud.ok(MANAGER, 'people.look', { personId: 'rs-01' });
    expect(row).toMatchObject({ phone: '04525550124', address: '灯塔院12号楼3单元601' });
    expect(await deeds('rs-01')).toEqual(['person.look']);
  });

  it('edits name, number and door; a new number is not known until staff say so', async () => {
    const changed = await cloud.ok(MANAGER, 'people.change', {
      personId: 'rs-01',
      name: '赵一新',
      phone: '155 0000 0009',
      address: '灯塔院1号楼1单元101',
    });
    expect(changed).toMatchObject({
      name: '赵一新',
      phone: '15500000009',
      changed: { at: MONDAY, by: '白露澄' },
    });
    expect(changed.verified).toBeUndefined();
    expect(await ids('赵一新')).toEqual(['rs-01']);
    expect(await ids('1号楼1单元101')).toEqual(['rs-01']);
    expect(await ids('赵一示')).toEqual([]);
    const known = await cloud.ok(MANAGER, 'people.change', { personId: 'rs-01', verified: true });
    expect(known.verified).toBe('staff');
    expect((await deeds('rs-01')).sort()).toEqual(['person.change', 'person.verify']);
  });

  it('moves a resident to another community; the open case stays', async () => {
    const { caseId } = await cloud.ok('rs-01', 'cases.submit', wish);
    const row = await cloud.ok(MANAGER, 'people.change', { personId: 'rs-01', orgId: 'g-dh-1' });
    expect(row).toMatchObject({ orgId: 'cm-donghu', orgName: '东湖社区' });
    expect((await viewOf(cloud, MANAGER, caseId)).state).toBe('offered');
    expect(await cloud.call(MANAGER, 'people.look', { personId: 'rs-01' })).toMatchObject({
      code: 'PERSON_NOT_YOURS',
    });
  });

  it('of an agent changes the name on the roster, too', async () => {
    await cloud.ok(MANAGER, 'people.change', { personId: 'ag-01', name: '立春新', phone: '15500000008' });
    const { agents } = await cloud.ok(MANAGER, 'roster.list', { orgId });
    expect(agents.find(({ id }) => id === 'ag-01')).toMatchObject({ name: '立春新', phone: '15500000008' });
  });

  it('leaves the id of an old name to nobody else: who is written down by that name later is another person', async () => {
    const { id } = await writtenDown();
    await cloud.ok(MANAGER, 'people.change', { personId: id, name: '何大娘' });
    const second = await cloud.ok('ag-01', 'cases.intake', { ...told, note: '另一件' });
    const [other] = (await find('何老太')).people;
    expect(other?.id).not.toBe(id);
    expect(second.existing).toBe(false);
  });

  it.each<[string, string, string, object, string]>([
    ['of another community', MANAGER, 'rs-05', {}, 'PERSON_NOT_YOURS'],
    ['who is not there', MANAGER, 'nobody', {}, 'PERSON_NOT_YOURS'],
    ['to a street', MANAGER, 'rs-01', { orgId: 'st-longhua' }, 'PLACE_NOT_A_COMMUNITY'],
    ['to a number that is none', MANAGER, 'rs-01', { phone: '12' }, 'BAD_INPUT'],
  ])('is refused: %s', async (_, person, personId, change, code) => {
    const before = cloud.stored();
    expect(await cloud.call(person, 'people.change', { personId, ...change })).toMatchObject({ code });
    expect(cloud.stored()).toEqual(before);
  });
});

describe('what staff have to look at', () => {
  const checks = async (of: 'shared' | 'unproved', at = orgId, person = MANAGER) =>
    (await cloud.ok(person, 'people.checks', { orgId: at, of })).people.map(({ id }) => id);

  it('is who typed a number that nobody has proved, until staff know it; masked, in the unit and above', async () => {
    expect(await checks('unproved')).toEqual([]);
    const id = await joined();
    const { people } = await cloud.ok(MANAGER, 'people.checks', { orgId, of: 'unproved' });
    expect(people).toMatchObject([{ id, phone: '155****0001' }]);
    expect(await checks('unproved', 'ds-tiefeng', DISTRICT)).toEqual([id]);
    expect(await checks('unproved', 'cm-zhongdong', 'ad-cm-2')).toEqual([]);
    await cloud.ok(MANAGER, 'people.change', { personId: id, verified: true });
    expect(await checks('unproved')).toEqual([]);
    await cloud.ok(NOBODY, 'account.change', { phone: '15500000008' });
    expect(await checks('unproved')).toEqual([id]);
    const { code: phoneCode } = await cloud.local<{ code: string }>('phone-code', { person: NOBODY });
    await cloud.ok(NOBODY, 'account.change', { phoneCode });
    expect(await checks('unproved')).toEqual([]);
  });

  it('is an entry whose number another one has, until they are one or known to be two', async () => {
    const { id: from } = await writtenDown();
    const into = await joined();
    expect([await checks('shared'), await checks('unproved')]).toEqual([[into], []]);
    await cloud.ok(MANAGER, 'people.join', { from, into });
    expect([await checks('shared'), await checks('unproved')]).toEqual([[], [into]]);
    await cloud.ok(MANAGER, 'people.unjoin', { from });
    expect(await checks('shared')).toEqual([into]);
    await cloud.ok(MANAGER, 'people.change', { personId: into, verified: false });
    expect([await checks('shared'), await checks('unproved')]).toEqual([[], [into]]);
  });

  it('is nobody who is known by WeChat’s number, was written down by staff, or has gone', async () => {
    await writtenDown();
    const { code: phoneCode } = await cloud.local<{ code: string }>('phone-code', { person: NOBODY });
    await cloud.ok(NOBODY, 'account.join', { orgId, name: '何小', phoneCode, consent });
    expect(await checks('unproved')).toEqual([]);
  });

  it('is given page by page, each once', async () => {
    for (let i = 2; i < 25; i += 1) {
      const phone = `155000${10_000 + i}`;
      const input = {
        action: 'join',
        requestId: freshId(),
        input: { orgId, name: `何家${i}`, phone, consent },
      };
      await cloud.post('account', input, cloud.tokenOf(`o-many-${i}`));
    }
    const first = await cloud.ok(MANAGER, 'people.checks', { orgId, of: 'unproved' });
    const rest = await cloud.ok(MANAGER, 'people.checks', { orgId, of: 'unproved', cursor: first.cursor });
    expect([first.people.length, rest.people.length, rest.cursor]).toEqual([20, 3, undefined]);
    expect(new Set([...first.people, ...rest.people].map(({ id }) => id)).size).toBe(23);
  });
});

describe('two entries of one person', () => {
  it('become one: who joined finds the cases that staff wrote down, and the number is settled', async () => {
    const { id: from, caseId } = await writtenDown();
    const into = await joined();
    expect((await find('何老太')).people.map(({ shares }) => shares).sort()).toEqual([true, undefined]);
    const answer = await cloud.ok(MANAGER, 'people.join', { from, into });
    expect(answer).toMatchObject({
      cases: 1,
      until: MONDAY + 7 * dayMs,
      person: { id: into, hasWechat: true },
    });
    expect(answer.person.shares).toBeUndefined();
    expect(answer.person.merged).toEqual([{ id: from, name: '何老太', until: MONDAY + 7 * dayMs }]);
    expect(await mine()).toEqual([caseId]);
    expect(await ids('何老太')).toEqual([into]);
    expect(await cloud.ok(MANAGER, 'people.join', { from, into })).toMatchObject({ cases: 1 });
    expect(await deeds(into)).toEqual(expect.arrayContaining(['person.join', 'person.merge']));
  });

  it('the other way round the entry of staff gets the WeChat', async () => {
    const { id: into, caseId } = await writtenDown();
    const from = await joined();
    await cloud.ok(MANAGER, 'people.join', { from, into });
    expect(await mine()).toEqual([caseId]);
    expect((await cloud.ok(NOBODY, 'account.session', {})).person.id).toBe(into);
  });

  it('are two again within a week, with what each had; what came since stays', async () => {
    const { id: from, caseId } = await writtenDown();
    const into = await joined();
    await cloud.ok(MANAGER, 'people.join', { from, into });
    const later = await cloud.ok(NOBODY, 'cases.submit', { ...wish, serviceCode: 'temporary-relief' });
    await cloud.setClock(MONDAY + 6 * dayMs);
    expect(await cloud.ok(MANAGER, 'people.unjoin', { from })).toMatchObject({
      cases: 1,
      person: { id: from },
    });
    expect(await mine()).toEqual([later.caseId]);
    expect((await find('何老太')).people).toHaveLength(2);
    expect(await viewOf(cloud, 'ad-cm-1', caseId)).toMatchObject({ state: expect.any(String) });
    expect(await cloud.call(MANAGER, 'people.unjoin', { from })).toMatchObject({ code: 'UNJOIN_TOO_LATE' });
  });

  it('keep the neighbours’ reports that they have met, too, as one and as two again', async () => {
    const report = async (subtype: string) => {
      const place = { orgId: 'g-xm-1', landmark: '晴川里小区东门路口' };
      const note = '坏了，请来看看';
      return (await cloud.ok('rs-01', 'cases.report', { subtype, note, place })).caseId;
    };
    const [before, after] = [await report('manhole'), await report('streetlight')];
    const { id: into } = await writtenDown();
    const from = await joined();
    const met = async () => (await cloud.ok(NOBODY, 'cases.mine', {})).joined?.map(({ caseId }) => caseId);
    const listOf = async (id: string) =>
      ((await cloud.console.find('people', { _id: id })) as { joined?: string[] }[])[0]?.joined;
    await cloud.ok(NOBODY, 'cases.join', { caseId: before });
    // What waits in the outbox for the one that goes reaches the one that remains.
    const taker = (await viewOf(cloud, MANAGER, before)).assignment?.agentId ?? '';
    await cloud.ok(taker, 'cases.accept', { caseId: before });
    const heard = async () => (await cloud.ok(NOBODY, 'account.inbox', {})).notices.map(({ title }) => title);

    await cloud.ok(MANAGER, 'people.join', { from, into });
    expect(await met()).toEqual([before]);
    expect(await viewOf(cloud, NOBODY, before)).toMatchObject({ parts: ['joiner'], report: { joined: 1 } });
    await cloud.timer('notify');
    expect(await heard()).toEqual(expect.arrayContaining(['您也遇到的有人去办了']));
    await cloud.ok(MANAGER, 'people.join', { from, into });
    expect((await viewOf(cloud, NOBODY, before)).report?.joined).toBe(1);
    await cloud.ok(NOBODY, 'cases.join', { caseId: after });

    await cloud.ok(MANAGER, 'people.unjoin', { from });
    expect(await met()).toEqual([before]);
    expect(await viewOf(cloud, NOBODY, before)).toMatchObject({ parts: ['joiner'], report: { joined: 1 } });
    expect([await listOf(from), await listOf(into)]).toEqual([[before], [after]]);
    await cloud.ok(NOBODY, 'cases.leave', { caseId: before });
    expect(await met()).toBeUndefined();
  });

  it('stay one after a week', async () => {
    const { id: from } = await writtenDown();
    const into = await joined();
    await cloud.ok(MANAGER, 'people.join', { from, into });
    await cloud.setClock(MONDAY + 7 * dayMs);
    expect(await cloud.call(MANAGER, 'people.unjoin', { from })).toMatchObject({ code: 'UNJOIN_TOO_LATE' });
  });

  it('go on where a function died that had moved half of the cases', async () => {
    const { id: from, caseId } = await writtenDown();
    const second = await cloud.ok('ag-01', 'cases.intake', { ...told, serviceCode: 'temporary-relief' });
    const into = await joined();
    await cloud.local('kill', { function: 'people', after: 14 });
    expect(await cloud.call(MANAGER, 'people.join', { from, into })).toMatchObject({ ok: false });
    await cloud.ok(MANAGER, 'people.join', { from, into });
    expect((await mine()).sort()).toEqual([caseId, second.caseId].sort());
  });

  it.each<[string, string, string, string, string]>([
    ['itself', MANAGER, 'rs-01', 'rs-01', 'SAME_PERSON'],
    ['a member of staff into a resident', MANAGER, 'ag-01', 'rs-01', 'JOIN_STAFF'],
    ['somebody of another community', MANAGER, 'rs-05', 'rs-01', 'PERSON_NOT_YOURS'],
    ['into somebody of another community', MANAGER, 'rs-01', 'rs-05', 'PERSON_NOT_YOURS'],
    ['into nobody', MANAGER, 'rs-01', 'none', 'PERSON_NOT_YOURS'],
  ])('are refused: %s', async (_, person, from, into, code) => {
    const before = cloud.stored();
    expect(await cloud.call(person, 'people.join', { from, into })).toMatchObject({ code });
    expect(cloud.stored()).toEqual(before);
  });
});

describe('who goes', () => {
  const give = async (resident: string, agentId: string, serviceCode: string = wish.serviceCode) => {
    const { caseId } = await cloud.ok(resident, 'cases.submit', { ...wish, serviceCode });
    const { assignment } = await viewOf(cloud, 'ad-st-1', caseId);
    if (assignment?.agentId !== agentId) await cloud.ok('ad-st-1', 'cases.assign', { caseId, agentId });
    await cloud.ok(agentId, 'cases.accept', { caseId });
    return caseId;
  };

  it('is shown first what would go to whom, and nothing is written', async () => {
    const caseId = await give('rs-01', 'ag-01');
    const before = cloud.stored();
    const { left, posts } = await cloud.ok(MANAGER, 'people.deactivate', { personId: 'ag-01', dryRun: true });
    expect(left.cases).toEqual([
      expect.objectContaining({ caseId, agentName: expect.stringMatching(/^(?!立春晓)/) }),
    ]);
    expect(left.grids.map(({ id }) => id)).toEqual(['g-xm-1', 'g-xm-2']);
    expect(posts).toEqual([]);
    expect(cloud.stored()).toEqual(before);
  });

  it('leaves nothing behind: cases, grids, post and WeChat', async () => {
    const caseId = await give('rs-01', 'ag-01');
    const { left } = await cloud.ok(MANAGER, 'people.deactivate', { personId: 'ag-01' });
    expect(left.cases).toHaveLength(1);
    expect((await viewOf(cloud, MANAGER, caseId)).assignment?.agentId).not.toBe('ag-01');
    const { agents } = await cloud.ok(MANAGER, 'roster.list', { orgId });
    expect(agents.find(({ id }) => id === 'ag-01')).toMatchObject({ active: false, gridIds: [], open: 0 });
    const covered = agents.filter(({ active }) => active).flatMap(({ gridIds }) => gridIds);
    expect(new Set(covered)).toEqual(new Set(['g-xm-1', 'g-xm-2', 'g-xm-3', 'g-xm-4']));
    expect(await cloud.call('ag-01', 'roster.today', {})).toMatchObject({ code: 'UNKNOWN_PERSON' });
    expect((await find('立春晓')).people).toEqual([
      expect.objectContaining({ goneAt: MONDAY, hasWechat: false }),
    ]);
    expect(await deeds('ag-01')).toEqual(['person.deactivate']);
  });

  it('gives all to the one who was chosen, where that agent can', async () => {
    const caseId = await give('rs-01', 'ag-01');
    const { left } = await cloud.ok(MANAGER, 'people.deactivate', { personId: 'ag-01', to: 'ag-04' });
    expect(left.cases).toEqual([expect.objectContaining({ caseId, agentName: '清明远' })]);
    expect((await viewOf(cloud, MANAGER, caseId)).assignment?.agentId).toBe('ag-04');
  });

  it('gives what the chosen one cannot have to whom the rules choose', async () => {
    await give('rs-01', 'ag-01');
    const input = { personId: 'ag-01', to: 'ag-02' };
    const shown = await cloud.ok(MANAGER, 'people.deactivate', { ...input, dryRun: true });
    const { left } = await cloud.ok(MANAGER, 'people.deactivate', input);
    expect(left).toEqual(shown.left);
    expect(left.cases[0]?.agentName).not.toBe('雨水清');
    expect(left.grids.map(({ agentName }) => agentName)).toEqual(['雨水清', '雨水清']);
  });

  it('goes on where a function died, and is the same when it is asked for again', async () => {
    const caseId = await give('rs-01', 'ag-01');
    await cloud.local('kill', { function: 'people', after: 26 });
    await cloud.call(MANAGER, 'people.deactivate', { personId: 'ag-01' });
    await cloud.ok(MANAGER, 'people.deactivate', { personId: 'ag-01' });
    await cloud.ok(MANAGER, 'people.deactivate', { personId: 'ag-01' });
    expect((await viewOf(cloud, MANAGER, caseId)).assignment?.agentId).not.toBe('ag-01');
  });

  it('whoever is the last of a community’s agents cannot go before another is there', async () => {
    for (const personId of ['ag-01', 'ag-02']) await cloud.ok(MANAGER, 'people.deactivate', { personId });
    expect(await cloud.call(MANAGER, 'people.deactivate', { personId: 'ag-03' })).toMatchObject({
      code: 'GRID_UNCOVERED',
      fields: { personId: expect.stringContaining('先邀请') },
    });
  });

  it('a manager who goes while their page is open meets a refusal at the next tap, and their invitations are dead', async () => {
    const offer = { role: 'agent', orgId, name: '小吴', phone: '15500000101' } as const;
    const { invitation } = await cloud.ok(MANAGER, 'people.invite', offer);
    await cloud.ok(MANAGER, 'cases.board', { orgId });
    await cloud.ok('ad-st-1', 'people.deactivate', { personId: MANAGER });
    expect(await cloud.call(MANAGER, 'cases.board', { orgId })).toMatchObject({ code: 'UNKNOWN_PERSON' });
    expect(await cloud.call(MANAGER, 'people.invite', offer)).toMatchObject({ code: 'UNKNOWN_PERSON' });
    expect(await cloud.call(NOBODY, 'account.invitation', { invitation })).toMatchObject({
      code: 'INVITATION_OVER',
    });
    const { units } = await cloud.ok(DISTRICT, 'admin.units', {});
    expect(units.find(({ id }) => id === orgId)?.managers).toEqual([]);
  });

  it('who was let go can be invited again, with the same WeChat', async () => {
    await cloud.ok(MANAGER, 'people.deactivate', { personId: 'ag-02' });
    const offer = { role: 'agent', orgId, name: '雨水清', phone: '15500000102' } as const;
    const { digits } = await cloud.ok(MANAGER, 'people.invite', offer);
    const input = { digits, phone: offer.phone, consent };
    const call = { action: 'accept', requestId: freshId(), input };
    const reply = (await cloud.post('account', call, cloud.token('ag-02'))) as Reply<unknown>;
    expect(reply).toMatchObject({ ok: true });
    expect((await cloud.ok('ag-02', 'roster.today', {})).isOnDuty).toBe(true);
  });

  it('the last admin cannot lock themselves out; of two who end each other at once one stays', async () => {
    expect(await cloud.call(DISTRICT, 'people.deactivate', { personId: DISTRICT })).toMatchObject({
      code: 'LAST_ADMIN',
      fields: { personId: expect.any(String) },
    });
    const { digits } = await cloud.ok(DISTRICT, 'people.invite', {
      role: 'manager',
      orgId: 'ds-tiefeng',
      name: '小吴',
      phone: '15500000101',
    });
    const { person } = await cloud.ok(NOBODY, 'account.accept', { digits, phone: '15500000101', consent });
    const answers = await Promise.all([
      cloud.call(DISTRICT, 'people.deactivate', { personId: person.id }),
      cloud.call(NOBODY, 'people.deactivate', { personId: DISTRICT }),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it.each<[string, string, object, string]>([
    ['a manager above', MANAGER, { personId: 'ad-st-1' }, 'PERSON_NOT_YOURS'],
    ['an agent of another community', MANAGER, { personId: 'ag-04' }, 'PERSON_NOT_YOURS'],
    ['a resident, who has no post', MANAGER, { personId: 'rs-01' }, 'NO_POST_TO_END'],
    ['nobody', MANAGER, { personId: 'none' }, 'PERSON_NOT_YOURS'],
    ['to themselves', MANAGER, { personId: 'ag-01', to: 'ag-01' }, 'AGENT_NOT_FOUND'],
    ['to an agent of another street', MANAGER, { personId: 'ag-01', to: 'ag-07' }, 'AGENT_NOT_FOUND'],
  ])('is refused: %s', async (_, person, input, code) => {
    const before = cloud.stored();
    expect(await cloud.call(person, 'people.deactivate', input as Input<'people.deactivate'>)).toMatchObject({
      code,
      fields: expect.any(Object),
    });
    expect(cloud.stored()).toEqual(before);
  });
});
