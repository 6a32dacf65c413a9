import type { ActionName, Reply } from '../contract/actions';
import { putFile, sheetOf } from '../tests/support/sheet';
import { brokenIn } from './invariants';
import { type Outcome, type Trial, type Wish, collector, roundsOf } from './trial';
import { type World, inWorld } from './world';

interface Runner {
  who: string;
  name: ActionName;
  input: object;
}
interface Race {
  name: string;
  /** how many may win at most; the others are told */
  winners: number;
  runners: (at: World, ready: Ready) => Runner[];
  /** what must hold afterwards, besides the invariants; a sentence where it does not */
  after?: (at: World, ready: Ready, replies: readonly Reply<unknown>[]) => Promise<string | undefined>;
}

/** What was made ready for them: files of residents, one of them brought in already, and somebody who wishes to leave. */
interface Ready {
  fileId: string;
  knownId: string;
  importId: string;
  leaving: string;
}
const LEAVER = 'nobody-2';
const leaver = { name: '欧阳琉', phone: '15512340986' };

async function makeReady(at: World): Promise<Ready> {
  // The others of the street are away: of the hour there is one.
  await at.ok('ag-04', 'roster.leave', { from: '2026-11-26', to: '2026-11-26', why: '事假' });
  const file = async (rows: string[][]) =>
    putFile(at, 'ad-cm-1', await sheetOf([['姓名', '电话', '社区', '网格或小区', '门牌'], ...rows]));
  const people = (from: string) =>
    ['甲', '乙', '丙'].map((one, i) => [
      `${from}${one}`,
      `1551234${from === '新来' ? 10 : 20}${i}0`,
      '新民社区',
      '',
      '',
    ]);
  const [fileId, knownId] = [await file(people('新来')), await file(people('早来'))];
  const known = await at.ok('ad-cm-1', 'imports.start', wishOf(knownId));
  await at.ok(LEAVER, 'account.join', { ...leaver, orgId: 'cm-xinmin', consent: true });
  const { id: leaving } = await at.ok(LEAVER, 'privacy.ask', { kind: 'leave' });
  return { fileId, knownId, importId: known.importId, leaving };
}

const wishOf = (fileId: string) =>
  ({ table: 'residents', orgId: 'cm-xinmin', fileId, dryRun: false }) as const;
/** How many in the register are called so. */
const called = (at: World, from: string): number =>
  Object.values(at.store.all().people ?? {}).filter((text) => text.includes(`"name":"${from}`)).length;

const all = (who: readonly string[], name: ActionName, input: object): Runner[] =>
  who.map((one) => ({ who: one, name, input }));

