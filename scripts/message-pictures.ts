import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import templates from '../config/templates.json';
import { type NoticeKind, noticeKinds } from '../contract/words';
import { launchBrowser } from './browser.mjs';
import { type Client, connect } from './client';
import { startTrialCloud } from './demo-cloud';
import { root } from './stamp';

/**
 * `npm run message-pictures`: a small story is played, its messages are sent, and each is drawn as WeChat would show it, from
 * what the local cloud delivered. Into docs/messages.md and docs/images/.
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
  const cloud = await startTrialCloud();
  const messages = await play(await connect(cloud.url));
  await cloud.close();
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: 375, height: 100 }, locale: 'zh-CN' });
  const chapters: string[] = [];
  for (const kind of kinds) {
    const message = messages.find(({ templateId }) => templateId === templates[kind]);
    if (!message) throw new Error(`no message by the template ${kind}`);
    await page.setContent(card(titles[kind], message));
    await page.screenshot({ path: join(docs, `images/message-${kind}.png`), fullPage: true });
    chapters.push(
      `## ${titles[kind]}(\`${kind}\`)`,
      `给${message.name ?? ''};点开是 \`${message.page.replace(/=.*/, '=…')}\`。`,
      `![${titles[kind]}](images/message-${kind}.png)`,
    );
  }
  await browser.close();
  const lead = [
    '# 发到微信的消息',
    '`npm run message-pictures` 画的:本地云演一遍,把真正发出去的内容照微信的样子画出来。模板怎么申请,见 [config/README.md](../config/README.md)。',
  ];
  writeFileSync(join(docs, 'messages.md'), `${[...lead, ...chapters].join('\n\n')}\n`);
}

/** A case from the request to its end, with everybody having said yes. Gives what was delivered, oldest first. */
async function play(client: Client): Promise<Message[]> {
  const notify = () => client.local('timers/notify', {});
  for (const person of ['rs-01', 'ag-01'])
    for (const kind of kinds) {
      await client.local('subscriptions', { person, templateId: templates[kind], answer: 'accept' });
      await client.ok(person, 'account.subscribed', { accepted: [kind], refused: [] });
    }
  const { caseId } = await client.ok('rs-01', 'cases.submit', {
    serviceCode: 'disability-certificate',
    mode: 'home-visit',
    note: '老伴瘫痪两年,下不了楼,想办残疾证',
  });
  await notify();
  await client.ok('ag-01', 'cases.accept', { caseId });
  await client.ok('ag-01', 'cases.ask', { caseId, text: '户口簿' });
  await notify();
  await client.ok('rs-01', 'cases.supply', { caseId, text: '在家,来拿就行' });
  await client.ok('ag-01', 'cases.complete', { caseId, result: '证办好了,周三送到' });
  await notify();
  return client.local<Message[]>('messages');
}

/** The text is shown as it is, never as markup. */
const plain = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const card = (title: string, { data }: Message) => `<!doctype html>
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
  process.exitCode = 1;
});
