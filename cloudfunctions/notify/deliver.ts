import templates from '../../config/templates.json';
import {
  type Closed,
  type Sequel,
  heldBack,
  needsCall,
  sendAtFor,
  sequelOf,
} from '../domain/delivery/delivery';
import type { NoticeDoc, NoticeTemplate, PersonDoc, SubscriberDoc } from '../domain/documents';
import { digestOf, messageOf } from '../domain/delivery/message';
import { raiseAlarm, stoppedTemplates } from '../kit/alarms';
import { find, is, updateMany, updateOne } from '../kit/store';
import { accountFor } from './account-for';
import { askToCall } from './call';
import { send } from './send';

/** Notices that one read gives, and so at most as many readers: what the database gives by one list of ids. */
const BATCH = 100;
const kinds = Object.keys(templates) as NoticeTemplate[];
/** Messages that are on their way at once, each to another person. */
const WAVE = 8;
/** From so many of one kind on, one message tells of all. */
const DIGEST_FROM = 3;

/** A message to be: notices of one kind for one reader, the newest first. */
interface Group {
  person: PersonDoc;
  notices: [NoticeDoc, ...NoticeDoc[]];
}

export type Counts = Record<'due' | NoticeDoc['state'], number>;

/** Sends some of what is due, one message at a time for a reader, and writes what became of each. */
export async function deliver(now: number): Promise<{ counts: Counts; isDone: boolean }> {
  const due = { sendAt: is.lte(now) };
  const found = await find('notices', due, { orderBy: [['sendAt', 'asc']], limit: BATCH });
  const run = new Run(now, found.length);
  if (found.length > 0) {
    const groups = await run.sort(found);
    for (const wave of wavesOf(groups)) await run.send(wave);
  }
  return { counts: run.counts, isDone: found.length < BATCH };
}

class Run {
  readonly counts: Counts;

  constructor(
    private readonly now: number,
    due: number,
  ) {
    this.counts = { due, sent: 0, inbox_only: 0, waiting: 0, sending: 0, failed: 0, unknown: 0 };
  }

  /** Puts off or keeps what is not to be sent now, and gives what is, by reader and kind. */
  async sort(notices: readonly NoticeDoc[]): Promise<Group[]> {
    const ids = [...new Set(notices.map((notice) => notice.to))];
    const byId = { orderBy: [['_id', 'asc']] as ['_id', 'asc'][], limit: BATCH };
    const [people, subscribers, stopped] = await Promise.all([
      find('people', { _id: is.in(ids) }, byId),
      find('subscribers', { _id: is.in(ids) }, byId),
      stoppedTemplates(),
    ]);
    const missing = kinds.filter(
      (kind) => templates[kind] === '' && notices.some(({ template }) => template === kind),
    );
    for (const template of missing)
      await raiseAlarm({ kind: 'config', template, why: '模板编号还没有填' }, this.now);
    // An entry that was made one with another since: the one that remains is told, in the next run.
    const merged = people.filter((person) => person.merged !== undefined);
    for (const { _id, merged: went } of merged)
      await updateMany(
        'notices',
        { _id: is.in(notices.filter(({ to }) => to === _id).map((one) => one._id)) },
        { to: went?.into ?? _id },
      );
    const here = ids.filter((id) => merged.every(({ _id }) => _id !== id));
    const groups = here.map(async (id) => {
      const own = notices.filter((notice) => notice.to === id);
      const person = people.find(({ _id }) => _id === id);
      const subscriber = subscribers.find(({ _id }) => _id === id);
      const ready = await this.ready(own, person, subscriber, { missing, stopped });
      return person ? groupsOf(ready).map((group): Group => ({ person, notices: group })) : [];
    });
    return (await Promise.all(groups)).flat();
  }

