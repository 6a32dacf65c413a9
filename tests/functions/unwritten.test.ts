import { type Action, type ActionName, contract } from '../../contract/actions';
import type { ErrorCode } from '../../contract/errors';
import { type TestCloud, freshId, startTestCloud } from '../support/cloud';
import { itemOf } from '../support/world';
import { AGENT, DISTRICT, MANAGER, STREET, finish, viewOf } from './finished';

/** A refusal writes nothing: the whole store is the same before and after each kind of refusal of each action that writes. */
let cloud: TestCloud;
const cases = { offered: '', held: '', waiting: '', done: '', rated: '' };

const ask = async (resident: string, serviceCode: string) =>
  (await cloud.ok(resident, 'cases.submit', { serviceCode, mode: 'counter', note: '想请您代办' })).caseId;
const give = async (caseId: string) => {
  const { assignment } = await viewOf(cloud, STREET, caseId);
  if (assignment?.agentId !== AGENT) await cloud.ok(STREET, 'cases.assign', { caseId, agentId: AGENT });
  await cloud.ok(AGENT, 'cases.accept', { caseId });
  return caseId;
};

beforeAll(async () => {
  cloud = await startTestCloud();
  cases.done = await finish(cloud, 'rs-03');
  cases.rated = await finish(cloud, 'rs-04');
  await cloud.ok('rs-04', 'reviews.submit', { caseId: cases.rated, level: 'dissatisfied', text: '白跑三趟' });
  cases.held = await give(await ask('rs-02', 'disability-certificate'));
  await cloud.ok(MANAGER, 'cases.whistle', {
    caseId: cases.held,
    orgId: 'st-longhua',
    question: '能借个轮椅吗？',
  });
  cases.waiting = await give(await ask('rs-02', 'temporary-relief'));
  await cloud.ok(AGENT, 'cases.ask', { caseId: cases.waiting, text: '户口簿' });
  cases.offered = await ask('rs-01', 'disability-certificate');
  await cloud.ok(STREET, 'cases.assign', { caseId: cases.offered, agentId: AGENT });
  await cloud.ok('rs-01', 'cases.urge', { caseId: cases.offered });
  await cloud.ok(AGENT, 'roster.leave', { from: '2026-12-07', to: '2026-12-08', why: '事假' });
  await cloud.timer('notify');
}, 300_000);
afterAll(() => cloud.close());

type Row = [person: string, action: ActionName, input: () => object, code: ErrorCode];
const of =
  (name: keyof typeof cases, more: object = {}) =>
  () => ({ caseId: cases[name], ...more });
const wish = { serviceCode: 'disability-certificate', mode: 'counter', note: '想办残疾证' };
const told = { channel: 'phone', name: '何老太', phone: '15500000001', ...wish };
const entry = {
  agentId: AGENT,
  gridIds: ['g-nowhere'],
  skills: ['残疾人服务'],
  dutyWeekdays: [1],
  dutyHours: ['08:30', '17:00'],
  onCallWeekdays: [],
  dailyCapacity: 5,
  homeVisitCapacity: 5,
  active: true,
};
const asked = { question: '几岁能领？', answer: '八十岁', source: { kind: 'link', name: '官网' } };
const draft = itemOf('disability-certificate');
const keeping = {
  days: { inbox: 365, invitations: 365, importRows: 365, requests: 1500, looks: 1500 },
  archive: [],
};
const hours = { open: [['09:00', '08:00']], saturday: [] };

