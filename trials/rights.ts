import type { ActionName, Reply } from '../contract/actions';
import { type Part, doersOf, isDeed } from '../contract/deeds';
import services from '../config/content/services.zh.json';
import { type Outcome, type Trial, collector } from './trial';
import {
  type CaseName,
  type World,
  actionNames,
  everybody,
  gone,
  inWorld,
  overseen,
  partsOf,
  requestId,
  roleOf,
  rowOf,
} from './world';

type Given = Record<string, unknown>;

/**
 * Whom an action is for, written down once more, apart from the functions' own table: who is not named must be refused. A new action without
 * its line does not compile, and fails the trial.
 */
type Line =
  /** everybody whom the contract gives it to, or these of them; what it shows is public, or the caller's own */
  | { of: 'own'; input: (at: World) => Given; who?: (who: string) => boolean }
  /** who oversees the unit that the input names */
  | { of: 'unit'; input: (orgId: string, at: World) => Given; units?: readonly string[] }
  /** who answers for the whole district */
  | { of: 'district'; input: (at: World) => Given }
  /** who has one of these parts in the case, in `isAlone` only while it is in hand; of a deed those whom the table of deeds names */
  | {
      of: 'case';
      at: CaseName;
      input: (caseId: string) => Given;
      parts?: readonly Part[];
      leaves?: string;
      isAlone?: true;
    }
  /** who oversees the unit that a record belongs to; `known` where everybody may know that there is such a one */
  | {
      of: 'thing';
      unit: string;
      id: (at: World) => string;
      input: (id: string) => Given;
      known?: true;
      leaves?: string;
    };

type OfCase = Extract<Line, { of: 'case' }>;
const own = (input: Given = {}): Line => ({ of: 'own', input: () => input });
const units = ['cm-xinmin', 'st-longhua', 'ds-tiefeng', 'cm-zhongdong', 'st-donghu'];
const unit = (more: Given = {}, at = units): Line => ({
  of: 'unit',
  input: (orgId) => ({ orgId, ...more }),
  units: at,
});
const district = (input: Given): Line => ({ of: 'district', input: () => input });
const kase = (at: CaseName, more: Given = {}, parts?: readonly Part[], leaves?: string): OfCase => ({
  of: 'case',
  at,
  input: (caseId) => ({ caseId, ...more }),
  ...(parts ? { parts } : {}),
  ...(leaves ? { leaves } : {}),
});
const thing = (
  of: string,
  id: (at: World) => string,
  input: (id: string) => Given,
  more: { known?: true; leaves?: string } = {},
): Line => ({ of: 'thing', unit: of, id, input, ...more });
const person = (more: Given = {}, leaves?: string): Line =>
  thing(
    'cm-xinmin',
    () => 'rs-01',
    (personId) => ({ personId, ...more }),
    leaves ? { leaves } : {},
  );
const agent = (more: Given = {}): Line =>
  thing(
    'cm-xinmin',
    () => 'ag-01',
    (agentId) => ({ agentId, ...more }),
    { known: true },
  );

const anyPart: readonly Part[] = [
  'resident',
  'asker',
  'joiner',
  'agent',
  'colleague',
  'companion',
  'candidate',
  'manager',
  'summoned',
];
const item = 'disability-certificate';
const wish = { serviceCode: item, mode: 'counter', note: '想请您代办' };
const draft = services.items.find(({ code }) => code === item);
const source = { kind: 'link', name: '区民政局网站' };
const said = { question: '高龄津贴几岁能领？', answer: '八十岁起领', source };
const hours = { open: [['08:30', '17:00']], saturday: [] };
const rosterEntry = {
  gridIds: ['g-xm-1', 'g-xm-2'],
  skills: ['残疾人服务'],
  dutyWeekdays: [1, 2, 3, 4, 5],
  dutyHours: ['08:30', '17:00'],
  onCallWeekdays: [],
  dailyCapacity: 8,
  homeVisitCapacity: 4,
  active: true,
};

