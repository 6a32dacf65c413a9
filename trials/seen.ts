import { type ActionName, type Reply } from '../contract/actions';
import { exportTables } from '../contract/metrics';
import { lines } from './rights';
import { type Outcome, type Trial, collector } from './trial';
import { type World, actionNames, everybody, giveTo, inWorld, requestId, roleOf, rowOf } from './world';

/** Whom the register does not know until they join: what is planted is theirs. */
const PLANTED = 'nobody-2';
const managers = ['ad-cm-1', 'ad-st-1', 'ad-ds-1'];
const ours = [PLANTED, 'ag-01', ...managers];

/**
 * What is planted, as it would be recognised anywhere, and who may read it by looking: said by hand, apart from the product's own tables. What managers
 * open by a deed that is written down is tried by `rights`.
 */
const secrets = {
  name: { is: '上官琭璘', may: ours },
  number: { is: '15512340987', may: [PLANTED, 'ag-01'] },
  door: { is: '88号楼8单元', may: [PLANTED, 'ag-01'] },
  idNumber: { is: '230200195405061220', may: [] },
  errand: { is: '膝盖琥珀纹样', may: ours },
  report: { is: '井盖鸢尾裂痕', may: [PLANTED, 'ag-03', ...managers] },
  ofTheAgent: { is: '推诿翡翠三回', may: [PLANTED, ...managers] },
  ofTheManager: { is: '敷衍玳瑁两次', may: [PLANTED, 'ad-st-1', 'ad-ds-1'] },
  rating: { is: '白跑珊瑚四趟', may: [PLANTED, ...managers] },
  request: { is: '门牌玛瑙写错', may: [PLANTED, ...managers] },
} as const satisfies Record<string, { is: string; may: readonly string[] }>;

/** Deeds that open what is personal, or a copy of it: written down, and the resident reads of it in 谁看过我的信息. */
const opening: readonly ActionName[] = ['cases.contact', 'people.look', 'people.change', 'privacy.copyFor'];
const heaps = ['open', 'waiting', 'offered', 'overdue', 'escalated', 'whistled', 'rectify'];

interface Planted {
  personId: string;
  cases: string[];
  share: string;
}

/** One resident asks, reports without a name, complains of the agent and of the manager, and rates badly. */
async function plantIn(at: World): Promise<Planted> {
  const { person } = await at.ok(PLANTED, 'account.join', {
    orgId: 'cm-xinmin',
    name: secrets.name.is,
    phone: secrets.number.is,
    address: `晴川里小区${secrets.door.is}1808`,
    consent: true,
  });
  const give = (caseId: string, agentId: string) => giveTo(at, caseId, agentId);
  const ask = async (serviceCode: string) =>
    (await at.ok(PLANTED, 'cases.submit', { serviceCode, mode: 'counter', note: secrets.errand.is })).caseId;
  const errand = await ask('disability-certificate');
  await give(errand, 'ag-01');
  // Offered, and nobody has said yes.
  const offered = await ask('resident-medical-insurance');
  await at.ok(PLANTED, 'cases.identify', { caseId: offered, idNumber: secrets.idNumber.is });
  const { share } = await at.ok(PLANTED, 'cases.share', { caseId: errand });
  const { caseId: report } = await at.ok(PLANTED, 'cases.report', {
    subtype: 'manhole',
    note: secrets.report.is,
    place: { orgId: 'g-xm-1', landmark: '西门' },
    isAnonymous: true,
  });
  await give(report, 'ag-03');
  await at.ok('rs-08', 'cases.join', { caseId: report });
  const done = await ask('elderly-allowance');
  await give(done, 'ag-01');
  await at.ok('ag-01', 'cases.complete', { caseId: done, result: '办好了' });
  await at.ok(PLANTED, 'reviews.submit', {
    caseId: done,
    level: 'very-dissatisfied',
    text: secrets.rating.is,
  });
  const complain = async (about: 'person' | 'words', more: { id?: string; whom?: string }, note: string) =>
    (await at.ok(PLANTED, 'cases.complain', { about, note, ...more })).caseId;
  const ofAgent = await complain('person', { id: 'ag-01' }, secrets.ofTheAgent.is);
  const ofManager = await complain('words', { whom: '白露澄' }, secrets.ofTheManager.is);
  await at.ok(PLANTED, 'privacy.ask', { kind: 'correct', text: secrets.request.is });
  for (const timer of ['sweep', 'notify']) await at.timer(timer);
  return { personId: person.id, cases: [errand, offered, report, done, ofAgent, ofManager], share };
}

