import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import database from '../config/database.json';
import templates from '../config/templates.json';
import { type Action, contract } from '../contract/actions';
import { instantOf } from '../contract/time';
import { type NoticeKind, noticeKinds } from '../contract/words';
import { copyDatabase } from '../localcloud/database/store.sqlite';
import { type LocalCloud, type LocalCloudOptions, startLocalCloud } from '../localcloud/server';
import { demoDocuments, demoPeople, nobodies } from './documents';
import { demoLevers } from './levers';

/** A Monday morning inside office hours: whatever is tried starts here, on whichever day it runs. */
export const MONDAY = instantOf('2026-11-23', '10:00');

/** The built functions behind a local cloud with the demo community. */
export function startDemoCloud(
  options: Pick<LocalCloudOptions, 'dataDir' | 'port'> & Partial<LocalCloudOptions>,
): Promise<LocalCloud> {
  return startLocalCloud({
    functionsDir: join(__dirname, '../dist/cloudfunctions'),
    database,
    people: demoPeople(),
    levers: demoLevers,
    templates: ownTemplates(),
    strictIndexes: true,
    looking,
    ...options,
    seed: options.seed ?? demoDocuments(),
  });
}

/** The templates of the demo's account, with the five keywords that config/README.md has applied for. */
export function ownTemplates() {
  const keywords = [
    '服务事项：{{thing1.DATA}}',
    '办理状态：{{phrase2.DATA}}',
    '进度说明：{{thing3.DATA}}',
    '更新时间：{{time4.DATA}}',
    '办件编号：{{character_string5.DATA}}',
  ];
  const kinds = Object.entries(templates) as [NoticeKind, string][];
  return kinds.map(([kind, id]) => ({ id, title: noticeKinds[kind], content: keywords.join('\n') }));
}

/** An installation that knows no unit and no person; some whom WeChat knows, to begin it, work in it and live there. */
export const emptyOptions = () => ({ seed: {}, people: nobodies(8) });
/** A code is drawn by WeChat, the self-check tries its calls, and a search writes down what it did not find: more than a look. */
const more = ['units.code', 'admin.check', 'catalog.search'];
const looking = Object.fromEntries(
  Object.entries<Record<string, Action>>(contract).map(([name, actions]) => [
    name,
    Object.keys(actions).filter((action) => !actions[action]?.writes && !more.includes(`${name}.${action}`)),
  ]),
);

/** The demo's database as it is at first: whatever is tried next in this process begins with a copy. */
let demoFile: Buffer | undefined;

/** The same to try things on: fresh data, a free port, the clock standing at MONDAY, timers by hand; closed, it leaves nothing. */
export async function startTrialCloud(
  options: Partial<
    Pick<
      LocalCloudOptions,
      | 'functionsDir'
      | 'database'
      | 'staticDir'
      | 'quiet'
      | 'seed'
      | 'people'
      | 'levers'
      | 'pages'
      | 'isPassing'
      | 'reader'
      | 'templates'
    >
  > = {},
): Promise<LocalCloud & { dataDir: string }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'linli-'));
  const file = join(dataDir, 'database.sqlite');
  const isDemo = !options.seed && !options.database;
  if (isDemo && demoFile) writeFileSync(file, demoFile);
  const cloud = await startDemoCloud({
    dataDir,
    port: 0,
    timers: false,
    quiet: true,
    isPassing: true,
    ...(isDemo && demoFile && { seed: {} }),
    ...options,
  });
  cloud.clock.set(MONDAY, true);
  if (isDemo && !demoFile) {
    const copy = join(dataDir, 'demo.sqlite');
    copyDatabase(file, copy);
    demoFile = readFileSync(copy);
    rmSync(copy);
  }
  return {
    ...cloud,
    dataDir,
    async close() {
      await cloud.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