/** What the rules refuse, action by action. */
const rows: Row[] = [
  ['rs-05', 'cases.submit', () => ({ ...wish, serviceCode: 'nothing' }), 'SERVICE_NOT_FOUND'],
  ['rs-05', 'cases.submit', () => ({ ...wish, subtype: 'manhole' }), 'SUBTYPE_NOT_FOUND'],
  [
    'rs-05',
    'cases.submit',
    () => ({ ...wish, mode: 'appointment', appointment: '2026-11-20T09:00' }),
    'APPOINTMENT_PAST',
  ],
  [AGENT, 'cases.intake', () => ({ ...told, serviceCode: 'nothing' }), 'SERVICE_NOT_FOUND'],
  [AGENT, 'cases.intake', () => ({ ...told, subtype: 'manhole' }), 'SUBTYPE_NOT_FOUND'],
  [MANAGER, 'cases.intake', () => ({ ...told, mode: 'home-visit' }), 'ADDRESS_NEEDED'],
  [
    MANAGER,
    'cases.intake',
    () => ({ ...told, mode: 'appointment', appointment: '2026-11-20T09:00' }),
    'APPOINTMENT_PAST',
  ],
  [DISTRICT, 'cases.intake', () => told, 'FORBIDDEN'],
  ['ag-05', 'cases.accept', of('offered'), 'CASE_TAKEN'],
  [AGENT, 'cases.accept', of('held'), 'STATE_NOT_ALLOWED'],
  ['ag-05', 'cases.decline', of('offered', { reason: '离得太远' }), 'CASE_TAKEN'],
  [AGENT, 'cases.decline', of('done', { reason: '离得太远' }), 'STATE_NOT_ALLOWED'],
  ['ag-04', 'cases.claim', of('held'), 'CASE_TAKEN'],
  [MANAGER, 'cases.assign', of('held', { agentId: 'ag-none' }), 'AGENT_NOT_FOUND'],
  ['ad-cm-2', 'cases.assign', of('held', { agentId: AGENT }), 'NOT_YOUR_CASE'],
  [MANAGER, 'cases.assign', of('done', { agentId: 'ag-04' }), 'STATE_NOT_ALLOWED'],
  [AGENT, 'cases.handover', of('held', { agentId: AGENT, reason: '请假' }), 'AGENT_CANNOT'],
  [AGENT, 'cases.handover', of('held', { agentId: 'ag-none', reason: '请假' }), 'AGENT_NOT_FOUND'],
  [AGENT, 'cases.progress', of('held', { step: 99 }), 'STEP_NOT_FOUND'],
  [MANAGER, 'cases.acknowledge', of('held'), 'NOT_ESCALATED'],
  [MANAGER, 'cases.whistle', of('held', { orgId: 'nowhere', question: '问' }), 'UNIT_NOT_FOUND'],
  [MANAGER, 'cases.whistle', of('held', { orgId: 'st-longhua', question: '问' }), 'UNIT_NOT_SUMMONABLE'],
  [STREET, 'cases.answer', of('held', { whistleId: 'w9', answer: '好' }), 'WHISTLE_NOT_FOUND'],
  [MANAGER, 'cases.rateAnswer', of('held', { whistleId: 'w1', level: 'satisfied' }), 'WHISTLE_OPEN'],
  [MANAGER, 'cases.move', of('held', { orgId: 'st-longhua', reason: '住那边' }), 'UNIT_NOT_A_TARGET'],
  [MANAGER, 'cases.move', of('done', { orgId: 'cm-donghu', reason: '住那边' }), 'STATE_NOT_ALLOWED'],
  [AGENT, 'cases.called', () => ({ callId: 'none', outcome: 'told' }), 'CALL_NOT_FOUND'],
  [AGENT, 'cases.ask', of('waiting', { text: '户口簿' }), 'STATE_NOT_ALLOWED'],
  ['rs-02', 'cases.supply', of('held', { text: '给' }), 'STATE_NOT_ALLOWED'],
  [AGENT, 'cases.complete', of('offered', { result: '好了' }), 'STATE_NOT_ALLOWED'],
  [AGENT, 'cases.terminate', of('done', { reason: '办不了' }), 'STATE_NOT_ALLOWED'],
  [MANAGER, 'cases.reply', of('held', { result: '查过了' }), 'STATE_NOT_ALLOWED'],
  ['rs-03', 'cases.helped', of('done'), 'STATE_NOT_ALLOWED'],
  ['rs-03', 'cases.askOn', of('done', { text: '还有呢' }), 'STATE_NOT_ALLOWED'],
  [AGENT, 'cases.propose', of('done', asked), 'STATE_NOT_ALLOWED'],
  [
    MANAGER,
    'cases.publish',
    () => ({ answerId: 'none', ...asked, reviewOn: '2026-12-31' }),
    'ANSWER_NOT_FOUND',
  ],
  [MANAGER, 'cases.withdraw', () => ({ answerId: 'none', reason: '过时了' }), 'ANSWER_NOT_FOUND'],
  ['rs-05', 'cases.complain', () => ({ about: 'words', note: '网格员骂人' }), 'BAD_INPUT'],
  [
    'rs-05',
    'cases.report',
    () => ({ note: '路灯不亮', place: { orgId: 'g-xm-1', landmark: '哈尔滨市道里区中央大街' } }),
    'PLACE_ELSEWHERE',
  ],
  ['rs-05', 'cases.join', of('held'), 'NOT_A_REPORT'],
  ['rs-05', 'cases.leave', of('held'), 'NOT_YOUR_CASE'],
  [MANAGER, 'cases.apart', of('held'), 'NOT_A_REPORT'],
  [MANAGER, 'cases.alike', of('held'), 'NOT_A_REPORT'],
  [MANAGER, 'cases.receive', of('held'), 'STATE_NOT_ALLOWED'],
  [MANAGER, 'cases.callBack', of('done', { result: 'reached' }), 'STATE_NOT_ALLOWED'],
  ['rs-03', 'cases.contest', of('done', { reason: '没查清楚' }), 'STATE_NOT_ALLOWED'],
  ['rs-03', 'cases.wish', of('done'), 'STATE_NOT_ALLOWED'],
  [MANAGER, 'cases.stay', of('held', { reason: '快办好了' }), 'WISH_NOT_OPEN'],
  ['rs-05', 'cases.book', of('held', { appointment: '2026-11-24T10:00' }), 'NOT_YOUR_CASE'],
  ['rs-05', 'cases.callOff', of('held'), 'NOT_YOUR_CASE'],
  ['rs-05', 'cases.miss', of('held'), 'NOT_YOUR_CASE'],
  [AGENT, 'cases.pair', of('held', { why: '家里有大狗' }), 'NO_VISIT'],
  ['ad-cm-2', 'cases.unpair', of('held', { why: '不用' }), 'NOT_YOUR_CASE'],
  [AGENT, 'cases.bring', of('held', { agentId: 'ag-04' }), 'NO_VISIT'],
  ['ag-05', 'cases.arrive', of('held', { code: '1234', at: 0 }), 'CASE_TAKEN'],
  ['rs-02', 'cases.paper', of('held', { paper: 'm99', state: 'has' }), 'PAPER_NOT_FOUND'],
  [AGENT, 'cases.check', of('held', { papers: [{ paper: 'm99' }] }), 'PAPER_NOT_FOUND'],
  ['ag-05', 'cases.keep', of('held', { what: '户口簿', where: '家里' }), 'CASE_TAKEN'],
  [AGENT, 'cases.lodge', of('held', { custody: 'o1', where: '窗口' }), 'ORIGINAL_NOT_FOUND'],
  [AGENT, 'cases.giveBack', of('held', { custody: 'o1', to: '本人', where: '家里' }), 'ORIGINAL_NOT_FOUND'],
  ['rs-02', 'cases.confirm', of('held', { custody: 'o1' }), 'ORIGINAL_NOT_FOUND'],
  ['rs-02', 'cases.deny', of('held', { custody: 'o1', text: '没给过' }), 'ORIGINAL_NOT_FOUND'],
  ['ad-cm-2', 'cases.inspect', of('held', { why: '核对' }), 'NOT_YOUR_CASE'],
  ['rs-01', 'cases.urge', of('offered'), 'URGED_ALREADY'],
  ['rs-03', 'cases.say', of('done', { text: '谢谢' }), 'STATE_NOT_ALLOWED'],
  ['rs-01', 'cases.reopen', of('offered', { reason: '没办成' }), 'STATE_NOT_ALLOWED'],
  ['rs-02', 'cases.reopen', of('done', { reason: '没办成' }), 'NOT_YOUR_CASE'],
  [MANAGER, 'cases.take', of('done'), 'RECTIFY_NOT_NOW'],
  [MANAGER, 'cases.verify', of('done', { isUpheld: true, findings: '属实' }), 'RECTIFY_NOT_NOW'],
  [MANAGER, 'cases.mend', of('rated', { outcome: 'mended', text: '改了' }), 'RECTIFY_NOT_NOW'],
  [MANAGER, 'cases.phone', of('rated', { result: 'refused' }), 'RECTIFY_NOT_NOW'],
  ['ad-cm-2', 'cases.contact', of('held', { why: '看看' }), 'NOT_YOUR_CASE'],
  [MANAGER, 'cases.contact', () => ({ caseId: 'nothing', why: '看看' }), 'NOT_YOUR_CASE'],
  ['rs-03', 'cases.cancel', of('done'), 'STATE_NOT_ALLOWED'],
  [
    'rs-01',
    'cases.authorise',
    of('offered', { to: 'agent', acts: ['papers'], signed: 'paper' }),
    'MANDATE_NO_ONE',
  ],
  ['rs-03', 'cases.share', of('done'), 'STATE_NOT_ALLOWED'],
  ['rs-05', 'cases.unshare', of('held'), 'NOT_YOUR_CASE'],
  ['rs-02', 'cases.revoke', of('held', { mandateId: 'x' }), 'MANDATE_NOT_FOUND'],
  [AGENT, 'cases.show', of('held', { mandateId: 'x' }), 'MANDATE_NOT_FOUND'],
  [AGENT, 'cases.renew', of('held', { mandateId: 'x' }), 'MANDATE_NOT_FOUND'],
  ['rs-02', 'cases.dismiss', of('held'), 'FAMILY_NOT_FOUND'],
  ['rs-02', 'cases.identify', of('held', { idNumber: '230200195405061220' }), 'ID_NUMBER_NOT_NEEDED'],
  [AGENT, 'cases.reveal', of('held'), 'ID_NUMBER_MISSING'],
  ['rs-02', 'privacy.ask', () => ({ kind: 'leave' }), 'LEAVING_CASES_OPEN'],
  ['rs-05', 'privacy.takeBack', () => ({ id: `dr-${'0'.repeat(20)}` }), 'REQUEST_NOT_FOUND'],
  ['rs-05', 'privacy.unpublish', of('done'), 'NOT_YOUR_CASE'],
  ['rs-05', 'privacy.dropPhotos', of('done'), 'NOT_YOUR_CASE'],
  [MANAGER, 'privacy.decide', () => ({ id: `dr-${'0'.repeat(20)}`, yes: true }), 'REQUEST_NOT_FOUND'],
  [
    MANAGER,
    'privacy.askFor',
    () => ({ personId: 'rs-05', kind: 'leave', paper: '申请书' }),
    'PERSON_NOT_YOURS',
  ],
  [MANAGER, 'privacy.copyFor', () => ({ personId: 'rs-05', paper: '申请书' }), 'PERSON_NOT_YOURS'],
  [MANAGER, 'privacy.setKeeping', () => ({ orgId: 'cm-xinmin', version: 0, ...keeping }), 'UNIT_NOT_YOURS'],
  [MANAGER, 'privacy.assess', () => ({ orgId: 'st-longhua' }), 'UNIT_NOT_YOURS'],
  [MANAGER, 'units.chain', () => ({ orgId: 'st-longhua', from: '2026-11-23' }), 'UNIT_NOT_YOURS'],
  ['rs-05', 'cases.submit', () => ({ ...wish, familyId: 'f-1' }), 'FAMILY_NOT_FOUND'],
  [
    'rs-05',
    'cases.submitBundle',
    () => ({ bundle: 'birth', parts: ['birth-registration'], mode: 'online' }),
    'BAD_INPUT',
  ],
  ['rs-02', 'cases.goOn', of('held'), 'PART_NOT_ASKED'],
  ['rs-02', 'reviews.submit', of('held', { level: 'satisfied' }), 'NOT_FINISHED'],
  ['rs-04', 'reviews.submit', of('rated', { level: 'satisfied' }), 'ALREADY_REVIEWED'],
  ['rs-03', 'reviews.submit', of('done', { level: 'satisfied', tags: ['推来推去'] }), 'BAD_INPUT'],
  [MANAGER, 'reviews.submit', of('done', { level: 'satisfied' }), 'RATES_THEMSELVES'],
  ['rs-03', 'reviews.add', of('done', { text: '再说一句' }), 'REVIEW_NOT_FOUND'],
  [AGENT, 'reviews.appeal', () => ({ entryId: 'none', reason: '冤枉' }), 'ENTRY_NOT_FOUND'],
  [STREET, 'reviews.judge', of('rated', { isUpheld: true, why: '查过' }), 'APPEAL_NOT_FOUND'],
  [MANAGER, 'reviews.moderate', of('rated', { wall: 'shown' }), 'NOT_FOR_THE_WALL'],
  [MANAGER, 'reviews.draw', () => ({ orgId: 'cm-xinmin', period: '2026-11' }), 'PERIOD_NOT_OVER'],
  [MANAGER, 'reviews.draw', () => ({ orgId: 'cm-xinmin', period: '2020-01' }), 'NOTHING_TO_DRAW'],
  [MANAGER, 'reviews.recordCall', () => ({ callbackId: 'none', result: 'refused' }), 'CALLBACK_NOT_FOUND'],
  [STREET, 'metrics.setRanking', () => ({ orgId: 'st-longhua', on: true, why: '比一比' }), 'NO_PERSONS_HERE'],
  [MANAGER, 'metrics.export', () => ({ orgId: 'cm-xinmin', table: 'persons', format: 'csv' }), 'RANKING_OFF'],
  [AGENT, 'metrics.pack', () => ({ quarter: '2026-Q4' }), 'QUARTER_NOT_OVER'],
  [MANAGER, 'metrics.form', () => ({ orgId: 'cm-xinmin', quarter: '2026-Q4' }), 'QUARTER_NOT_OVER'],
  [AGENT, 'roster.face', () => ({ photo: 'cloud://none' }), 'BAD_INPUT'],
  [AGENT, 'roster.leave', () => ({ from: '2026-12-08', to: '2026-12-09', why: '事假' }), 'LEAVE_OVERLAPS'],
  [AGENT, 'roster.leave', () => ({ from: '2026-12-09', to: '2026-12-01', why: '事假' }), 'RANGE_BACKWARDS'],
  [MANAGER, 'roster.endLeave', () => ({ agentId: 'ag-none', from: '2026-12-07' }), 'AGENT_NOT_FOUND'],
  [MANAGER, 'roster.set', () => entry, 'GRID_NOT_THEIRS'],
  ['ad-cm-2', 'roster.set', () => entry, 'UNIT_NOT_YOURS'],
  [MANAGER, 'roster.setHours', () => ({ orgId: 'cm-xinmin', hours }), 'HOURS_WRONG'],
  [
    MANAGER,
    'units.change',
    () => ({ do: 'add', above: 'cm-xinmin', name: '新民第一网格' }),
    'UNIT_NAME_TAKEN',
  ],
  [MANAGER, 'units.change', () => ({ do: 'edit', orgId: 'nowhere', name: '新' }), 'UNIT_NOT_FOUND'],
  [DISTRICT, 'units.change', () => ({ do: 'close', orgId: 'cm-xinmin' }), 'UNIT_IN_USE'],
  [
    MANAGER,
    'units.regrid',
    () => ({ from: '2026-11-23', moves: [{ grid: 'g-xm-1', to: 'g-xm-1' }], dryRun: false }),
    'UNIT_CANNOT_BE_THERE',
  ],
  [MANAGER, 'units.unplan', () => ({ id: 'none' }), 'UNIT_NOT_FOUND'],
  [MANAGER, 'catalog.draft', () => ({ code: 'other', item: draft }), 'BAD_INPUT'],
  [MANAGER, 'catalog.draft', () => ({ code: draft.code, item: draft, rev: 7 }), 'CATALOG_CHANGED'],
  [MANAGER, 'catalog.publish', () => ({ code: draft.code }), 'UNIT_NOT_YOURS'],
  [DISTRICT, 'catalog.publish', () => ({ code: draft.code }), 'DRAFT_NOT_FOUND'],
  [DISTRICT, 'catalog.drop', () => ({ code: draft.code }), 'DRAFT_NOT_FOUND'],
  [DISTRICT, 'catalog.restore', () => ({ code: draft.code, version: 3 }), 'VERSION_NOT_FOUND'],
  [DISTRICT, 'catalog.reviewed', () => ({ code: 'nothing' }), 'SERVICE_NOT_FOUND'],
  [
    MANAGER,
    'catalog.offer',
    () => ({ code: draft.code, orgId: 'cm-xinmin', own: { promisedWorkingDays: 99 } }),
    'BAD_INPUT',
  ],
  [
    DISTRICT,
    'catalog.learn',
    () => ({ code: draft.code, subtype: 'nothing', words: ['红本本'] }),
    'SUBTYPE_NOT_FOUND',
  ],
  [DISTRICT, 'catalog.start', () => ({ codes: ['nothing'] }), 'SERVICE_NOT_FOUND'],
  [MANAGER, 'admin.setPolicy', () => ({ orgId: 'cm-xinmin', version: 7, own: {} }), 'POLICY_CHANGED'],
  ['ad-cm-2', 'admin.setPolicy', () => ({ orgId: 'cm-xinmin', version: 0, own: {} }), 'UNIT_NOT_YOURS'],
  [MANAGER, 'admin.retry', () => ({ orgId: 'cm-xinmin', noticeId: 'none' }), 'NOTICE_NOT_FOUND'],
  [
    'nobody',
    'account.begin',
    () => ({ code: 'ABCDEFGHJKLM', name: '周大姐', phone: '15500000101' }),
    'BEGIN_CLOSED',
  ],
  [
    'nobody',
    'account.join',
    () => ({ code: 'ABCDEFGH', name: '何老太', phone: '15500000101', consent: true }),
    'PLACE_CODE_UNKNOWN',
  ],
  ['nobody', 'account.broke', () => ({ words: ' ', page: 'p', version: '1' }), 'BAD_INPUT'],
  [
    'rs-05',
    'account.setFamily',
    () => ({ relation: 'parent', name: '李秀英', orgId: 'st-longhua', asked: true }),
    'PLACE_NOT_A_COMMUNITY',
  ],
  [
    'rs-05',
    'account.setFamily',
    () => ({ relation: 'child', name: '周五例', orgId: 'cm-zhongdong', asked: true }),
    'FAMILY_IS_SELF',
  ],
  ['rs-05', 'account.dropFamily', () => ({ familyId: '' }), 'BAD_INPUT'],
  ['rs-05', 'account.answerFamily', () => ({ askerId: 'rs-06', agrees: false }), 'FAMILY_NOT_FOUND'],
  ['rs-05', 'account.change', () => ({ orgId: 'st-longhua' }), 'PLACE_NOT_A_COMMUNITY'],
  [
    'nobody',
    'account.accept',
    () => ({ digits: '000000', phone: '15500000101', consent: true }),
    'INVITATION_NOT_FOUND',
  ],
  [
    MANAGER,
    'people.invite',
    () => ({ role: 'manager', orgId: 'st-longhua', name: '小吴', phone: '15500000101' }),
    'UNIT_NOT_YOURS',
  ],
  [MANAGER, 'imports.template', () => ({ table: 'residents', orgId: 'st-longhua' }), 'UNIT_NOT_YOURS'],
  [
    MANAGER,
    'imports.start',
    () => ({ table: 'residents', fileId: 'cloud://none', dryRun: false }),
    'IMPORT_FILE_GONE',
  ],
  [MANAGER, 'imports.undo', () => ({ importId: '0'.repeat(24) }), 'IMPORT_NOT_FOUND'],
  [MANAGER, 'people.look', () => ({ personId: 'rs-05' }), 'PERSON_NOT_YOURS'],
  [MANAGER, 'people.change', () => ({ personId: 'rs-05', name: '别人' }), 'PERSON_NOT_YOURS'],
  [MANAGER, 'people.join', () => ({ from: 'ag-01', into: 'rs-01' }), 'JOIN_STAFF'],
  [MANAGER, 'people.unjoin', () => ({ from: 'rs-01' }), 'UNJOIN_TOO_LATE'],
  [DISTRICT, 'people.deactivate', () => ({ personId: DISTRICT }), 'LAST_ADMIN'],
  [MANAGER, 'people.revoke', () => ({ id: '000000000000' }), 'INVITATION_NOT_FOUND'],
  [MANAGER, 'admin.tryMessage', () => ({ orgId: 'cm-xinmin', kind: 'progress' }), 'UNIT_NOT_YOURS'],
  [MANAGER, 'admin.clearAlarm', () => ({ orgId: 'cm-xinmin', alarmId: 'none' }), 'UNIT_NOT_YOURS'],
];

