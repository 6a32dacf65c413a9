import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Plugin } from 'esbuild';
import { addDays, instantOf } from '../contract/time';
import type { Call } from '../localcloud/server';
import { bundle } from '../scripts/bundle';
import { root } from '../scripts/stamp';
import { point } from '../tests/support/photo';
import { upload } from '../tests/support/upload';
import { nameOf } from './crowd';
import { fill, serve } from './filled';
import { type Figure, type Section, type Server, type World, median, startServer } from './harness';
import { MEASURED } from './past-city';
import { wholeCase } from './story';

const SIZES = [10_000, Number(process.env.CHAIN_CASES ?? 1_000_000)] as const;
const NIGHTS = 7;
/** What happens in a community on a day. */
const CASES = 6;
const LOOKS = 30;
const STORIES = 60;
/** What comes before, and is not warm yet. */
const WARM = 10;
const LEAVING = 8;

/**
 * 每日封存, the read log and masks: what sealing a day and erasing somebody cost among few cases and among many, what a whole case costs with the
 * chain's indexes and without them, with masks and without, and what an opening writes. The calls themselves make no other call of the database for
 * the chain (`bench/calls.ts`).
 */
export async function chainFigures(functionsDir: string): Promise<Section> {
  const folders = SIZES.map(() => mkdtempSync(join(tmpdir(), 'linli-chain-')));
  const plain = await withoutMasks(functionsDir);
  try {
    folders.forEach((dir, i) => fill(dir, { sealed: SIZES[i] ?? 0 }));
    const [few, many] = await nights(folders, functionsDir);
    const [fewGone, manyGone] = await erasures(folders, functionsDir);
    const [without, chained] = await stories([functionsDir, functionsDir], [{ isUnchained: true }, {}]);
    const [open, masked] = await stories([plain, functionsDir], [{}, {}]);
    return {
      title: 'The chain: a night, and a day with it',
      figures: [
        {
          name: `sealing a day of all units: ${CASES} cases and ${LOOKS} looks, among ${SIZES[1].toLocaleString('en')} cases`,
          value: many?.ms ?? NaN,
          unit: 'ms',
          floor: few?.ms ?? NaN,
          ratio: (many?.ms ?? NaN) / (few?.ms ?? NaN),
          limit: '≤ 1.2',
          note: `floor: among ${SIZES[0].toLocaleString('en')}; ${many?.calls ?? NaN} calls, ${few?.calls ?? NaN} among the few`,
        },
        {
          name: 'a whole case (7 actions, 2 lists) with the indexes of the chain',
          value: chained ?? NaN,
          unit: 'ms',
          floor: without ?? NaN,
          ratio: (chained ?? NaN) / (without ?? NaN),
          limit: '≤ 1.1',
          note: `processor time, of ${STORIES} in turns; floor: without them`,
        },
        {
          name: 'the same with masks',
          value: masked ?? NaN,
          unit: 'ms',
          floor: open ?? NaN,
          ratio: (masked ?? NaN) / (open ?? NaN),
          limit: '≤ 1.1',
          note: `processor time, of ${STORIES} in turns; floor: the same code with masks that hide nothing`,
        },
        ...(await openings(functionsDir)),
        {
          name: `erasing a resident with one case, among ${SIZES[1].toLocaleString('en')} cases of others`,
          value: manyGone?.ms ?? NaN,
          unit: 'ms',
          floor: fewGone?.ms ?? NaN,
          ratio: (manyGone?.ms ?? NaN) / (fewGone?.ms ?? NaN),
          limit: '≤ 1.2',
          note: `floor: among ${SIZES[0].toLocaleString('en')}; ${manyGone?.calls ?? NaN} calls, ${fewGone?.calls ?? NaN} among the few`,
        },
      ],
    };
  } finally {
    for (const dir of [...folders, plain]) rmSync(dir, { recursive: true, force: true });
  }
}

