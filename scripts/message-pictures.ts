import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import templates from '../config/templates.json';
import { type NoticeKind, noticeKinds } from '../contract/words';
import { launchBrowser } from './browser.mjs';
import { type Client, connect } from '../demo/client';
import { startTrialCloud } from '../demo/cloud';
import { leversWithFont } from '../tests/browser/font';
import { root } from './stamp';

/**
 * `npm run message-pictures`: a small story is played, its messages are sent moment by moment, and each is drawn as WeChat would
 * show it, from what the local cloud delivered. Into docs/messages.md and docs/images/.
 */
const docs = join(root, 'docs');
/** The keywords of the templates, as config/README.md has them applied for. */
const keywords: Record<string, string> = {
  thing1: '服务事项',
  phrase2: '办理状态',
  thing3: '进度说明',
  time4: '更新时间',
  character_string5: '办件编号',
};
const kinds = Object.keys(noticeKinds) as NoticeKind[];
const titles: Record<NoticeKind, string> = {
  assignment: '派单提醒',
  progress: '办理进度提醒',
  supplement: '材料补充提醒',
  result: '办理结果通知',
};

interface Message {
  name?: string;
  templateId: string;
  page: string;
  data: Record<string, { value: string }>;
}

async function main(): Promise<void> {
  mkdirSync(join(docs, 'images'), { recursive: true });
  const cloud = await startTrialCloud({ levers: leversWithFont });
  const shown = await play(await connect(cloud.url));
  const browser = await launchBrowser();
  const page = await browser.newPage({
    viewport: { width: 375, height: 100 },
    locale: 'zh-CN',
    bypassCSP: true,
  });
  // What is drawn below belongs to this address, so it finds the font there.
  await page.goto(`${cloud.url}/_local/fonts.css`);
  const chapters: string[] = [];
  for (const { moment, file, message } of shown) {
    const kind = kinds.find((one) => templates[one] === message.templateId);
    if (!kind) throw new Error(`${moment}: no template has the id ${message.templateId}`);
    await page.setContent(card(titles[kind], message));
    await page.screenshot({ path: join(docs, `images/message-${file}.png`), fullPage: true });
    chapters.push(
      `## ${moment}`,
      `${titles[kind]}（\`${kind}\`），给${message.name ?? ''}；点开是 \`${message.page.replace(/=.*/, '=…')}\`。`,
      `![${moment}](images/message-${file}.png)`,
    );
  }
  await browser.close();
  await cloud.close();
  const lead = [
    '# 发到微信的消息',
    '`npm run message-pictures` 画的：本地云演一遍，把真正发出去的内容照微信的样子画出来。模板怎么申请，见 [config/README.md](../config/README.md)。',
  ];
  writeFileSync(join(docs, 'messages.md'), `${[...lead, ...chapters].join('\n\n')}\n`);
}

interface Shown {
  /** what has just happened */
  moment: string;
  file: string;
  message: Message;
}

/** A case from the request to its end, and one that staff wrote down. All have said yes to messages: one comes at each moment. */
async function play(client: Client): Promise<Shown[]> {
  const [resident, agent, known] = ['rs-01', 'ag-01', 'rs-02'];
  for (const person of [resident, agent, known]) for (const kind of kinds) await sayYes(client, person, kind);
  const shown: Shown[] = [];
  let count = 0;
  /** The one message that this deed gave rise to. */
  async function tell<T>(moment: string, file: string, deed: () => Promise<T>): Promise<T> {
    const done = await deed();
    await client.local('timers/notify', {});
    const messages = await client.local<Message[]>('messages');
    const [message, ...more] = messages.slice(count);
    if (!message || more.length > 0)
      throw new Error(`${moment}: ${more.length + (message ? 1 : 0)} messages`);
    count = messages.length;
    shown.push({ moment, file, message });
    return done;
  }
  const { caseId } = await tell('派单', 'offer', () =>
    client.ok(resident, 'cases.submit', {
      serviceCode: 'disability-certificate',
      mode: 'home-visit',
      note: '老伴瘫痪两年，下不了楼，想办残疾证',
    }),
  );
  await tell('接单', 'accept', () => client.ok(agent, 'cases.accept', { caseId }));
  await tell('缺材料', 'ask', () => client.ok(agent, 'cases.ask', { caseId, text: '户口簿' }));
  await tell('材料补来了', 'supply', () =>
    client.ok(resident, 'cases.supply', { caseId, text: '在家，来拿就行' }),
  );
  const { clocks } = (await client.ok(agent, 'cases.detail', { caseId })).case;
  const completion = clocks.find(({ name }) => name === 'completion');
  await tell('快到期了', 'warn', async () => {
    await client.setClock(completion?.warnAt ?? NaN);
    await client.local('timers/sweep', {});
  });
  await tell('居民催办', 'urge', () => client.ok(resident, 'cases.urge', { caseId }));
  await tell('办好了', 'complete', () =>
    client.ok(agent, 'cases.complete', { caseId, result: '证办好了，周三送到' }),
  );
  await tell('工作人员替他登记', 'intake', () =>
    client.ok(agent, 'cases.intake', {
      channel: 'phone',
      name: '钱二例',
      phone: '04525550125',
      serviceCode: 'senior-preference-card',
      mode: 'counter',
      note: '打电话来说优待证丢了',
    }),
  );
  return shown;
}

/** The person allows a few messages of a kind. */
async function sayYes(client: Client, person: string, kind: NoticeKind): Promise<void> {
  // The agent's four are used up before the last moment, whose own offer is no news here.
  for (let times = 0; times < 4; times += 1) {
    await client.local('subscriptions', { person, templateId: templates[kind], answer: 'accept' });
    await client.ok(person, 'account.subscribed', { accepted: [kind], refused: [] });
  }
}

/** The text is shown as it is, never as markup. */
const plain = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const card = (title: string, { data }: Message) => `<!doctype html>
<link rel="stylesheet" href="/_local/fonts.css">
<style>
  body { margin: 0; padding: 16px; background: #ededed; font: 15px/1.5 'Noto Sans SC', 'Noto Sans CJK SC', 'PingFang SC', sans-serif; }
  article { background: #fff; border-radius: 8px; overflow: hidden; }
  header, footer, dl { margin: 0; padding: 12px 16px; }
  header { color: #666; border-bottom: 1px solid #eee; }
  h1 { margin: 12px 16px 0; font-size: 18px; }
  dl { display: grid; grid-template-columns: 5em 1fr; gap: 6px 12px; }
  dt { color: #666; }
  dd { margin: 0; }
  footer { border-top: 1px solid #eee; }
</style>
<article>
  <header>邻里代办 · 服务通知</header>
  <h1>${plain(title)}</h1>
  <dl>${Object.entries(data)
    .map(([key, { value }]) => `<dt>${keywords[key] ?? key}</dt><dd>${plain(value)}</dd>`)
    .join('')}</dl>
  <footer>进入小程序查看</footer>
</article>`;

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
