import { type Answer, heldBack, ruleFor, sendAtFor, sequelOf } from '../domain/delivery';
import type { NoticeDoc, NoticeTemplate, SubscriberDoc } from '../domain/documents';
import { digestOf, messageOf } from '../domain/message';
import { find, get, incrementOne, is, updateMany, updateOne } from '../kit/store';
import { raiseAlarm, stoppedTemplates } from './alarm';
import { askToCall, needsCall } from './call';
import { send } from './send';

const BATCH = 50;
/** Longer than a run may take: after it another run may take over what a crash left. */
const LEASE_MS = 2 * 60_000;
/** From so many of one kind on, one message tells of all. */
const DIGEST_FROM = 3;

/** Sends what is due, one at a time for a person, and writes what became of each. */
export async function deliver(now: number): Promise<Record<string, number>> {
  const run = new Run(now, await stoppedTemplates());
  for (const [person, notices] of await run.lease()) await run.sendTo(person, notices);
  return run.counts;
}

class Run {
  readonly id: string;
  readonly counts: Record<string, number> = {
    due: 0,
    sent: 0,
    inbox_only: 0,
    waiting: 0,
    failed: 0,
    unknown: 0,
  };

  constructor(
    readonly now: number,
    readonly stopped: NoticeTemplate[],
  ) {
    this.id = `notify-${now}-${Math.random().toString(36).slice(2, 10)}`;
  }

  /** What is due and no other run has, by person, oldest first; marked as being sent before anything is. */
  async lease(): Promise<Map<string, NoticeDoc[]>> {
    const { now, id } = this;
    const due = { sendAt: is.lte(now) };
    const found = await find('notices', due, { orderBy: [['sendAt', 'asc']], limit: BATCH });
    this.counts.due = found.length;
    const byPerson = new Map<string, NoticeDoc[]>();
    if (found.length === 0) return byPerson;
    const ids = found.map((notice) => notice._id);
    const leased = await updateMany(
      'notices',
      { ...due, _id: is.in(ids) },
      { sendAt: now + LEASE_MS, sentBy: id },
    );
    const mine =
      leased === found.length
        ? found
        : await find('notices', { sentBy: id }, { orderBy: [['at', 'asc']], limit: BATCH });
    for (const notice of mine) byPerson.set(notice.to, [...(byPerson.get(notice.to) ?? []), notice]);
    return byPerson;
  }

  async sendTo(person: string, notices: NoticeDoc[]): Promise<void> {
    const [subscriber, who] = await Promise.all([get('subscribers', person), get('people', person)]);
    const fresh: NoticeDoc[] = [];
    for (const notice of notices) {
      const why = heldBack(notice, who && subscriber, this.stopped);
      const sendAt = sendAtFor(notice.urgency, subscriber?.quiet ?? false, this.now);
      // A run that died while it sent this: whether it arrived cannot be known.
      if (notice.state === 'sending') await this.settle([notice], undefined);
      else if (why !== undefined) {
        if (who && needsCall(notice, who, subscriber, this.now) && (await askToCall(notice, this.now)))
          await this.keep(notice, '请代办员打电话告知');
        else await this.keep(notice, why);
      } else if (sendAt > this.now) await this.putOff(notice, sendAt);
      else fresh.push(notice);
    }
    if (!subscriber) return;
    for (const group of groupsOf(fresh)) await this.sendGroup(subscriber, group);
  }

  /** One message for one notice, or for several of a kind. */
  private async sendGroup(subscriber: SubscriberDoc, group: [NoticeDoc, ...NoticeDoc[]]): Promise<void> {
    const [newest] = group;
    const { template } = newest;
    if (!(await this.take(subscriber._id, template))) {
      // The last “yes” went to another notice, or another run is at it.
      for (const notice of group) await this.putOff(notice, this.now + 60_000);
      return;
    }
    const sending = group.map((notice): NoticeDoc => ({
      ...notice,
      state: 'sending',
      tries: notice.tries + 1,
    }));
    for (const { _id, state, tries } of sending)
      await updateOne('notices', { _id }, { state, tries, stateAt: this.now });
    const message = group.length > 1 ? digestOf(group, newest) : messageOf(newest);
    const answer = await send(subscriber.openid, newest, message);
    await this.settle(sending, answer, subscriber._id);
  }

  /** Takes one “yes”, if there is one and nobody else sends to this person now. The ledger never goes below zero. */
  private take(person: string, template: NoticeTemplate): Promise<boolean> {
    return incrementOne(
      'subscribers',
      { _id: person, [`left.${template}`]: is.gt(0) },
      { [`left.${template}`]: -1 },
    );
  }

  /** Writes what became of notices that were sent as one message. */
  private async settle(notices: NoticeDoc[], answer: Answer, person?: string): Promise<void> {
    const rule = ruleFor(answer);
    for (const notice of notices) {
      const sequel = sequelOf(notice, answer, this.now);
      await updateOne('notices', { _id: notice._id }, { ...sequel, sentBy: undefined });
      this.count(sequel.state);
    }
    const [first] = notices;
    if (!first || !person) return;
    const path = `left.${first.template}`;
    if (answer === 43101) await updateOne('subscribers', { _id: person }, { [path]: 0 });
    else if (rule.quota === 'back') await incrementOne('subscribers', { _id: person }, { [path]: 1 });
    if (rule.alarm) await raiseAlarm(rule.alarm, first.template, answer ?? 0, rule.why, this.now);
  }

  private async keep(notice: NoticeDoc, why: string): Promise<void> {
    const kept = {
      state: 'inbox_only',
      stateAt: this.now,
      why,
      sendAt: undefined,
      sentBy: undefined,
    } as const;
    await updateOne('notices', { _id: notice._id }, kept);
    this.count('inbox_only');
  }

  private async putOff(notice: NoticeDoc, sendAt: number): Promise<void> {
    await updateOne('notices', { _id: notice._id }, { sendAt, sentBy: undefined });
    this.count('waiting');
  }

  private count(state: string) {
    this.counts[state] = (this.counts[state] ?? 0) + 1;
  }
}

/** Each by itself; many of a kind together, newest first. */
function groupsOf(notices: readonly NoticeDoc[]): [NoticeDoc, ...NoticeDoc[]][] {
  const kinds = new Map<NoticeTemplate, NoticeDoc[]>();
  for (const notice of notices) kinds.set(notice.template, [notice, ...(kinds.get(notice.template) ?? [])]);
  return [...kinds.values()].flatMap((kind): [NoticeDoc, ...NoticeDoc[]][] => {
    const [newest, ...older] = kind;
    if (!newest) return [];
    return kind.length >= DIGEST_FROM ? [[newest, ...older]] : kind.reverse().map((one) => [one]);
  });
}
