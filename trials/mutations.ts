import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A fault that is planted in a copy of the source, and the trial that has to find it. */
export interface Mutation {
  what: string;
  file: string;
  from: string;
  to: string;
  trial: string;
}

export const mutations: readonly Mutation[] = [
  {
    what: 'an entry of the register is opened to managers of any unit',
    file: 'cloudfunctions/kit/registered.ts',
    from: 'return notOverseen(context, action, person.unit, field) ?? person;',
    to: 'return person;',
    trial: 'rights',
  },
  {
    what: 'whoever has any part in a case may do every deed',
    file: 'cloudfunctions/kit/rights.ts',
    from: 'partsIn(who, kase).some((one) => doers.includes(one)) ||',
    to: 'partsIn(who, kase).length > 0 ||',
    trial: 'rights',
  },
  {
    what: 'opening an entry of the register is written down nowhere',
    file: 'cloudfunctions/people/look.ts',
    from: 'const noted = await recordOnce(context, {',
    to: 'const noted = context.now > 0 ? undefined : await recordOnce(context, {',
    trial: 'rights',
  },
  {
    what: 'an id that is not there answers otherwise than one that is another’s',
    file: 'cloudfunctions/kit/cases.ts',
    from: "return reject('NOT_YOUR_CASE', { caseId: refusal });",
    to: "return reject(kase ? 'NOT_YOUR_CASE' : 'CASE_NOT_FOUND', { caseId: refusal });",
    trial: 'rights',
  },
  {
    what: 'input is not parsed at the border',
    file: 'cloudfunctions/kit/serve.ts',
    from: "return result.success ? { input: result.output } : reject('BAD_INPUT', fieldsOf(result.issues));",
    to: "if (result.issues && call.requestId === 'x') return reject('BAD_INPUT', fieldsOf(result.issues));\n  return { input: result.success ? result.output : call.input };",
    trial: 'hostile',
  },
  {
    what: 'a write is acknowledged before it is committed',
    file: 'localcloud/database/store.sqlite.ts',
    from: 'inTransaction(db, () => writes.forEach(write));\n      } catch',
    to: 'setTimeout(() => inTransaction(db, () => writes.forEach(write)), 300);\n      } catch',
    trial: 'kills',
  },
  {
    what: 'a write is acknowledged before it is synced',
    file: 'localcloud/database/store.sqlite.ts',
    from: "${isPassing ? 'OFF' : 'FULL'}",
    to: "${isPassing ? 'OFF' : 'NORMAL'}",
    trial: 'power',
  },
  {
    what: 'a case is written whoever has written it meanwhile',
    file: 'cloudfunctions/kit/write.ts',
    from: '{ _id: before._id, rev: before.rev }, changed',
    to: '{ _id: before._id }, changed',
    trial: 'races',
  },
  {
    what: 'which hours are taken is read before the transaction that takes one',
    file: 'cloudfunctions/kit/dispatch.ts',
    from: `  return transact<Outcome>(
    async (tx) => {
      await tx.put('turns', { _id: street.id, at });
      // Hours are given back without the turn: what this transaction has not read itself it must not write.
      const books = kase.slot ? [await bookOf(tx, bookIdOf(kase.slot))] : [];
`,
    to: `  const { slot } = kase;
  const books = slot ? await transact(async (tx) => [await bookOf(tx, bookIdOf(slot))]) : [];
  return transact<Outcome>(
    async (tx) => {
      await tx.put('turns', { _id: street.id, at });
`,
    trial: 'races',
  },
  {
    what: 'a file that is sent again is another import',
    file: 'cloudfunctions/imports/start.ts',
    from: 'const importId = sha256(`${input.table}\\n',
    to: 'const importId = sha256(`${context.requestId}\\n${input.table}\\n',
    trial: 'races',
  },
  {
    what: 'a wish to leave that has its answer gets another',
    file: 'cloudfunctions/kit/requests.ts',
    from: "if (before.state !== 'open') return reject",
    to: "if (before.state !== 'open' && context.now < 0) return reject",
    trial: 'races',
  },
  {
    what: 'what a run of the timer had in hand when it died is never looked at again',
    file: 'cloudfunctions/sweep/sweep.ts',
    from: '{ wakeAt: now + LEASE_MS, sweptBy: id },',
    to: '{ wakeAt: now + 1e12, sweptBy: id },',
    trial: 'timers',
  },
  {
    what: 'two runs of the sender go at the same time',
    file: 'cloudfunctions/notify/turn.ts',
    from: 'if (!isMine) return undefined;',
    to: 'if (!isMine && now < 0) return undefined;',
    trial: 'timers',
  },
  {
    what: 'a message that was sent is not written down as sent',
    file: 'cloudfunctions/domain/delivery/delivery.ts',
    from: 'return end(rule.then);',
    to: 'return { ...end(rule.then), sendAt: now };',
    trial: 'timers',
  },
  {
    what: 'the cards of a bad rating’s rectification are told to the agent',
    file: 'cloudfunctions/domain/case/readers.ts',
    from: 'return isReadBy(deed, part) && (!isOfReview || readsReviews(part));',
    to: 'return isReadBy(deed, part) || isOfReview;',
    trial: 'rated',
  },
  {
    what: 'a disk that takes nothing is taken for a fault of ours',
    file: 'cloudfunctions/kit/store.ts',
    from: 'return /-501001|SYS_ERR/.test(textOf(error));',
    to: "return textOf(error) === '-501001';",
    trial: 'disk',
  },
  {
    what: 'whoever works reads the number of any resident whose case they see',
    file: 'cloudfunctions/domain/shown.ts',
    from: "phone: {\n    home: 'whole',\n    dealing: 'whole',\n    beside: 'masked',\n    staff: 'masked'",
    to: "phone: {\n    home: 'whole',\n    dealing: 'whole',\n    beside: 'masked',\n    staff: 'whole'",
    trial: 'seen',
  },
  {
    what: 'the page of a copy writes < as it came',
    file: 'cloudfunctions/domain/privacy/copy-page.ts',
    from: '.replace(/[&<>"\']/g, (mark)',
    to: '.replace(/[&"\']/g, (mark)',
    trial: 'text',
  },
  {
    what: 'a cell of a table begins as its text does',
    file: 'cloudfunctions/domain/cell-text.ts',
    from: "? `'${text}` : text",
    to: '? text : text',
    trial: 'text',
  },
];

