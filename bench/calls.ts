import { nobodies } from '../demo/documents';
import type { Call } from '../localcloud/server';
import catalogue from '../config/content/services.zh.json';
import type { ServiceItem } from '../contract/models';
import { point } from '../tests/support/photo';
import { upload } from '../tests/support/upload';
import { type Section, type Server, startServer } from './harness';
import { wholeCase } from './story';

/** An item that an office publishes anew. */
const [content] = catalogue.items;
const edited = content as ServiceItem;

const limits: Record<string, string> = {
  'cases.submit': '≤ 6',
  'cases.accept': '2–3',
  'cases.ask': '2–3',
  'cases.supply': '2–3',
  'cases.complete': '2–3',
  'cases.cancel': '2–3',
  'cases.paper': '≤ 2',
  'cases.photos': '≤ 2',
  'cases.keep': '≤ 2',
  'cases.confirm': '≤ 2',
  'cases.submit (a question)': '≤ 6',
  'cases.reply': '2–3',
  'cases.helped': '2–3',
  'cases.terminate': '2–3',
  'cases.slots': '≤ 3',
  'catalog.publish': '≤ 4',
};
const isRead = (name: string) =>
  /\.(session|inbox|list|search|detail|mine|queue|board|find|scores|overview)$/.test(name);

/** Open to every caller, known or not: no person is looked up. */
const isOpen = (name: string) => /^(catalog\.(list|search|detail)|cases\.slots)$/.test(name);

/**
 * Database calls (reads and writes, as WeChat bills them) that each action makes, on a warm instance. The entry's one
 * read of who is calling comes before every action but the catalogue's and is shown beside. See docs/decisions/0003.
 */
export async function databaseCalls(functionsDir: string): Promise<Section> {
  const server = await startServer(functionsDir);
  const seen = new Map<string, Call>();
  /** Runs `work` and remembers what its calls cost; `as` names those that are another matter than the action's name says. */
  const watch = async (work: () => Promise<unknown>, as: (name: string) => string = (name) => name) => {
    const before = (await server.local<Call[]>('calls')).length;
    await work();
    for (const call of (await server.local<Call[]>('calls')).slice(before)) {
      const name = as(`${call.function}.${call.action}`);
      const known = seen.get(name);
      if (!known || call.reads + call.writes > known.reads + known.writes) seen.set(name, call);
    }
  };
  // The second time round is warm: catalogue and tree are in the instance's memory.
  for (let round = 0; round < 2; round += 1) {
    seen.clear();
    await watch(() => commonCalls(server));
    await comeIn(server, round, watch);
    const given = await server.ok('rs-02', 'cases.submit', ask('temporary-relief'));
    const { caseId } = given;
    const from = await holderOf(server, caseId);
    await server.ok(from, 'cases.accept', { caseId });
    const to = from === 'ag-01' ? 'ag-04' : 'ag-01';
    await watch(() => server.ok(from, 'cases.handover', { caseId, agentId: to, reason: '他熟悉' }));
    await watch(
      () => server.ok(to, 'cases.accept', { caseId }),
      (name) => `${name} (a colleague's case)`,
    );
    await server.ok('rs-02', 'cases.cancel', { caseId });
    const nobodys = await server.ok('rs-02', 'cases.submit', ask('destitute-support'));
    for (let { state } = nobodys; state === 'offered';) {
      const holder = await holderOf(server, nobodys.caseId);
      ({ state } = await server.ok(holder, 'cases.decline', { caseId: nobodys.caseId, reason: '离得太远' }));
    }
    await watch(() => server.ok('ag-01', 'cases.claim', { caseId: nobodys.caseId }));
    await server.ok('rs-02', 'cases.cancel', { caseId: nobodys.caseId });
    await bookedCalls(server, watch);
    await watch(() => question(server), ofQuestion);
  }
  await server.stop();
  return {
    title: 'Database calls each action makes (warm instance; the worst seen)',
    figures: [...seen].map(([name, { reads, writes, begins, commits }]) => {
      const identity = isOpen(name) ? 0 : 1;
      return {
        name,
        value: reads - identity + writes,
        unit: 'calls',
        limit: limits[name] ?? (isRead(name) ? '≤ 2' : ''),
        note: [
          `${reads - identity} reads, ${writes} writes`,
          identity ? '1 to know the caller' : '',
          begins ? `${begins + commits} to begin and commit` : '',
        ]
          .filter(Boolean)
          .join(', '),
      };
    }),
  };
}