  private async ready(
    notices: readonly NoticeDoc[],
    person: PersonDoc | undefined,
    subscriber: SubscriberDoc | undefined,
    closed: Closed,
  ): Promise<NoticeDoc[]> {
    const ready: NoticeDoc[] = [];
    for (const notice of notices) {
      const why = heldBack(notice, person, subscriber, closed);
      const sendAt = sendAtFor(notice.urgency, subscriber?.quiet ?? true, this.now);
      // A run that died while it sent this: whether it arrived cannot be known.
      if (notice.state === 'sending') await this.settle(notice, sequelOf(notice, undefined, this.now));
      else if (why !== undefined) await this.keep(notice, why, person);
      else if (sendAt > this.now) await this.settle(notice, { state: 'waiting', stateAt: this.now, sendAt });
      else ready.push(notice);
    }
    return ready;
  }

  /** Sends to several readers at once: takes a “yes” of each, writes that it is being sent, sends, writes the outcome. */
  async send(wave: readonly Group[]): Promise<void> {
    const taken = await Promise.all(wave.map(take));
    // Where there was none, the last “yes” went to another notice of this run: the next look finds it used up.
    const going = wave.filter((_, i) => taken[i]);
    if (going.length === 0) return;
    const ids = going.flatMap(({ notices }) => notices.map(({ _id }) => _id));
    await updateMany('notices', { _id: is.in(ids) }, { state: 'sending', stateAt: this.now }, { tries: 1 });
    await Promise.all(going.map((group) => this.sendGroup(group)));
  }

  private async sendGroup({ person, notices }: Group): Promise<void> {
    const [newest] = notices;
    const message = notices.length > 1 ? digestOf(notices, newest) : messageOf(newest);
    const answer = await send(person.openid ?? '', newest, message);
    for (const notice of notices) {
      const sent = { ...notice, tries: notice.tries + 1 };
      const sequel = sequelOf(sent, answer, this.now);
      if (isLost(sequel) && needsCall(sent, person, this.now)) await this.call(sent, sequel);
      else await this.settle(sent, sequel);
    }
    await accountFor(person._id, newest.template, answer, this.now);
  }

  /** Not by WeChat: it stays in the inbox, or the agent calls. */
  private keep(notice: NoticeDoc, why: string, person: PersonDoc | undefined): Promise<void> {
    const kept: Sequel = { state: 'inbox_only', stateAt: this.now, why, sendAt: undefined };
    const isCalled = needsCall(notice, person, this.now);
    return isCalled ? this.call(notice, kept) : this.settle(notice, kept);
  }

  private async call(notice: NoticeDoc, sequel: Sequel): Promise<void> {
    const isAsked = await askToCall(notice, this.now);
    return this.settle(
      notice,
      isAsked ? { ...sequel, state: 'inbox_only', why: '请代办员打电话告知' } : sequel,
    );
  }

  private async settle({ _id }: NoticeDoc, sequel: Sequel): Promise<void> {
    await updateOne('notices', { _id }, sequel);
    this.counts[sequel.state] += 1;
  }
}

const isLost = ({ state }: Sequel) => state === 'failed' || state === 'inbox_only';

/** Takes one “yes” of the reader's, if there is one: the ledger never goes below zero. */
function take({ person: { _id }, notices: [{ template }] }: Group): Promise<boolean> {
  const path = `left.${template}`;
  return updateOne('subscribers', { _id, [path]: is.gt(0) }, {}, { [path]: -1 });
}

/** Each by itself, oldest first; many of a kind together. */
function groupsOf(notices: readonly NoticeDoc[]): Group['notices'][] {
  return kinds.flatMap((kind): Group['notices'][] => {
    const newestFirst = notices.filter(({ template }) => template === kind).sort((a, b) => b.at - a.at);
    const [newest, ...older] = newestFirst;
    if (!newest) return [];
    return newestFirst.length >= DIGEST_FROM
      ? [[newest, ...older]]
      : newestFirst.reverse().map((one) => [one]);
  });
}

/** As many at once as may be, and never two to one reader. */
function wavesOf(groups: readonly Group[]): Group[][] {
  const waves: Group[][] = [];
  for (const group of groups) {
    const wave = waves.find(
      (one) => one.length < WAVE && one.every(({ person }) => person._id !== group.person._id),
    );
    if (wave) wave.push(group);
    else waves.push([group]);
  }
  return waves;
}