export const lines: Record<ActionName, Line> = {
  'account.session': own(),
  'account.inbox': own(),
  'account.read': own({ upTo: 1 }),
  'account.notices': own(),
  'account.setNotices': own({ quiet: true, muted: [] }),
  'account.subscribed': own({ accepted: [], refused: [] }),
  'account.begin': own({ code: 'ABCDEFGHJKLM', name: '周大姐', phone: '15500000101' }),
  'account.join': own({ code: 'ABCDEFGH', name: '周大姐', phone: '15500000101', consent: true }),
  'account.change': own({ name: '改名字' }),
  'account.family': own(),
  'account.setFamily': own({ relation: 'parent', name: '李秀英', orgId: 'cm-xinmin', asked: true }),
  'account.dropFamily': own({ familyId: 'f-none' }),
  'account.answerFamily': own({ askerId: 'rs-02', agrees: true }),
  'account.invitation': own({ digits: '000000', phone: '15500000101' }),
  'account.accept': own({ digits: '000000', phone: '15500000101', consent: true }),
  'account.broke': own({ words: '出错了', page: 'pages/home', version: '1' }),
  'admin.policy': unit(),
  'admin.setPolicy': unit({ version: 0, own: {} }),
  'admin.units': own(),
  'admin.deliveries': unit(),
  'admin.retry': unit({ noticeId: 'none' }),
  'admin.clearAlarm': district({ orgId: 'ds-tiefeng', alarmId: 'none' }),
  'admin.health': district({ orgId: 'ds-tiefeng' }),
  'admin.check': district({ orgId: 'ds-tiefeng', at: 0 }),
  'admin.tryMessage': district({ orgId: 'ds-tiefeng', kind: 'progress' }),
  'catalog.list': own(),
  'catalog.search': own({ text: '残疾证', isTyping: true }),
  'catalog.bundles': own(),
  'catalog.answers': own(),
  'catalog.detail': own({ code: item }),
  'catalog.picture': own({ picture: 'cloud://none' }),
  'catalog.drafts': own(),
  'catalog.proof': own({ code: item }),
  'catalog.draft': own({ code: item, item: draft }),
  'catalog.versions': own({ code: item }),
  'catalog.starters': own(),
  'catalog.drop': district({ code: item }),
  'catalog.publish': district({ code: item }),
  'catalog.restore': district({ code: item, version: 1 }),
  'catalog.reviewed': district({ code: item }),
  'catalog.learn': district({ code: item, words: ['红本本'] }),
  'catalog.start': district({ codes: [item] }),
  'catalog.local': unit({ code: item }),
  'catalog.offer': unit({ code: item, own: {} }, ['cm-xinmin', 'st-longhua', 'cm-zhongdong', 'st-donghu']),
  'catalog.missed': unit(),
  'cases.slots': own({ orgId: 'cm-xinmin', serviceCode: item, mode: 'appointment' }),
  'cases.shared': { of: 'own', input: (at) => ({ share: at.ids.share }) },
  'cases.submit': own(wish),
  'cases.submitBundle': own({
    bundle: 'birth',
    parts: ['birth-registration'],
    mode: 'counter',
    about: '小宝',
  }),
  'cases.bundle': own({ bundleId: 'none' }),
  // Staff of a community: a street writes nobody down.
  'cases.intake': {
    of: 'own',
    input: () => ({ channel: 'phone', name: '何老太', phone: '15500000001', ...wish }),
    who: (who) => !/^ad-(st|ds)/.test(who),
  },
  'cases.complain': own({ about: 'words', whom: '小区物业', note: '楼道的灯一直不修' }),
  'cases.complainable': own(),
  'cases.report': own({ note: '路灯不亮', place: { orgId: 'g-xm-1', landmark: '东门' } }),
  'cases.nearby': own({ orgId: 'g-xm-1' }),
  'cases.mine': own(),
  'cases.queue': own(),
  'cases.day': own(),
  'cases.pool': own(),
  'cases.calls': own(),
  'cases.called': { of: 'own', input: (at) => ({ callId: at.ids.call, outcome: 'told' }) },
  'cases.upload': own({ of: 'cases', ends: ['jpg'] }),
  'cases.pictures': kase('report', {}, ['resident', 'agent', 'manager']),
  'cases.visitors': kase('held', {}, ['resident', 'asker']),
  'cases.detail': kase('held', {}, anyPart),
  'cases.told': kase('held', {}, anyPart),
  'cases.proof': kase('held', {}, ['resident', 'asker', 'manager']),
  'units.caseCode': kase('held', {}, anyPart),
  'cases.candidates': kase('held', {}, ['agent', 'manager']),
  'cases.photos': { ...kase('held', {}, ['resident', 'asker', 'agent']), isAlone: true },
  'cases.proposal': kase('question', {}, ['agent', 'manager']),
  'cases.board': unit(),
  'cases.find': unit({ text: '赵一示' }),
  'cases.absent': unit(),
  'cases.proposals': unit(),
  'cases.publish': thing(
    'cm-zhongdong',
    ({ ids }) => ids.answer,
    (answerId) => ({
      answerId,
      ...said,
      reviewOn: '2026-12-31',
    }),
  ),
  'cases.withdraw': thing(
    'cm-zhongdong',
    ({ ids }) => ids.answer,
    (answerId) => ({ answerId, reason: '过时了' }),
  ),
  // Deeds: who may is said by the table of deeds.
  'cases.accept': kase('held'),
  'cases.decline': kase('held', { reason: '离得太远' }),
  'cases.claim': kase('waiting'),
  'cases.assign': kase('held', { agentId: 'ag-04' }),
  'cases.handover': kase('report', { agentId: 'ag-04', reason: '请假' }),
  'cases.progress': kase('held', { step: 99 }),
  'cases.acknowledge': kase('held'),
  'cases.whistle': kase('report', { orgId: 'st-donghu', question: '能借轮椅吗？' }),
  'cases.answer': kase('held', { whistleId: 'w1', answer: '能借' }),
  'cases.rateAnswer': kase('held', { whistleId: 'w1', level: 'satisfied' }),
  'cases.move': kase('report', { orgId: 'cm-donghu', reason: '住在那边' }),
  'cases.goOn': kase('held'),
  'cases.join': kase('report', {}, [...anyPart, 'bystander']),
  'cases.leave': kase('report'),
  'cases.apart': kase('report'),
  'cases.alike': kase('report'),
  'cases.book': kase('held', { appointment: '2026-11-26T10:00' }),
  'cases.callOff': kase('held'),
  'cases.miss': kase('held'),
  'cases.pair': kase('held', { why: '家里有大狗' }),
  'cases.unpair': kase('held', { why: '狗送走了' }),
  'cases.bring': kase('held', { agentId: 'ag-04' }),
  'cases.arrive': kase('held', { code: '1234', at: 0 }),
  'cases.paper': kase('held', { paper: 'm0', state: 'has' }),
  'cases.check': kase('held', { papers: [{ paper: 'm99' }] }),
  'cases.ask': kase('held', { text: '户口簿' }),
  'cases.supply': kase('held', { text: '给' }),
  'cases.keep': kase('held', { what: '户口簿', where: '家里' }),
  'cases.lodge': kase('held', { custody: 'o1', where: '窗口' }),
  'cases.giveBack': kase('held', { custody: 'o1', to: '本人', where: '家里' }),
  'cases.confirm': kase('held', { custody: 'o1', text: '打电话问过' }),
  'cases.deny': kase('held', { custody: 'o1', text: '没给过' }),
  'cases.inspect': kase('held', { why: '核对材料' }, undefined, 'cases/'),
  'cases.complete': kase('held', { result: '好了' }),
  'cases.receive': kase('complaint'),
  'cases.callBack': kase('complaint', { result: 'reached' }),
  'cases.contest': kase('complaint', { reason: '没查清楚' }),
  'cases.reply': kase('question', { result: '八十岁起领', source }),
  'cases.helped': kase('question'),
  'cases.askOn': kase('question', { text: '七十九呢' }),
  'cases.propose': kase('question', said),
  'cases.terminate': kase('held', { reason: '办不了' }),
  'cases.wish': kase('held'),
  'cases.stay': kase('held', { reason: '快办好了' }),
  'cases.urge': kase('held'),
  'cases.say': kase('held', { text: '谢谢' }),
  'cases.reopen': kase('done', { reason: '没办成' }),
  'cases.take': kase('done'),
  'cases.verify': kase('done', { isUpheld: true, findings: '属实' }),
  'cases.mend': kase('done', { outcome: 'mended', text: '改了' }),
  'cases.phone': kase('done', { result: 'refused' }),
  'cases.contact': kase('held', { why: '打电话' }, undefined, 'cases/'),
  'cases.share': kase('held'),
  'cases.unshare': kase('held'),
  'cases.identify': kase('held', { idNumber: '230200195405061220' }),
  'cases.reveal': kase('held'),
  'cases.authorise': kase('held', { to: 'agent', acts: ['papers'], signed: 'paper' }),
  'cases.revoke': kase('held', { mandateId: 'x' }),
  'cases.show': kase('held', { mandateId: 'x' }),
  'cases.renew': kase('held', { mandateId: 'x' }),
  'cases.dismiss': kase('held'),
  'cases.cancel': kase('held'),
  'privacy.mine': own(),
  'privacy.readers': own(),
  'privacy.copy': own(),
  'privacy.leaving': own(),
  'privacy.ask': {
    of: 'own',
    input: () => ({ kind: 'correct', text: '门牌写错了，是六〇一' }),
  },
  'privacy.takeBack': own({ id: 'dr-0123456789abcdef0123' }),
  'privacy.unpublish': kase('done', {}, ['resident', 'asker']),
  'privacy.dropPhotos': kase('done', {}, ['resident']),
  'privacy.requests': unit({ open: true }),
  'privacy.decide': thing(
    'cm-xinmin',
    ({ ids }) => ids.request,
    (id) => ({ id, yes: true }),
  ),
  'privacy.leavingOf': person(),
  'privacy.askFor': person({ kind: 'correct', text: '门牌写错了', paper: '来站里写的条子' }),
  'privacy.openings': unit(),
  'privacy.readersOf': person(),
  'privacy.keeping': unit(),
  'privacy.setKeeping': district({
    orgId: 'ds-tiefeng',
    version: 0,
    days: { inbox: 400 },
    archive: [],
    items: [{ code: 'disability-certificate', class: 'permanent' }],
  }),
  'privacy.assessments': district({ orgId: 'ds-tiefeng' }),
  'privacy.assess': district({ orgId: 'ds-tiefeng' }),
  'privacy.copyFor': person({ paper: '来站里写的条子' }),
  'reviews.heaps': unit(),
  'reviews.submit': kase('done', { level: 'satisfied' }, ['resident', 'asker', 'manager']),
  'reviews.photos': kase('done', {}, ['manager']),
  'reviews.add': kase('done', { text: '再说一句' }, ['resident']),
  'reviews.mine': own(),
  'reviews.appeal': own({ entryId: 'none', reason: '不是这样' }),
  'reviews.appeals': unit(),
  'reviews.judge': thing(
    'cm-xinmin',
    ({ cases }) => cases.done,
    (caseId) => ({ caseId, isUpheld: true, why: '查过' }),
  ),
  'reviews.moderation': unit({ heap: 'wall' }),
  'reviews.moderate': thing(
    'cm-xinmin',
    ({ cases }) => cases.done,
    (caseId) => ({ caseId, wall: 'shown' }),
  ),
  'reviews.wall': own({ orgId: 'cm-xinmin' }),
  'reviews.draw': unit({ period: '2026-10' }),
  'reviews.samples': unit(),
  'reviews.sample': thing(
    'cm-xinmin',
    () => 'cm-xinmin:2026-10',
    (sampleId) => ({ sampleId }),
  ),
  'reviews.redraw': thing(
    'cm-xinmin',
    () => 'cm-xinmin:2026-10',
    (sampleId) => ({ sampleId }),
  ),
  'reviews.callbacks': unit(),
  'reviews.callback': thing(
    'cm-xinmin',
    () => 'cm-xinmin:2026-10:none',
    (callbackId) => ({ callbackId }),
  ),
  'reviews.recordCall': thing(
    'cm-xinmin',
    () => 'cm-xinmin:2026-10:none',
    (callbackId) => ({
      callbackId,
      result: 'refused',
    }),
  ),
  'reviews.scores': unit(),
  'metrics.overview': unit(),
  'metrics.persons': unit({}, ['cm-xinmin', 'cm-zhongdong']),
  'metrics.setRanking': unit({ on: true, why: '比一比' }, ['cm-xinmin', 'cm-zhongdong']),
  'metrics.export': unit({ table: 'cases', format: 'csv' }),
  'metrics.pack': own({ quarter: '2026-Q3' }),
  'metrics.form': unit({ quarter: '2026-Q3' }),
  'imports.template': unit({ table: 'residents' }),
  'imports.start': unit({ table: 'residents', fileId: 'cloud://none', dryRun: true }),
  'imports.state': thing(
    'cm-xinmin',
    ({ ids }) => ids.import,
    (importId) => ({ importId }),
  ),
  'imports.recent': unit(),
  'imports.undo': thing(
    'cm-xinmin',
    ({ ids }) => ids.import,
    (importId) => ({ importId }),
  ),
  'people.invite': unit({ role: 'agent', name: '小吴', phone: '15500000102' }, ['cm-xinmin', 'cm-zhongdong']),
  'people.revoke': thing(
    'cm-xinmin',
    ({ ids }) => ids.invitation,
    (id) => ({ id }),
  ),
  'people.invitations': unit(),
  'people.find': unit({ text: '赵一示' }),
  'people.checks': unit({ of: 'shared' }),
  'people.look': person({}, 'journal/'),
  'people.change': person({ name: '赵一' }),
  'people.join': thing(
    'cm-xinmin',
    () => 'rs-01',
    (from) => ({ from, into: 'rs-02' }),
  ),
  'people.unjoin': thing(
    'cm-xinmin',
    () => 'rs-01',
    (from) => ({ from }),
  ),
  'people.deactivate': person({ dryRun: true }),
  'roster.today': own(),
  'roster.duty': own({ on: true }),
  'roster.face': own(),
  'roster.leave': agent({ from: '2026-12-07', to: '2026-12-08', why: '事假' }),
  'roster.endLeave': agent({ from: '2026-12-07' }),
  'roster.list': unit({}, ['cm-xinmin', 'cm-zhongdong']),
  'roster.set': agent(rosterEntry),
  'roster.hours': unit({}, ['cm-xinmin', 'cm-zhongdong']),
  'roster.setHours': unit({ hours }, ['cm-xinmin', 'cm-zhongdong']),
  'units.tree': unit(),
  'units.missing': unit(),
  'units.change': {
    of: 'unit',
    input: (orgId) => ({ do: 'edit', orgId, station: '便民服务站' }),
    units,
  },
  'units.regrid': {
    of: 'unit',
    input: () => ({ from: '2026-12-02', moves: [{ grid: 'g-xm-1', to: 'g-xm-2' }], dryRun: true }),
    units: ['cm-xinmin'],
  },
  'units.regrids': unit({}, ['cm-xinmin', 'cm-zhongdong']),
  'units.unplan': thing(
    'cm-xinmin',
    ({ ids }) => ids.regrid,
    (id) => ({ id }),
  ),
  'units.journal': unit(),
  'units.find': own({ text: '新民' }),
  'units.scan': own({ code: 'ABCDEFGH' }),
  'units.heads': own({ orgId: 'cm-xinmin' }),
  'units.chain': unit({ from: '2026-11-01' }),
  'units.code': unit({}, ['cm-xinmin', 'cm-zhongdong']),
};