const post = async (token: string, name: string, input: unknown, requestId: string = freshId()) => {
  const [fn = '', action] = name.split('.');
  return cloud.post(fn, { action, requestId, input }, token);
};

it.each(rows)('%s may not %s', async (person, name, input, code) => {
  const before = cloud.stored();
  expect(await post(cloud.token(person), name, input())).toMatchObject({ ok: false, code });
  expect(cloud.stored()).toEqual(before);
});

/**
 * Of what is the caller's own, and is refused for a wrong form alone. The place for a photo is in the caller's own folder: whose case it may hang on is
 * asked where it is handed on.
 */
const own: ActionName[] = [
  'cases.upload',
  'privacy.copy',
  'account.read',
  'account.setNotices',
  'account.subscribed',
  'roster.duty',
];
const all = new Map(
  Object.entries(contract).flatMap(([fn, actions]) =>
    Object.entries<Action>(actions).map(([name, action]) => [`${fn}.${name}`, action] as const),
  ),
);
const writing = [...all].flatMap(([name, { writes }]) => (writes ? name : []));

it('has a refusal of every action that writes', () => {
  const refused = new Set<string>([...rows.map(([, name]) => name), ...own]);
  expect(writing.filter((name) => !refused.has(name))).toEqual([]);
});

it.each(writing)(
  '%s: a wrong form, a missing id, no identity and another role write nothing',
  async (name) => {
    const before = cloud.stored();
    for (const person of ['rs-05', 'ag-05', 'ad-cm-2']) {
      expect(await post(cloud.token(person), name, { bogus: true })).toMatchObject({ ok: false });
      expect(await post(cloud.token(person), name, {}, '')).toMatchObject({ ok: false });
    }
    const isForAll = all.get(name)?.roles.length === 0;
    expect(await post(cloud.tokenOf('o-stranger'), name, {})).toMatchObject({
      code: isForAll ? 'BAD_INPUT' : 'UNKNOWN_PERSON',
    });
    expect(await post('x', name, {})).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(cloud.stored()).toEqual(before);
  },
);

it('sees what is written: the same look tells a submit apart', async () => {
  const before = cloud.stored();
  await ask('rs-05', 'disability-certificate');
  expect(cloud.stored()).not.toEqual(before);
});