/** Every input worth a look: of each unit, of each planted case, and what somebody curious searches for. */
function inputsOf(
  name: ActionName,
  at: World,
  { personId, cases, share }: Planted,
  units: readonly string[],
): object[] {
  const line = lines[name];
  const { is: text } = secrets.name;
  const sought = [text, secrets.number.is, `晴川里小区${secrets.door.is}1808`];
  const inUnits = (more: object[]) => units.flatMap((orgId) => more.map((one) => ({ orgId, ...one })));
  if (name === 'cases.shared') return [{ share }];
  if (name === 'people.find' || name === 'cases.find') return inUnits(sought.map((one) => ({ text: one })));
  if (name === 'cases.board') return inUnits([{}, ...heaps.map((heap) => ({ heap }))]);
  if (name === 'catalog.search') return sought.map((one) => ({ text: one, isTyping: true }));
  switch (line.of) {
    case 'unit':
      return units.map((orgId) => line.input(orgId, at));
    case 'case':
      return cases.map((caseId) => line.input(caseId));
    case 'thing':
      return [line.input(line.id(at)), line.input(personId)];
    default:
      return [line.input(at)];
  }
}

/** Turned away before anything is read, as `rights` tries: it is told nothing of anybody. */
const isAtTheDoor = (name: ActionName, who: string | undefined): boolean =>
  rowOf(name).roles.length > 0 && !rowOf(name).roles.some((role) => role === roleOf(who));

/** Who has the action; in the short form of those who look at what is their own one in turn. */
function looking(name: ActionName, people: readonly (string | undefined)[], isShort: boolean) {
  const those = people.filter((one) => !isAtTheDoor(name, one));
  return isShort && lines[name].of === 'own' ? those.slice(-1) : those;
}

/** Looks as everybody for what is planted; see `seen` below for what passes. */
export async function trySeen(at: World, isShort: boolean): Promise<Outcome> {
  const { faults, fault } = collector();
  at.heard();
  const planted = await plantIn(at);
  let tried = 0;
  const found = (who: string, text: string, where: string, given = '') => {
    for (const [what, { is, may }] of Object.entries(secrets)) {
      const allowed: readonly string[] = may;
      if (!given.includes(is) && !allowed.includes(who) && text.includes(is))
        fault(`${who} reads the ${what} of a resident in ${where}`);
    }
  };
  const units = isShort ? ['cm-xinmin'] : ['cm-xinmin', 'st-longhua', 'cm-zhongdong'];
  const people = isShort ? ['rs-08', 'ag-01', 'ad-cm-1', 'ad-cm-2'] : everybody;
  const before = at.store.all();
  let version = at.store.version();
  const said = new Set<ActionName>();
  for (const name of actionNames.filter((one) => !isShort || !rowOf(one).writes)) {
    // In the short form a case is looked at whole once, and by the other actions one case each.
    const inputs = inputsOf(name, at, planted, units);
    const few = isShort && lines[name].of === 'case' && name !== 'cases.detail';
    for (const input of few ? inputs.slice(0, 1) : inputs)
      for (const who of looking(name, people, isShort)) {
        const reply: Reply<unknown> = await at.try(who, name, input, requestId());
        tried += 1;
        if (reply.ok) said.add(name);
        const text = JSON.stringify(reply);
        if (!(reply.ok && opening.includes(name)))
          found(who ?? 'nobody at all', text, name, JSON.stringify(input));
        if (rowOf(name).writes && at.store.version() !== version) {
          at.store.restore(before);
          version = at.store.version();
        }
      }
    // An instance that is begun anew costs as much as a dozen calls.
    if (!isShort) await at.rest();
  }
  // What goes out of the house, and what is left behind: files, messages on phones, the functions' log.
  const tables = Object.keys(exportTables) as (keyof typeof exportTables)[];
  for (const table of isShort ? (['cases', 'words'] as const) : tables) {
    const file = await at.call('ad-cm-1', 'metrics.export', { orgId: 'cm-xinmin', table, format: 'csv' });
    if (!file.ok) continue;
    tried += 1;
    found('a file', await (await fetch(file.data.url)).text(), `the table ${table}`);
  }
  for (const message of await at.local<{ personId?: string }[]>('messages'))
    found(message.personId ?? 'somebody', JSON.stringify(message), 'a message');
  const log = at.heard();
  if (!log.includes('"function"')) fault('the functions logged nothing that was heard');
  found('the log', log, 'a line of the log');
  // A trial that sees nothing finds nothing: the resident must see what is theirs.
  const mine = await Promise.all(
    planted.cases.map((caseId) => at.try(PLANTED, 'cases.detail', { caseId }, requestId())),
  );
  for (const [what, { is }] of Object.entries(secrets))
    if (!['idNumber', 'request'].includes(what) && !JSON.stringify(mine).includes(is))
      fault(`the ${what} that was planted is not seen by its resident either`);
  return {
    tried,
    faults,
    notes: [`${said.size} actions opened to somebody, ${log.length} characters of log`],
  };
}

export const seen: Trial = {
  name: 'seen',
  promises:
    'name, number, door and words of one resident, planted: no look, refusal, list, file, message or line of the log of anybody else holds them',
  run: (wish) => inWorld(wish, (at) => trySeen(at, wish.isShort)),
};