/** Who runs against whom, all from the same instant. */
const contests: readonly Race[] = [
  {
    name: 'accept',
    winners: 2, // the colleague's yes, and then the resident's taking it back
    runners: ({ cases: { held: caseId } }) => [
      ...all(['ag-04', 'ag-04', 'ag-03'], 'cases.accept', { caseId }),
      ...all(['rs-01'], 'cases.cancel', { caseId }),
    ],
  },
  {
    name: 'claim',
    winners: 1,
    runners: ({ cases }) =>
      all(['ag-01', 'ag-04', 'ag-01', 'ag-04'], 'cases.claim', { caseId: cases.waiting }),
  },
  {
    name: 'assign',
    winners: 2, // the later one moves it on
    runners: ({ cases: { waiting: caseId } }) => [
      ...all(['ad-st-1'], 'cases.assign', { caseId, agentId: 'ag-01' }),
      ...all(['ad-cm-2'], 'cases.assign', { caseId, agentId: 'ag-04' }),
      ...all(['ag-01', 'ag-04'], 'cases.claim', { caseId }),
    ],
  },
  {
    name: 'move',
    winners: 1,
    runners: ({ cases: { waiting: caseId } }) => [
      ...all(['ad-cm-2'], 'cases.move', { caseId, orgId: 'cm-donghu', reason: '住在那边' }),
      ...all(['ad-cm-2'], 'cases.move', { caseId, orgId: 'cm-xinmin', reason: '住在那边' }),
    ],
  },
  {
    name: 'hand over',
    winners: 1,
    runners: ({ cases: { report: caseId } }) => [
      ...all(['ag-01', 'ag-01'], 'cases.handover', { caseId, agentId: 'ag-03', reason: '请假' }),
      ...all(['ag-01'], 'cases.handover', { caseId, agentId: 'ag-04', reason: '请假' }),
    ],
  },
  {
    name: 'cancel',
    winners: 1,
    runners: ({ cases: { held: caseId } }) => [
      ...all(['rs-01', 'rs-02', 'ad-cm-1'], 'cases.cancel', { caseId }),
      ...all(['ag-01'], 'cases.complete', { caseId, result: '好了' }),
    ],
  },
  {
    name: 'complete',
    winners: 1,
    runners: ({ cases: { held: caseId } }) => [
      ...all(['ag-01', 'ag-01', 'ag-01'], 'cases.complete', { caseId, result: '好了' }),
      ...all(['ag-01'], 'cases.terminate', { caseId, reason: '办不了' }),
    ],
  },
  {
    name: 'publish',
    winners: 1,
    runners: () =>
      ['ad-ds-1', 'ad-ds-1', 'ad-ds-1'].map((who, i) => ({
        who,
        name: 'admin.setPolicy',
        input: { orgId: 'ds-tiefeng', version: 0, own: { offerMinutes: 20 + i } },
      })),
  },
  {
    name: 'join',
    winners: 3,
    runners: ({ cases: { report: caseId } }) => all(['rs-05', 'rs-08', 'rs-05'], 'cases.join', { caseId }),
  },
  {
    name: 'ask',
    winners: 4,
    runners: () =>
      all(['rs-08', 'rs-08', 'rs-08', 'rs-08'], 'cases.submit', {
        serviceCode: 'temporary-relief',
        mode: 'counter',
        note: '想请您代办',
      }),
  },
  {
    name: 'slot',
    winners: 1,
    runners: () =>
      all(['rs-01', 'rs-02', 'rs-03', 'rs-04'], 'cases.submit', {
        serviceCode: 'disability-certificate',
        mode: 'home-visit',
        note: '想办残疾证',
        phone: '13900000000',
        address: '灯塔院12号楼',
        appointment: '2026-11-26T14:00',
      }),
    after: async (_, __, replies) => {
      const others = replies.flatMap((reply) => (reply.ok || reply.code === 'SLOT_GONE' ? [] : [reply.code]));
      return others.length > 0 ? `told ${others.join(', ')} of an hour that is gone` : undefined;
    },
  },
  {
    name: 'import',
    winners: 3, // one import, whoever sends the file and however often
    runners: (_, { fileId }) => all(['ad-cm-1', 'ad-cm-1', 'ad-cm-1'], 'imports.start', wishOf(fileId)),
    after: async (at, { fileId }) => {
      const { state, added } = await at.ok('ad-cm-1', 'imports.start', wishOf(fileId));
      const there = called(at, '新来');
      return state === 'done' && added === 3 && there === 3
        ? undefined
        : `the file is ${state}, says that it added ${added} of 3, and ${there} are there`;
    },
  },
  {
    name: 'take an import back',
    winners: 4,
    runners: (_, { importId, knownId }) => [
      ...all(['ad-cm-1', 'ad-st-1', 'ad-cm-1'], 'imports.undo', { importId }),
      ...all(['ad-cm-1'], 'imports.start', wishOf(knownId)),
    ],
    after: async (at) => {
      const there = called(at, '早来');
      return there === 0 || there === 3 ? undefined : `${there} of 3 are there`;
    },
  },
  {
    name: 'erase',
    winners: 4,
    runners: (_, { leaving: id }) => [
      ...all(['ad-cm-1', 'ad-st-1'], 'privacy.decide', { id, yes: true }),
      ...all([LEAVER], 'privacy.takeBack', { id }),
      ...all([LEAVER], 'cases.submit', {
        serviceCode: 'temporary-relief',
        mode: 'counter',
        note: '还想办一件',
      }),
    ],
    async after(at, { leaving }, [one, other, takenBack]) {
      const { people = {}, cases = {}, dataRequests = {} } = at.store.all();
      const { state } = JSON.parse(dataRequests[leaving] ?? '{}') as { state?: string };
      const found = [...Object.values(people), ...Object.values(cases)].some((text) =>
        text.includes(leaver.name),
      );
      if (takenBack?.ok && (one?.ok || other?.ok)) return 'a wish is taken back, and carried out';
      return state === 'done' && found ? 'who was erased is still there by name' : undefined;
    },
  },
  {
    name: 'rate',
    winners: 1,
    runners: ({ cases: { done: caseId } }) => [
      ...all(['ad-cm-1', 'ad-st-1', 'ad-cm-1'], 'cases.verify', { caseId, isUpheld: true, findings: '属实' }),
    ],
  },
];

export const races: Trial = {
  name: 'races',
  promises:
    'accept, claim, assign, move, hand over, cancel, complete, publish, join, ask, slot, import, erase, rate, each by several at the same instant: no more winners than there can be, the others told, the invariants hold',
  run: (wish) => inWorld(wish, (at) => tryRaces(at, wish)),
};

async function tryRaces(at: World, wish: Wish): Promise<Outcome> {
  const { faults, fault } = collector();
  let tried = 0;
  const ready = await makeReady(at);
  const before = at.store.all();
  for (const round of roundsOf(wish, wish.isShort ? 1 : 1000)) {
    for (const { name, winners, runners, after } of contests) {
      const run = runners(at, ready);
      const replies = await Promise.all(
        run.map((one, i) => at.try(one.who, one.name, one.input, `race-${round}-${name}-${i}`)),
      );
      tried += 1;
      const told = `seed ${wish.seed}, round ${round}, ${name}`;
      const won = replies.filter(({ ok }) => ok).length;
      const codes = replies.map((reply) => (reply.ok ? 'OK' : reply.code)).join(', ');
      if (won > winners || won === 0) fault(`${told}: ${won} won of at most ${winners}: ${codes}`);
      if (/INTERNAL|STORE_DOWN/.test(codes)) fault(`${told}: ${codes}`);
      for (const words of brokenIn(at.store.all())) fault(`${told}: ${words}`);
      const words = await after?.(at, ready, replies);
      if (words) fault(`${told}: ${codes}: ${words}`);
      at.store.restore(before);
    }
    if (round % 10 === 9) await at.rest();
  }
  return { tried, faults };
}
