import { randomInt, randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { docOf } from '../database/database';
import { encode } from '../database/ejson';
import type { DemoPerson } from './people';
import type { CollectionSpec, Store } from '../database/store';

const message = v.object({
  at: v.number(),
  openid: v.string(),
  templateId: v.string(),
  page: v.optional(v.string()),
  data: v.record(v.string(), v.object({ value: v.string() })),
  miniprogramState: v.string(),
});
/** A subscribe message as it would have reached a person's WeChat. `at`: epoch milliseconds. */
export type Message = v.InferOutput<typeof message>;

/** How many “yes” of a person for a template are left. */
const quota = v.object({ left: v.number() });
export const quotaBox: CollectionSpec = { name: '_local_quotas', fields: {}, indexes: [] };

/** Beside the product's collections, out of its reach: `/admin` knows only the declared ones. */
export const messageBox: CollectionSpec = { name: '_local_messages', fields: {}, indexes: [] };

/** The inspectable outbox that stands for WeChat's delivery. */
export class Messages {
  constructor(
    private readonly store: Store,
    private readonly people: DemoPerson[],
  ) {}

  /** Whether WeChat knows this openid: one of the demo's people, or any openid where there are none. */
  knows(openid: string): boolean {
    return (
      openid !== '' && (this.people.length === 0 || this.people.some((person) => person.openid === openid))
    );
  }

  /** Keeps the message and gives its msgid. Small, as the SDK makes an object of one over 15 digits. */
  async deliver(delivered: Message): Promise<number> {
    const id = randomUUID();
    const text = encode({ _id: id, ...delivered });
    await this.store.commit([{ collection: messageBox, id, rev: null, text }]);
    return randomInt(1, 2 ** 31);
  }

  /** A person said yes (or no) to messages of a template: one more to send, as WeChat counts. */
  async answer(openid: string, templateId: string, isYes: boolean): Promise<void> {
    if (isYes) await this.changeQuota(openid, templateId, 1);
  }

  /** Takes one “yes”; false when there is none. */
  take(openid: string, templateId: string): Promise<boolean> {
    return this.changeQuota(openid, templateId, -1);
  }

  private async changeQuota(openid: string, templateId: string, by: number): Promise<boolean> {
    const id = `${openid} ${templateId}`;
    const row = await this.store.get(quotaBox, id);
    const left = (row ? v.parse(quota, docOf(row)).left : 0) + by;
    if (left < 0) return false;
    const text = encode({ _id: id, left });
    await this.store.commit([{ collection: quotaBox, id, rev: row?.rev ?? null, text }]);
    return true;
  }

  /** All of them, newest last, with the names of their readers. */
  async all(): Promise<(Message & { personId?: string; name?: string })[]> {
    const found: (Message & { personId?: string; name?: string })[] = [];
    await this.store.scan(messageBox, { where: { all: [] } }, (row) => {
      const kept = v.parse(message, docOf(row));
      const person = this.people.find(({ openid }) => openid === kept.openid);
      found.push({ ...kept, ...(person ? { personId: person.id, name: person.name } : {}) });
    });
    return found;
  }
}