/** Says no to the person, whatever is asked for. */
const noRight = new Set([
  ...['FORBIDDEN', 'UNKNOWN_PERSON', 'UNAUTHENTICATED'],
  ...['NOT_YOUR_CASE', 'CASE_NOT_FOUND', 'CASE_TAKEN', 'UNIT_NOT_YOURS', 'PERSON_NOT_YOURS'],
]);
/** Says that there is no such thing, which is how a thing of another unit is refused. */
const noThing = new Set([
  ...['SAMPLE_NOT_FOUND', 'CALLBACK_NOT_FOUND', 'APPEAL_NOT_FOUND', 'IMPORT_NOT_FOUND', 'ANSWER_NOT_FOUND'],
  ...[
    'INVITATION_NOT_FOUND',
    'REQUEST_NOT_FOUND',
    'PERSON_NOT_FOUND',
    'AGENT_NOT_FOUND',
    'UNIT_NOT_FOUND',
    'REVIEW_NOT_FOUND',
  ],
]);
/** A refusal that counts the try, as it must. */
const counts: readonly ActionName[] = [
  'account.begin',
  'account.accept',
  'account.invitation',
  'cases.arrive',
];

/** Agents of 龙华街道: a case that waits lies open to them, so they may be told that a colleague was faster. */
const ofLonghua: readonly string[] = ['ag-01', 'ag-03', 'ag-04'];

