import { join } from 'node:path';
import Database from 'libsql';
import database from '../../config/database.json';
import templates from '../../config/templates.json';
import type { NoticeKind } from '../../contract/words';
import { type Client, connect } from '../../demo/client';
import type { LocalCloud } from '../../localcloud/server';
import { startTrialCloud } from '../../demo/cloud';

export { freshId } from '../../demo/client';
export { MONDAY } from '../../demo/cloud';

export interface TestCloud extends Client {
  /** A token for a person whom WeChat knows and the register may not. */
  tokenOf(openid: string): string;
  timer(name: 'beat' | 'migrate' | 'notify' | 'sweep' | 'rollup'): Promise<Record<string, number>>;
  /** The person says yes in WeChat's dialog so many times, and the mini-program counts it. */
  saysYes(person: string, kinds: NoticeKind[], times?: number): Promise<void>;
  /** Every document that the database holds, by collection and id, with its revision. */
  stored(): Record<string, unknown[]>;
  /** What the operator of the cloud writes past the functions. */
  console: LocalCloud['console'];
  dataDir: string;
  close(): Promise<void>;
}

/** The built functions behind a local cloud of their own: fresh demo data, the clock at MONDAY, timers by hand. */
export async function startTestCloud(
  options: Parameters<typeof startTrialCloud>[0] = {},
): Promise<TestCloud> {
  const cloud = await startTrialCloud({ quiet: !process.env.NOISY, ...options });
  const client = await connect(cloud.url);
  return {
    ...client,
    tokenOf: cloud.identity.tokenOf,
    async timer(name) {
      const { result } = await client.local<{ result: { ok: boolean; data: Record<string, number> } }>(
        `timers/${name}`,
        {},
      );
      expect(result.ok).toBe(true);
      return result.data;
    },
    async saysYes(person, kinds, times = 1) {
      for (let i = 0; i < times; i += 1) {
        for (const kind of kinds) {
          const templateId = templates[kind];
          await client.local('subscriptions', { person, templateId, answer: 'accept' });
        }
        await client.ok(person, 'account.subscribed', { accepted: kinds, refused: [] });
      }
    },
    stored() {
      const db = new Database(join(cloud.dataDir, 'database.sqlite'));
      try {
        return Object.fromEntries(
          database.collections.map(({ name }) => [
            name,
            db.prepare(`SELECT id, rev, text FROM "${name}" ORDER BY id`).all(),
          ]),
        );
      } finally {
        db.close();
      }
    },
    console: cloud.console,
    dataDir: cloud.dataDir,
    close: cloud.close,
  };
}