const root = join(__dirname, '..');
const folders = [
  'cloudfunctions',
  'contract',
  'config',
  'demo',
  'localcloud',
  'scripts',
  'tests/support',
  'trials',
];
const files = ['package.json', 'package-lock.json', 'tsconfig.json'];

/** Plants each fault in a copy of its own and runs the short form of its trial on it. Tells whether every one was found. */
export async function plant(seed: number, of: readonly string[] = []): Promise<boolean> {
  console.log('\n| fault | trial | found |\n|---|---|---|');
  let isAllFound = true;
  for (const { what, file, from, to, trial } of mutations.filter(
    (one) => of.length === 0 || of.includes(one.trial),
  )) {
    const copy = mkdtempSync(join(tmpdir(), 'linli-mutation-'));
    try {
      for (const name of [...folders, ...files])
        cpSync(join(root, name), join(copy, name), { recursive: true });
      symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
      const path = join(copy, file);
      const source = readFileSync(path, 'utf8');
      if (!source.includes(from)) throw new Error(`${file} has no ${from}: the list of mutations is old`);
      writeFileSync(path, source.replace(from, to));
      const run = (...args: string[]) =>
        spawnSync(process.execPath, ['--import', 'tsx', ...args], {
          cwd: copy,
          encoding: 'utf8',
          timeout: 300_000,
        });
      if (file.startsWith('cloudfunctions')) {
        const built = run('scripts/build-functions.ts');
        if (built.status !== 0) throw new Error(built.stderr);
      } else
        cpSync(join(root, 'dist/cloudfunctions'), join(copy, 'dist/cloudfunctions'), { recursive: true });
      const rounds = trial === 'hostile' ? ['--rounds', '200'] : [];
      const { status, stdout } = run(
        'trials/run.ts',
        '--short',
        '--only',
        trial,
        '--seed',
        String(seed),
        ...rounds,
      );
      const [first = ''] = stdout.split('\n').filter((line) => line.startsWith('- '));
      // 2: it could not even be carried out, which nobody overlooks either.
      const isFound = status === 1 || status === 2;
      isAllFound &&= isFound;
      console.log(
        `| ${what} | ${trial} | ${isFound ? `yes: ${first.slice(2, 140) || 'it could not be carried out'}` : 'NO'} |`,
      );
    } finally {
      rmSync(copy, { recursive: true, force: true });
    }
  }
  return isAllFound;
}
