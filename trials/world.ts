import { type ActionName, type Input, type Output, type Reply, contract } from '../contract/actions';
import type { Action } from '../contract/actions';
import type { Part } from '../contract/deeds';
import { MONDAY, startTrialCloud } from '../demo/cloud';
import { type Client, connect } from '../demo/client';
import { demoDocuments, demoPeople, nobodies } from '../demo/documents';
import type { LocalCloud } from '../localcloud/server';
import { type StoreWatch, watchStore } from './store';

/** Every action of the contract, by its full name. */
export const actionNames = Object.entries(contract).flatMap(([fn, actions]) =>
  Object.keys(actions).map((name) => `${fn}.${name}`),
) as ActionName[];

/** The row of the contract. */
export function rowOf(name: ActionName): Action {
  const [fn = '', action = ''] = name.split('.');
  const functions: Record<string, Record<string, Action>> = contract;
  const row = functions[fn]?.[action];
  if (!row) throw new Error(name);
  return row;
}

/** A cloud with the demo community in which something of everything has happened. */
export interface World extends Client {
  dataDir: string;
  store: StoreWatch;
  console: LocalCloud['console'];
  cases: Record<CaseName, string>;
  /** ids that actions take, besides those of cases */
  ids: Ids;
  timer(name: string): Promise<void>;
  /** Instances forget how often each person has asked. */
  rest(): Promise<void>;
  /** What the functions have logged since it was asked last. */
  heard(): string;
  /** Calls as this person, or with no token at all; gives what came, also where it is no JSON of ours. */
  try(
    person: string | undefined,
    name: ActionName,
    input: unknown,
    requestId?: string,
  ): Promise<Reply<unknown>>;
  close(): Promise<void>;
}

export type CaseName = 'held' | 'waiting' | 'report' | 'done' | 'complaint' | 'question';
type Ids = Record<
  'answer' | 'request' | 'invitation' | 'regrid' | 'import' | 'share' | 'call' | 'notice',
  string
>;

/** Whose part is what, said by hand: the trial must not ask the rules that it tries. */
export const partsOf: Record<CaseName, Partial<Record<string, Part[]>>> = {
  held: {
    'rs-01': ['resident'],
    'rs-02': ['asker'],
    'ag-01': ['agent'],
    'ag-04': ['colleague'],
    'ad-cm-1': ['manager'],
    'ad-st-1': ['manager'],
    'ad-st-2': ['summoned'],
    'ad-ds-1': ['manager'],
  },
  waiting: {
    'rs-05': ['resident'],
    'ag-01': ['candidate'],
    'ag-03': ['candidate'],
    'ag-04': ['candidate'],
    'ad-cm-2': ['manager'],
    'ad-st-1': ['manager'],
    'ad-ds-1': ['manager'],
  },
  report: {
    'rs-03': ['resident'],
    'rs-04': ['joiner'],
    'ag-01': ['agent'],
    'ad-cm-1': ['manager'],
    'ad-st-1': ['manager'],
    'ad-ds-1': ['manager'],
  },
  done: {
    'rs-03': ['resident'],
    'ag-01': ['agent'],
    'ad-cm-1': ['manager'],
    'ad-st-1': ['manager'],
    'ad-ds-1': ['manager'],
  },
  // Where words alone say whom it is about, the street has it (docs/decisions/0052).
  complaint: { 'rs-05': ['resident'], 'ad-st-1': ['manager'], 'ad-ds-1': ['manager'] },
  question: {
    'rs-05': ['resident'],
    'ag-04': ['agent'],
    'ad-cm-2': ['manager'],
    'ad-st-1': ['manager'],
    'ad-ds-1': ['manager'],
  },
};

/** Which units each manager answers for, themselves and all below: said by hand as well. */
export const overseen: Record<string, readonly string[]> = {
  'ad-cm-1': ['cm-xinmin', 'g-xm-1'],
  'ad-cm-2': ['cm-zhongdong'],
  'ad-cm-3': ['cm-donghu'],
  'ad-st-1': ['cm-xinmin', 'g-xm-1', 'cm-zhongdong', 'st-longhua'],
  'ad-st-2': ['cm-donghu', 'st-donghu'],
  'ad-ds-1': ['cm-xinmin', 'g-xm-1', 'cm-zhongdong', 'cm-donghu', 'st-longhua', 'st-donghu', 'ds-tiefeng'],
};

/**
 * Who tries: of each role somebody with a part, in the same unit, below, above, beside; a resident who moved away yesterday, an agent and a
 * manager who stopped working yesterday, somebody whom WeChat alone knows, and nobody at all.
 */
export const everybody: readonly (string | undefined)[] = [
  ...['rs-01', 'rs-02', 'rs-03', 'rs-04', 'rs-05', 'rs-08', 'rs-12'],
  ...['ag-01', 'ag-03', 'ag-04', 'ag-07', 'ag-02'],
  ...['ad-cm-1', 'ad-cm-2', 'ad-cm-3', 'ad-st-1', 'ad-st-2', 'ad-ds-1', 'ad-left'],
  'nobody',
  undefined,
];
/** Those who stopped working: the register knows them no more by their WeChat. */
export const gone: readonly string[] = ['ag-02', 'ad-left'];
/** A table that came in, as its function would have written it. */
const IMPORT = 'fedcba9876543210fedcba98';
const minute = 60_000;
export const TUESDAY = MONDAY + 1440 * minute;