/** What it costs more that a case has an hour: its day's book, read and written. */
async function bookedCalls(server: Server, watch: Watch): Promise<void> {
  const wish = { serviceCode: 'temporary-relief', mode: 'home-visit' } as const;
  await watch(() => server.ok('rs-02', 'cases.slots', { orgId: 'cm-xinmin', ...wish }));
  let caseId = '';
  const booked = {
    ...ask('temporary-relief'),
    ...wish,
    address: '灯塔院12号楼',
    appointment: '2026-11-24T09:00',
  };
  const withHour = (name: string) => `${name} (with an hour)`;
  await watch(async () => ({ caseId } = await server.ok('rs-02', 'cases.submit', booked)), withHour);
  await watch(() => server.ok('rs-02', 'cases.cancel', { caseId }), withHour);
}

type Watch = (work: () => Promise<unknown>, as?: (name: string) => string) => Promise<void>;

/** Who comes in: four persons whom the register does not know, others in each round. */
async function comeIn(server: Server, round: number, watch: Watch): Promise<void> {
  const [first = '', second = '', third = '', fourth = ''] = nobodies(8)
    .slice(round * 4)
    .map(({ id }) => id);
  const orgId = 'cm-xinmin';
  const consent = true as const;
  const { code } = await server.ok('ad-cm-1', 'units.code', { orgId });
  await watch(() => server.ok(first, 'units.find', { text: '晴川里' }));
  const own = { name: `何一${round}`, phone: `1550000001${round}` };
  await watch(() => server.ok(first, 'account.join', { code, ...own, consent }));
  const known = { name: `何二${round}`, phone: `1550000002${round}` };
  await server.ok('ag-01', 'cases.intake', { channel: 'phone', ...ask('temporary-relief'), ...known });
  const { code: phoneCode } = await server.local<{ code: string }>('phone-code', {
    person: second,
    phone: known.phone,
  });
  await watch(
    () => server.ok(second, 'account.join', { code, name: known.name, phoneCode, consent }),
    (name) => `${name} (what staff wrote down)`,
  );
  for (const [person, role] of [
    [third, 'agent'],
    [fourth, 'manager'],
  ] as const) {
    const phone = `155000000${round}${role === 'agent' ? '3' : '4'}`;
    // Of another street, so that the other rows' cases go where they did.
    const wish = { role, orgId: 'cm-donghu', name: '小吴', phone };
    let invited = await server.ok('ad-cm-3', 'people.invite', wish);
    await watch(async () => void (invited = await server.ok('ad-cm-3', 'people.invite', wish)));
    const { invitation, digits } = invited;
    const input = { invitation, digits, phone, consent };
    await watch(
      () => server.ok(person, 'account.accept', input),
      (name) => (role === 'agent' ? name : `${name} (a manager)`),
    );
  }
  await watch(() => server.ok('ad-cm-1', 'people.find', { orgId, text: '何' }));
}

