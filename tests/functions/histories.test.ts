import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import database from '../../config/database.json';
import templates from '../../config/templates.json';
import type { Message } from '../../localcloud/wechat/messages';
import { docOf } from '../../localcloud/database/database';
import { openSqlite } from '../../localcloud/database/store.sqlite';
import type {
  CaseDoc,
  NoticeDoc,
  NoticeTemplate,
  SubscriberDoc,
} from '../../cloudfunctions/domain/documents';
import { opened, personDoc } from '../support/world';
import { newSubscriber } from '../../cloudfunctions/domain/delivery/subscriber';
import { type Client, connect } from '../../demo/client';
import { MONDAY, startDemoCloud } from '../../demo/cloud';

/**
 * Seeded histories of readers and their notices, all at once against one `notify`: errors, lost answers, quotas that WeChat
 * counts otherwise than we do, kills after any call, two runs at a time. `HISTORIES=2000` is the figure in the bench.
 */
const HISTORIES = Number(process.env.HISTORIES ?? 150);
const ROUNDS = 40;
const minute = 60_000;
const kinds = Object.keys(templates) as NoticeTemplate[];

interface History {
  /** yeses that we counted, and that WeChat did, by kind */
  ours: number[];
  theirs: number[];
  /** the kind of each notice and the minute it is written in; two of a kind at most, so that none is told in a digest */
  notices: { kind: number; after: number }[];
  quiet: boolean;
  /** says yes once more, in this minute */
  yes: number;
}
const history: fc.Arbitrary<History> = fc.record({
  ours: fc.array(fc.nat(4), { minLength: 4, maxLength: 4 }),
  theirs: fc.array(fc.nat(4), { minLength: 4, maxLength: 4 }),
  notices: fc
    .array(fc.record({ kind: fc.nat(3), after: fc.nat(60) }), { minLength: 1, maxLength: 4 })
    .map((list) =>
      list.filter(({ kind }, i) => list.slice(0, i).filter((one) => one.kind === kind).length < 2),
    ),
  quiet: fc.boolean(),
  yes: fc.nat(80),
});

/** What happens in one minute's turn of the timer. */
interface Round {
  fault?: { errcode: number | string; times: number };
  killAfter?: number;
  runs: number;
}
const codes = [43101, 47003, 40003, 41030, 45168, 43108, 44991, 45011, 45009, -1, -604102, 12345];
const round = (answers: readonly (number | string)[], isDeadly: boolean): fc.Arbitrary<Round> =>
  fc.record({
    fault: fc.option(
      fc.record({ errcode: fc.constantFrom(...answers), times: fc.integer({ min: 1, max: 30 }) }),
      {
        nil: undefined,
      },
    ),
    killAfter: isDeadly
      ? fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined })
      : fc.constant(undefined),
    runs: fc.integer({ min: 1, max: 3 }),
  });

const reader = (i: number) => `reader-${i}`;
const numberOf = (i: number, nth: number) => String(10_000_000 + i * 10 + nth);

/** The notices of a case stand in its outbox until their minute comes. */
function casesOf({ notices }: History, i: number): CaseDoc[] {
  return notices.map(({ kind, after }, nth) => {
    const at = MONDAY + after * minute;
    const no = numberOf(i, nth);
    const kase: CaseDoc = {
      ...opened({ resident: personDoc(reader(i), 'resident'), requestId: no }, at),
      _id: `case-${no}`,
      no,
    };
    const template = kinds[kind] ?? 'progress';
    const [notice] = kase.outbox;
    if (!notice) throw new Error('a case that tells nobody');
    const { inboxOnly: _, ...told } = notice;
    return {
      ...kase,
      outbox: [{ ...told, _id: `${kase._id}:1:${template}:${reader(i)}`, template, no }],
      outboxAt: at,
    };
  });
}

function subscriberOf({ ours, quiet }: History, i: number): SubscriberDoc {
  const left = Object.fromEntries(kinds.map((kind, k) => [kind, ours[k] ?? 0]));
  return { ...newSubscriber(reader(i)), left, quiet };
}

interface Outcome {
  notices: NoticeDoc[];
  subscribers: SubscriberDoc[];
  messages: Message[];
  /** sendings whose outcome could not be known */
  unknown: number;
}