export const roleOf = (person: string | undefined): string | undefined => {
  if (person === undefined || person === 'nobody' || gone.includes(person)) return undefined;
  return person.startsWith('rs') ? 'resident' : person.startsWith('ag') ? 'agent' : 'manager';
};

let requests = 0;
export const requestId = () => `trial-${process.pid}-${(requests += 1)}`;

/** An empty demo community as a trial begins with it. Until it is closed, what is logged is kept out of the output. */
export async function openWorld(functionsDir?: string): Promise<Omit<World, 'cases' | 'ids'>> {
  const seed = demoDocuments();
  const [model] = (seed.people ?? []).filter((one) => one._id === 'ad-cm-1');
  const left = { ...model, _id: 'ad-left', openid: 'demo-ad-left', name: '夏至长', phone: '04525550199' };
  const orgs = (seed.orgs ?? []).map((org) =>
    org._id === 'cm-xinmin' && Array.isArray(org.managers)
      ? { ...org, managers: [...org.managers, { id: left._id, name: left.name }] }
      : org,
  );
  const log = hush();
  const cloud = await startTrialCloud({
    quiet: false,
    ...(functionsDir ? { functionsDir } : {}),
    seed: { ...seed, orgs, people: [...(seed.people ?? []), left] },
    people: [
      ...demoPeople(),
      ...nobodies(8).slice(1),
      { id: left._id, name: left.name, role: 'manager', orgName: '', openid: left.openid },
    ],
  });
  const client = await connect(cloud.url);
  const store = watchStore(cloud.dataDir);
  return {
    ...client,
    dataDir: cloud.dataDir,
    store,
    console: cloud.console,
    async timer(name) {
      await client.local(`timers/${name}`, {});
    },
    async rest() {
      await client.local('rest', {});
    },
    heard: log.heard,
    async try(person, name, input, id = requestId()) {
      const [fn = '', action] = name.split('.');
      const token = person === undefined ? undefined : client.token(person);
      return client.post(fn, { action, requestId: id, input }, token);
    },
    async close() {
      store.close();
      await cloud.close();
      log.end();
    },
  };
}

/** Keeps the lines of the log, of which there are thousands in a trial; what else is said on stderr goes through. */
function hush(): { heard(): string; end(): void } {
  const { write } = process.stderr;
  let text = '';
  const keep = (chunk: string | Uint8Array, ...more: never[]): boolean => {
    const said = String(chunk);
    if (!said.startsWith('{"') || process.env.NOISY) return write.call(process.stderr, chunk, ...more);
    // Whoever listens asks often; nobody else does.
    if (text.length < 20_000_000) text += said;
    return true;
  };
  process.stderr.write = keep;
  return {
    heard() {
      const said = text;
      text = '';
      return said;
    },
    end() {
      // Of two worlds the one that was opened first may be closed first.
      if (process.stderr.write === keep) process.stderr.write = write;
    },
  };
}

/** Tries something in the world that was lent, which is put back as it was, or in one of its own. */
export async function inWorld<T>(
  { lent, functionsDir }: { lent?: World; functionsDir?: string },
  work: (at: World) => Promise<T>,
): Promise<T> {
  const at = lent ?? (await openLivedIn(functionsDir));
  const before = at.store.all();
  try {
    return await work(at);
  } finally {
    if (lent) {
      at.store.restore(before);
      await at.setClock(TUESDAY);
    } else await at.close();
  }
}

/** Sees to it that this agent has the case, whomever it was offered to. */
export async function giveTo(at: Client, caseId: string, agentId: string): Promise<void> {
  const { assignment, state } = (await at.ok('ad-ds-1', 'cases.detail', { caseId })).case;
  if (state !== 'offered' || assignment?.agentId !== agentId)
    await at.ok('ad-ds-1', 'cases.assign', { caseId, agentId });
  await at.ok(agentId, 'cases.accept', { caseId });
}