/** The functions with masks that give what they are given. */
async function withoutMasks(functionsDir: string): Promise<string> {
  const dir = mkdtempSync(join(tmpdir(), 'linli-unmasked-'));
  cpSync(functionsDir, dir, { recursive: true });
  const bare: Plugin = {
    name: 'bare',
    setup: ({ onLoad }) =>
      onLoad({ filter: /domain\/mask\.ts$/ }, () => ({
        loader: 'ts',
        contents: `export const [ANONYMOUS, GONE] = ['匿名', '已注销'];
          const same = (text: string) => text;
          export { same as maskText, same as maskName, same as maskPhone };
          export const isCardNumber = () => false;`,
      })),
  };
  for (const name of ['cases', 'people', 'reviews', 'account'])
    await bundle(join(root, 'cloudfunctions', name, 'index.ts'), join(dir, name, 'index.js'), false, [bare]);
  return dir;
}

/** What somebody opens is written down, once; what they read is not. */
async function openings(functionsDir: string): Promise<Figure[]> {
  const server = await startServer(functionsDir);
  try {
    const { caseId } = await server.ok('rs-01', 'cases.submit', {
      serviceCode: 'resident-medical-insurance',
      mode: 'counter',
      note: '想交医保',
    });
    const photo = await upload(server, 'rs-01', `papers/${caseId}/rs-01/a.png`, point);
    await server.ok('rs-01', 'cases.paper', { caseId, paper: 'm0', add: [photo] });
    await server.ok('rs-01', 'cases.identify', { caseId, idNumber: '230200195405061220' });
    const { case: view } = await server.ok('rs-01', 'cases.detail', { caseId });
    const agent = view.assignment?.agentId ?? '';
    await server.ok(agent, 'cases.accept', { caseId });
    const of = async (name: string, work: () => Promise<unknown>, limit: string): Promise<Figure> => {
      await work();
      const before = (await server.local<Call[]>('calls')).length;
      await work();
      const made = (await server.local<Call[]>('calls')).slice(before);
      const writes = made.reduce((sum, one) => sum + one.writes, 0);
      const reads = made.reduce((sum, one) => sum + one.reads, 0);
      return {
        name,
        value: writes,
        unit: 'writes',
        limit,
        note: `${reads} reads, who is calling among them`,
      };
    };
    return [
      await of(
        'opened: an entry of the register',
        () => server.ok('ad-cm-1', 'people.look', { personId: 'rs-01' }),
        '≤ 1',
      ),
      await of(
        'opened: number and door of a case',
        () => server.ok('ad-cm-1', 'cases.contact', { caseId, why: '核对' }),
        '≤ 1',
      ),
      await of('opened: photos', () => server.ok('ad-cm-1', 'cases.inspect', { caseId, why: '核对' }), '≤ 1'),
      await of('opened: the ID number', () => server.ok(agent, 'cases.reveal', { caseId }), '≤ 1'),
      await of(
        'read: a case and its photos by its agent, the list by a manager',
        async () => {
          await server.ok(agent, 'cases.detail', { caseId });
          await server.ok(agent, 'cases.photos', { caseId });
          await server.ok('ad-cm-1', 'cases.board', { orgId: 'cm-xinmin' });
        },
        '0',
      ),
    ];
  } finally {
    await server.stop();
  }
}

/** Residents whom the station wrote down, each with a case that was taken back; both sizes in turns. */
async function erasures(folders: string[], functionsDir: string): Promise<{ ms: number; calls: number }[]> {
  const servers = await Promise.all(
    folders.map((dir) => serve(dir, functionsDir, instantOf(addDays(MEASURED, NIGHTS + 1), '10:00'))),
  );
  try {
    const spent = servers.map((): number[] => []);
    const calls = servers.map(() => 0);
    for (let i = 0; i < LEAVING; i += 1)
      for (const [j, server] of servers.entries()) {
        const name = `闻${'一二三四五六七八'[i] ?? ''}`;
        const { caseId } = await intake(server, name, `1550001${String(i).padStart(4, '0')}`);
        await server.ok('ad-cm-1', 'cases.cancel', { caseId });
        const { people } = await server.ok('ad-cm-1', 'people.find', { text: name, orgId: 'cm-xinmin' });
        const wish = {
          personId: people[0]?.id ?? '',
          kind: 'leave',
          paper: '本人签字',
          goOn: false,
        } as const;
        const { id } = await server.ok('ad-cm-1', 'privacy.askFor', wish);
        const before = (await server.local<Call[]>('calls')).length;
        const started = performance.now();
        await server.ok('ad-cm-1', 'privacy.decide', { id, yes: true });
        // The first is not warm.
        if (i > 0) spent[j]?.push(performance.now() - started);
        calls[j] = sumOf((await server.local<Call[]>('calls')).slice(before));
      }
    return spent.map((one, i) => ({ ms: median(one), calls: calls[i] ?? 0 }));
  } finally {
    for (const server of servers) await server.stop();
  }
}