const codeOf = (reply: Reply<unknown>): string => (reply.ok ? 'OK' : reply.code);
/** Makes the code of a unit that nobody asked for yet, or counts what was searched in vain. */
const moreThanLooks: readonly ActionName[] = ['units.code', 'catalog.search', 'admin.check'];
/** All of a refusal that its reader can see. */
const refusalOf = (reply: Reply<unknown>): string =>
  reply.ok ? 'OK' : JSON.stringify([reply.code, reply.message, reply.fields]);
const roleHas = (name: ActionName, who: string | undefined): boolean => {
  const { roles } = rowOf(name);
  if (who === undefined) return false;
  return roles.length === 0 || roles.some((role) => role === roleOf(who));
};

/** One thing to try: with what, who may, and the same with an id that nobody has. */
interface Case {
  of: string;
  input: Given;
  may: (who: string) => boolean;
  unknown?: Given;
  leaves?: string;
  /** it is tried on the case that it fits: somebody must get through */
  fits: boolean;
}

function casesOf(name: ActionName, line: Line, at: World, isShort: boolean): Case[] {
  const manages = (orgId: string) => (who: string) => overseen[who]?.includes(orgId) ?? false;
  switch (line.of) {
    case 'own':
      return [{ of: 'their own', input: line.input(at), may: line.who ?? (() => true), fits: true }];
    case 'district':
      return [{ of: 'the district', input: line.input(at), may: manages('ds-tiefeng'), fits: true }];
    case 'unit': {
      const tried = (line.units ?? units).slice(0, isShort ? 1 : undefined);
      return tried.map((orgId) => ({
        of: orgId,
        input: line.input(orgId, at),
        may: manages(orgId),
        fits: true,
      }));
    }
    case 'thing': {
      const isOwnAgent = (who: string) =>
        line.known === true && who === line.id(at) && roleOf(who) === 'agent';
      return [
        {
          of: `what is ${line.unit}'s`,
          fits: true,
          input: line.input(line.id(at)),
          may: (who) => manages(line.unit)(who) || isOwnAgent(who),
          ...(line.known ? {} : { unknown: line.input(unlike(line.id(at))) }),
          ...(line.leaves ? { leaves: line.leaves } : {}),
        },
      ];
    }
    case 'case': {
      const deed = name.replace(/^cases\./, '');
      const parts = line.parts ?? (isDeed(deed) ? doersOf(deed) : []);
      const names = isShort || line.isAlone ? [line.at] : (Object.keys(partsOf) as CaseName[]);
      return names.map((which) => ({
        of: `the case ${which}`,
        fits: which === line.at,
        input: line.input(at.cases[which]),
        may: (who) =>
          (partsOf[which][who] ?? []).some((part) => parts.includes(part)) ||
          (parts.includes('bystander') && which !== 'complaint'),
        unknown: line.input('0123456789abcdef01234567'),
        ...(line.leaves && which === line.at ? { leaves: line.leaves } : {}),
      }));
    }
  }
}