async function commonCalls(server: Server): Promise<void> {
  const caseId = await wholeCase(server, 'disability-certificate');
  await server.ok('rs-01', 'account.session', {});
  await server.ok('rs-01', 'account.inbox', {});
  await server.ok('rs-01', 'catalog.list', {});
  await server.ok('rs-01', 'catalog.search', { text: '残疾证' });
  await server.ok('rs-01', 'catalog.detail', { code: 'daily-errand' });
  await server.ok('rs-01', 'catalog.detail', { code: 'daily-errand', orgId: 'cm-xinmin' });
  await server.ok('ad-ds-1', 'catalog.draft', { code: edited.code, item: edited });
  await server.ok('ad-ds-1', 'catalog.publish', { code: edited.code });
  await server.ok('ad-ds-1', 'units.tree', {});
  await server.ok('ad-ds-1', 'units.journal', { orgId: 'ds-tiefeng' });
  await server.ok('rs-01', 'cases.told', { caseId });
  await server.ok('rs-01', 'cases.mine', {});
  await server.ok('ag-01', 'cases.queue', {});
  await server.ok('ad-cm-1', 'cases.board', { orgId: 'cm-xinmin' });
  await server.ok('ad-cm-1', 'cases.find', { orgId: 'cm-xinmin', text: '赵一示' });
  await server.ok('ad-cm-1', 'reviews.scores', { orgId: 'cm-xinmin' });
  await server.ok('ad-cm-1', 'metrics.overview', { orgId: 'cm-xinmin' });
  await server.ok('rs-01', 'cases.detail', { caseId });
  const declined = (await server.ok('rs-02', 'cases.submit', ask('minimum-living-allowance'))).caseId;
  await server.ok(await holderOf(server, declined), 'cases.decline', {
    caseId: declined,
    reason: '离得太远',
  });
  await server.ok('rs-02', 'cases.cancel', { caseId: declined });
  const ended = (await server.ok('rs-02', 'cases.submit', ask('temporary-relief'))).caseId;
  const holder = await holderOf(server, ended);
  await server.ok(holder, 'cases.accept', { caseId: ended });
  await papersAndOriginals(server, ended, holder);
  await server.ok(holder, 'cases.terminate', { caseId: ended, reason: '联系不上本人' });
}

/** A photo's round besides its upload; an original taken and given back. */
async function papersAndOriginals(server: Server, caseId: string, agent: string): Promise<void> {
  const photo = await upload(server, 'rs-02', `papers/${caseId}/rs-02/a.png`, point);
  await server.ok('rs-02', 'cases.paper', { caseId, paper: 'm0', add: [photo] });
  await server.ok(agent, 'cases.photos', { caseId });
  await server.ok(agent, 'cases.check', { caseId, papers: [{ paper: 'm0' }] });
  const custody = 'o0';
  await server.ok(agent, 'cases.keep', { caseId, what: '户口簿', where: '家里' });
  await server.ok('rs-02', 'cases.confirm', { caseId, custody });
  await server.ok(agent, 'cases.giveBack', { caseId, custody, to: '本人', where: '家里' });
  await server.ok('rs-02', 'cases.confirm', { caseId, custody });
}

/** 政策咨询: asked, answered, asked on, answered again, and done because it helped. */
async function question(server: Server): Promise<void> {
  const wish = { serviceCode: 'policy-consultation', mode: 'online', note: '高龄津贴几岁能领' } as const;
  const { caseId } = await server.ok('rs-02', 'cases.submit', wish);
  const agent = await holderOf(server, caseId);
  await server.ok(agent, 'cases.accept', { caseId });
  const source = {
    kind: 'document',
    name: '高龄津贴办法',
    no: '黑民发〔2020〕5号',
    day: '2020-03-01',
  } as const;
  const answer = { caseId, result: '八十岁起领', source };
  await server.ok(agent, 'cases.reply', answer);
  await server.ok('rs-02', 'cases.askOn', { caseId, text: '那七十九呢' });
  await server.ok(agent, 'cases.reply', answer);
  await server.ok('rs-02', 'cases.helped', { caseId });
}

/** What other kinds of case have as well is another matter here. */
const ofQuestion = (name: string) => (/\.(reply|askOn|helped)$/.test(name) ? name : `${name} (a question)`);

const ask = (serviceCode: string) => ({ serviceCode, mode: 'counter' as const, note: '帮我办' });

async function holderOf(server: Server, caseId: string): Promise<string> {
  const { case: view } = await server.ok('rs-02', 'cases.detail', { caseId });
  return view.assignment?.agentId ?? '';
}