async function play(histories: readonly History[], rounds: readonly Round[]): Promise<Outcome> {
  const dataDir = mkdtempSync(join(tmpdir(), 'linli-histories-'));
  const people = histories.map((_, i) => ({ ...personDoc(reader(i), 'resident'), openid: `o-${i}` }));
  const cloud = await startDemoCloud({
    dataDir,
    port: 0,
    timers: false,
    quiet: true,
    seed: {
      people: people.map((one) => ({ ...one })),
      subscribers: histories.map((one, i) => ({ ...subscriberOf(one, i) })),
      cases: histories.flatMap((one, i) => casesOf(one, i).map((kase) => ({ ...kase }))),
    },
    people: people.map(({ _id: id, name, openid }) => ({ id, name, openid, role: 'resident' })),
  });
  cloud.clock.set(MONDAY, true);
  const client = await connect(cloud.url);
  let unknown = 0;
  for (const [i, { theirs }] of histories.entries())
    for (const [k, count] of theirs.entries()) await saysYes(client, i, k, count);
  for (const [turn, { fault, killAfter, runs }] of rounds.entries()) {
    await client.setClock(MONDAY + turn * 2 * minute);
    for (const [i, { yes }] of histories.entries())
      if (yes === turn) {
        await saysYes(client, i, 0, 1);
        await client.ok(reader(i), 'account.subscribed', { accepted: ['assignment'], refused: [] });
      }
    if (fault) await client.local('faults', { api: 'subscribeMessage.send', ...fault });
    if (fault?.errcode === 'lost' || fault?.errcode === 'dropped' || fault?.errcode === -604102)
      unknown += fault.times;
    if (killAfter) await client.local('kill', { function: 'notify', after: killAfter });
    // A killed run answers nothing; of a wave that was on its way, nothing is known.
    const ends = await Promise.allSettled(
      Array.from({ length: runs }, () => client.local('timers/notify', {})),
    );
    unknown += 8 * ends.filter(({ status }) => status === 'rejected').length;
  }
  // Left alone, with nothing going wrong, it comes to an end.
  await client.local('faults', { api: 'subscribeMessage.send', errcode: 0, times: 0 });
  for (const day of [0, 1, 2, 3, 4])
    for (const after of [0, 2, 4, 8, 16]) {
      await client.setClock(MONDAY + day * 1440 * minute + (ROUNDS * 2 + after) * minute);
      await client.local('timers/notify', {}).catch(() => undefined);
    }
  const messages = await client.local<Message[]>('messages');
  await cloud.close();
  const store = openSqlite(join(dataDir, 'database.sqlite'), database.collections as never);
  const all = async <D>(name: string) => {
    const docs: D[] = [];
    const spec = database.collections.find((one) => one.name === name);
    await store.scan(spec as never, { where: { all: [] } }, (row) => void docs.push(docOf(row) as D));
    return docs;
  };
  const kept = {
    notices: await all<NoticeDoc>('notices'),
    subscribers: await all<SubscriberDoc>('subscribers'),
  };
  await store.close();
  rmSync(dataDir, { recursive: true });
  return { ...kept, messages, unknown };
}

async function saysYes(client: Client, i: number, kind: number, times: number): Promise<void> {
  const templateId = templates[kinds[kind] ?? 'progress'];
  for (let n = 0; n < times; n += 1)
    await client.local('subscriptions', { person: reader(i), templateId, answer: 'accept' });
}

/** What the run met, for the developer who asked for a long one. */
function tally({ notices, unknown }: Outcome, messagesOf: (notice: NoticeDoc) => number): void {
  const states: Record<string, number> = {};
  for (const { state } of notices) states[state] = (states[state] ?? 0) + 1;
  const twice = notices.filter((notice) => messagesOf(notice) > 1).length;
  console.info(
    `${notices.length} notices ${JSON.stringify(states)}, ${twice} twice, ${unknown} may be unknown`,
  );
}

describe.each([
  ['with errors of every kind', codes.slice(0, -2).concat(12345), false],
  ['with answers that are never heard, and runs that die', ['lost', 'dropped', -604102, -1, 43108], true],
])('%s', (_, answers, isDeadly) => {
  let histories: History[];
  let outcome: Outcome;
  const messagesOf = ({ no, template }: NoticeDoc) =>
    outcome.messages.filter(
      (one) => one.data.character_string5?.value === no && one.templateId === templates[template],
    ).length;
  beforeAll(async () => {
    histories = fc.sample(history, { seed: 2026, numRuns: HISTORIES / 2 });
    outcome = await play(histories, fc.sample(round(answers, isDeadly), { seed: 11, numRuns: ROUNDS }));
    if (process.env.HISTORIES) tally(outcome, messagesOf);
  }, 3_600_000);

  it('loses nothing: every notice is in the inbox, and it is settled what became of it', () => {
    const expected = histories.flatMap((one, i) => casesOf(one, i).map(({ outbox }) => outbox[0]?._id));
    expect(outcome.notices.map(({ _id }) => _id).sort()).toEqual(expected.sort());
    const open = outcome.notices.filter(
      ({ state, sendAt }) => /waiting|sending/.test(state) || sendAt !== undefined,
    );
    expect(open).toEqual([]);
  });

  it('says of none that it was sent, or was not, when it is otherwise', () => {
    for (const notice of outcome.notices) {
      const count = messagesOf(notice);
      if (notice.state === 'sent') expect(count).toBeGreaterThanOrEqual(1);
      else if (!isDeadly) expect(count).toBe(0);
    }
    expect(outcome.messages.length).toBeGreaterThan(histories.length / 4);
  });

  it('repeats none, but once where nobody could know whether it had arrived', () => {
    const repeats = outcome.notices.map((notice) => Math.max(0, messagesOf(notice) - 1));
    expect(Math.max(...repeats)).toBeLessThanOrEqual(isDeadly ? 1 : 0);
    expect(repeats.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(outcome.unknown);
  });

  it('keeps a ledger that is never below zero, and never sends more than there were yeses', () => {
    for (const { _id, left } of outcome.subscribers) {
      const i = Number(_id.split('-')[1]);
      for (const [k, kind] of kinds.entries()) {
        const given = (histories[i]?.ours[k] ?? 0) + (k === 0 && (histories[i]?.yes ?? 99) < ROUNDS ? 1 : 0);
        const sent = outcome.messages.filter(
          ({ openid, templateId }) => openid === `o-${i}` && templateId === templates[kind],
        ).length;
        expect(left[kind] ?? 0).toBeGreaterThanOrEqual(0);
        expect(sent + (left[kind] ?? 0)).toBeLessThanOrEqual(given);
      }
    }
  });
});