/** An id of the same form that nobody has. */
const unlike = (id: string): string =>
  id.replace(/[0-9a-z](?=[^0-9a-z]*$)/, (last) => (last === '0' ? '1' : '0'));

/**
 * The short form: of those who have the action one who may, one who has a part in it and may not, and one who has nothing to do with it; in turn one who
 * does not have it at all, whom the entry turns away. Every action × every role is `tests/functions/refusals.test.ts`.
 */
function fewOf(
  name: ActionName,
  of: string,
  may: (who: string) => boolean,
  turn: number,
): (string | undefined)[] {
  const which = of.replace('the case ', '');
  const parts = Object.hasOwn(partsOf, which) ? partsOf[which as CaseName] : {};
  const [mays, near, far, without]: (string | undefined)[][] = [[], [], [], []];
  for (const who of everybody) {
    if (who === undefined || !roleHas(name, who)) without?.push(who);
    else if (may(who)) mays?.push(who);
    else (parts[who] ? near : far)?.push(who);
  }
  const one = (list: (string | undefined)[] = []) => (list.length > 0 ? [list[turn % list.length]] : []);
  const strangers = near?.length === 0 || turn % 3 === 0 ? one(far) : [];
  return [...one(mays), ...one(near), ...strangers, ...(turn % 4 === 0 ? one(without) : [])];
}