/** The same after a Monday on which everybody did something. */
export async function openLivedIn(functionsDir?: string): Promise<World> {
  const world = await openWorld(functionsDir);
  const ok = <N extends ActionName>(person: string, name: N, input: Input<N>): Promise<Output<N>> =>
    world.ok(person, name, input);
  const viewOf = async (caseId: string) => (await ok('ad-ds-1', 'cases.detail', { caseId })).case;
  const give = (caseId: string, agentId: string) => giveTo(world, caseId, agentId);

  const { familyId } = await ok('rs-02', 'account.setFamily', {
    relation: 'parent',
    name: '赵一示',
    phone: '04525550124',
    orgId: 'cm-xinmin',
    address: '灯塔院12号楼3单元601',
    asked: true,
  });
  const wish = { mode: 'counter', note: '老人家腿脚不便，想请您代办' } as const;
  const { caseId: held } = await ok('rs-02', 'cases.submit', {
    ...wish,
    serviceCode: 'elderly-allowance',
    familyId,
  });
  await give(held, 'ag-02');
  await ok('ad-cm-1', 'people.deactivate', { personId: 'ag-02' });
  await ok('ad-ds-1', 'people.deactivate', { personId: 'ad-left' });
  await give(held, 'ag-01');
  const { share } = await ok('rs-01', 'cases.share', { caseId: held });
  await ok('ad-cm-1', 'cases.whistle', { caseId: held, orgId: 'st-donghu', question: '能借一把轮椅吗？' });
  await ok('ag-01', 'cases.handover', { caseId: held, agentId: 'ag-04', reason: '要去学习' });

  const { caseId: waiting } = await ok('rs-05', 'cases.submit', { ...wish, serviceCode: 'temporary-relief' });
  for (let view = await viewOf(waiting); view.state === 'offered'; view = await viewOf(waiting))
    await ok(view.assignment?.agentId ?? '', 'cases.decline', { caseId: waiting, reason: '手头忙不过来' });

  const { caseId: report } = await ok('rs-03', 'cases.report', {
    subtype: 'manhole',
    note: '井盖没了，怕有人掉下去',
    place: { orgId: 'g-xm-1', landmark: '晴川里小区东门路口' },
  });
  await ok('rs-04', 'cases.join', { caseId: report });
  await give(report, 'ag-01');

  const { caseId: done } = await ok('rs-03', 'cases.submit', {
    ...wish,
    serviceCode: 'disability-certificate',
  });
  await give(done, 'ag-01');
  await ok('ag-01', 'cases.complete', { caseId: done, result: '办好了' });
  await ok('rs-03', 'reviews.submit', { caseId: done, level: 'dissatisfied', text: '白跑三趟', wall: true });

  const { caseId: complaint } = await ok('rs-05', 'cases.complain', {
    about: 'words',
    whom: '清明远',
    note: '说话冲，推来推去',
  });
  const { caseId: question } = await ok('rs-05', 'cases.submit', {
    serviceCode: 'policy-consultation',
    mode: 'online',
    note: '高龄津贴几岁能领',
  });
  await give(question, 'ag-04');
  const source = { kind: 'link', name: '区民政局网站' } as const;
  await ok('ag-04', 'cases.reply', { caseId: question, result: '八十岁起领', source });
  await ok('ag-04', 'cases.propose', {
    caseId: question,
    question: '高龄津贴几岁能领？',
    answer: '八十岁起领',
    source,
  });
  const { answers } = await ok('ad-cm-2', 'cases.proposals', { orgId: 'cm-zhongdong' });
  const { id: request } = await ok('rs-01', 'privacy.ask', { kind: 'correct', text: '门牌写错了' });
  const { id: invitation } = await ok('ad-cm-1', 'people.invite', {
    role: 'agent',
    orgId: 'cm-xinmin',
    name: '小吴',
    phone: '15500000151',
  });
  const { id: regrid = '' } = await ok('ad-cm-1', 'units.regrid', {
    from: '2026-12-01',
    moves: [{ grid: 'g-xm-1', to: 'g-xm-2', prefix: '晴川里小区9号楼' }],
    dryRun: false,
  });
  // A call to make for a resident without WeChat, and one who moves away.
  const { caseId: told } = await ok('ad-cm-1', 'cases.intake', {
    channel: 'phone',
    name: '何老太',
    phone: '15500000001',
    serviceCode: 'disability-certificate',
    ...wish,
  });
  await give(told, 'ag-01');
  const { caseId: movers } = await ok('rs-12', 'cases.submit', { ...wish, serviceCode: 'elderly-allowance' });
  await ok('rs-12', 'account.change', { orgId: 'cm-zhongdong', address: '青石院3号楼2单元302' });
  await world.timer('notify');
  await world.timer('sweep');
  await world.console.put('imports', {
    _id: IMPORT,
    table: 'residents',
    orgId: 'cm-xinmin',
    unit: { district: 'ds-tiefeng', street: 'st-longhua', community: 'cm-xinmin' },
    by: { id: 'ad-cm-1', name: '白露澄' },
    at: MONDAY,
    only: 'all',
    state: 'done',
    rows: 1,
    cursor: 1,
    added: 1,
    known: 0,
    bad: 0,
    ranAt: MONDAY,
    doneAt: MONDAY,
  });
  const { calls } = await ok('ag-01', 'cases.calls', {});
  const { deliveries } = await ok('ad-cm-1', 'admin.deliveries', { orgId: 'cm-xinmin' });
  void movers;
  await world.setClock(TUESDAY);
  return {
    ...world,
    cases: { held, waiting, report, done, complaint, question },
    ids: {
      answer: answers[0]?.id ?? '',
      request,
      invitation,
      regrid,
      import: IMPORT,
      share,
      call: calls[0]?.id ?? '',
      notice: deliveries[0]?.id ?? '',
    },
  };
}
