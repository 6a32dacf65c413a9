import type { ActionName } from '../contract/actions';
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
  runners: (at: World) => Runner[];
}

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
    'accept, claim, assign, move, hand over, cancel, complete, publish, join, ask, rate, each by several at the same instant: no more winners than there can be, the others told, the invariants hold',
  run: (wish) => inWorld(wish, (at) => tryRaces(at, wish)),
};

async function tryRaces(at: World, wish: Wish): Promise<Outcome> {
  const { faults, fault } = collector();
  let tried = 0;
  const before = at.store.all();
  for (const round of roundsOf(wish, wish.isShort ? 1 : 1000)) {
    for (const { name, winners, runners } of contests) {
      const run = runners(at);
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
      at.store.restore(before);
    }
    if (round % 10 === 9) await at.rest();
  }
  return { tried, faults };
}