const sumOf = (made: readonly Call[]): number =>
  made.reduce((sum, { reads, writes, begins, commits }) => sum + reads + writes + begins + commits, 0);

const intake = (server: Server, name: string, phone: string) =>
  server.ok('ad-cm-1', 'cases.intake', {
    channel: 'phone',
    name,
    phone,
    serviceCode: 'disability-certificate',
    mode: 'counter',
    note: '想办残疾证',
  });

/** Both sizes in turns, night by night. */
async function nights(folders: string[], functionsDir: string): Promise<{ ms: number; calls: number }[]> {
  const servers = await Promise.all(
    folders.map((dir) => serve(dir, functionsDir, instantOf(MEASURED, '09:02'))),
  );
  try {
    const spent = servers.map((): number[] => []);
    const calls = servers.map(() => 0);
    for (const server of servers) await counted(server);
    for (let night = 0; night < NIGHTS; night += 1)
      for (const [i, server] of servers.entries()) {
        const day = addDays(MEASURED, night);
        await server.setClock(instantOf(day, '10:00'));
        await aDay(server, night);
        // Figures are counted, and offers lapse, before the night: what is left is the sealing.
        await server.setClock(instantOf(addDays(day, 1), '00:09'));
        await server.local('timers/sweep', {});
        await counted(server);
        await server.setClock(instantOf(addDays(day, 1), '00:55'));
        const started = performance.now();
        calls[i] = await counted(server);
        // The first is not warm.
        if (night > 0) spent[i]?.push(performance.now() - started);
      }
    return spent.map((one, i) => ({ ms: median(one), calls: calls[i] ?? 0 }));
  } finally {
    for (const server of servers) await server.stop();
  }
}

async function aDay(server: Server, night: number): Promise<void> {
  for (let i = 0; i < CASES; i += 1)
    await intake(
      server,
      `何${'一二三四五六七'[night] ?? ''}${'一二三四五六'[i] ?? ''}`,
      `155000${String(night).padStart(2, '0')}${String(i).padStart(3, '0')}`,
    );
  for (let i = 0; i < LOOKS; i += 1) await server.ok('ad-cm-1', 'people.look', { personId: 'rs-01' });
}

/** What the lever of a timer tells of its run. */
interface Told {
  result: { data?: { failed: number; unsealed: number } };
}

/** Runs the roll-up, which seals; gives how often it asked the database. */
async function counted(server: Server): Promise<number> {
  const before = (await server.local<Call[]>('calls')).length;
  const told = await server.local<Told>('timers/rollup', {});
  const { failed, unsealed } = told.result.data ?? { failed: 1, unsealed: 1 };
  if (failed + unsealed > 0) throw new Error(`the roll-up did not come to its end: ${JSON.stringify(told)}`);
  return sumOf((await server.local<Call[]>('calls')).slice(before));
}

/** A whole case by two sets of functions in two worlds, in turns: processor time of each. */
async function stories(functions: readonly string[], worlds: readonly World[]): Promise<number[]> {
  // Each story is another resident's: one person asks only so often.
  const residents = STORIES + WARM;
  const servers = await Promise.all(
    functions.map((dir, i) => startServer(dir, '', { ...worlds[i], residents })),
  );
  try {
    for (const server of servers) await server.local('timers/rollup', {});
    const before: number[] = [];
    for (let i = 0; i < residents; i += 1) {
      if (i === WARM) before.push(...(await Promise.all(servers.map((server) => server.spent()))));
      for (const server of servers) {
        await wholeCase(server, 'disability-certificate', nameOf(i));
        await server.ok('ad-cm-1', 'cases.board', { orgId: 'cm-xinmin' });
        await server.ok('ag-01', 'cases.queue', {});
      }
    }
    const after = await Promise.all(servers.map((server) => server.spent()));
    return after.map((spent, i) => (spent - (before[i] ?? 0)) / STORIES);
  } finally {
    for (const server of servers) await server.stop();
  }
}