/** Tries every action as everybody; see `rights` below for what passes. */
export async function tryRights(at: World, isShort: boolean): Promise<Outcome> {
  const { faults, fault } = collector();
  let tried = 0;
  let turn = 0;
  const before = at.store.all();
  let version = at.store.version();
  const changes = () => {
    if (at.store.version() === version) return [];
    const changed = at.store.changedSince(before);
    at.store.restore(before);
    version = at.store.version();
    return changed;
  };
  const missing = actionNames.filter((name) => !Object.hasOwn(lines, name));
  for (const name of missing) fault(`${name} has no line in the table of the trial`);
  for (const name of actionNames.filter((one) => Object.hasOwn(lines, one))) {
    const line = lines[name];
    for (const { of, input, may, unknown, leaves, fits } of casesOf(name, line, at, isShort)) {
      turn += 1;
      let gotThrough = 0;
      const asked = new Set<string>();
      for (const who of isShort ? fewOf(name, of, may, turn) : everybody) {
        const mayIt = who !== undefined && roleHas(name, who) && !isGone(name, who) && may(who);
        const reply = await at.try(who, name, input, requestId());
        tried += 1;
        const code = codeOf(reply);
        const said = `${who ?? 'nobody at all'}: ${name} of ${of}`;
        const changed = changes();
        if (code === 'BAD_INPUT' && roleHas(name, who) && !isGone(name, who))
          fault(`${said}: the line's input is wrong, ${refusalOf(reply)}`);
        else if (code === 'INTERNAL') fault(`${said}: INTERNAL`);
        else if (mayIt && noRight.has(code)) fault(`${said} is refused with ${code}, and should not be`);
        else if (!mayIt && reply.ok) fault(`${said} is let through, and should not be`);
        else if (
          !mayIt &&
          !noRight.has(code) &&
          !noThing.has(code) &&
          roleHas(name, who) &&
          !isGone(name, who)
        )
          fault(`${said} is told ${code}: more than that it is not theirs`);
        if (mayIt && !noRight.has(code)) gotThrough += 1;
        if (!reply.ok && changed.length > 0 && !counts.includes(name))
          fault(`${said} is refused with ${code} and changes ${changed.slice(0, 3).join(', ')}`);
        if (reply.ok && !rowOf(name).writes && !moreThanLooks.includes(name) && changed.length > 0)
          fault(`${said} only looks and changes ${changed.slice(0, 3).join(', ')}`);
        if (reply.ok && leaves && !changed.some((id) => id.startsWith(leaves)))
          fault(`${said} opens what is personal and leaves no entry`);
        if (!mayIt && unknown && roleHas(name, who) && !isGone(name, who) && !(isShort && asked.has(code))) {
          asked.add(code);
          const other = await at.try(who, name, unknown, requestId());
          tried += 1;
          const sawIt = code === 'CASE_TAKEN' && ofLonghua.includes(who ?? '');
          if (!sawIt && refusalOf(other) !== refusalOf(reply))
            fault(`${said} is told ${refusalOf(reply)}, and of an id that nobody has ${refusalOf(other)}`);
          if (changes().length > 0) fault(`${said} with an unknown id changes something`);
        }
      }
      if (fits && gotThrough === 0) fault(`${name} of ${of}: nobody may`);
    }
  }
  return { tried, faults };
}

/** Of every action: somebody who may, with an input that holds. */
export function goodCalls(at: World): { name: ActionName; who: string; input: Given }[] {
  return actionNames.flatMap((name) => {
    const [first] = casesOf(name, lines[name], at, true);
    const who = everybody.find(
      (one) => one !== undefined && roleHas(name, one) && !isGone(name, one) && first?.may(one),
    );
    return first && who !== undefined ? [{ name, who, input: first.input }] : [];
  });
}

/** Whoever stopped working has what every stranger has. */
const isGone = (name: ActionName, who: string | undefined): boolean =>
  who === undefined || ((gone.includes(who) || who === 'nobody') && rowOf(name).roles.length > 0);

export const rights: Trial = {
  name: 'rights',
  promises:
    'every action × everybody × own, below, above, beside, no unit, left yesterday: who may is let through, who may not is refused, changes nothing and learns nothing',
  run: (wish) => inWorld(wish, (at) => tryRights(at, wish.isShort)),
};
