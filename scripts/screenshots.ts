import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { instantOf } from '../contract/time';
import type { Level, Mode } from '../contract/words';
import { lend } from '../tests/browser/app';
import { launchBrowser } from './browser.mjs';
import { type Client, connect } from '../demo/client';
import { MONDAY, startTrialCloud } from '../demo/cloud';
import { leversWithFont } from '../tests/browser/font';
import { pastYear, rollUp } from '../demo/past-year';
import { root } from './stamp';

/** `npm run screenshots`: the pictures of the READMEs, taken from the built product while it plays a small story. */
const out = join(root, 'docs/images');

async function main(): Promise<void> {
  mkdirSync(out, { recursive: true });
  const cloud = await startTrialCloud({ staticDir: join(root, 'dist/h5'), levers: leversWithFont });
  const client = await connect(cloud.url);
  await playAlarms(client);
  const caseId = await play(client);

  const browser = await launchBrowser();
  const shoot = shooter(browser, client);
  await shoot('home', 'rs-01', 'pages/home/index');
  await shoot('service', 'rs-01', 'packages/resident/service/index?code=disability-certificate');
  await shoot('case', 'rs-01', `packages/resident/case/index?id=${caseId}`);
  await shoot('queue', 'ag-01', 'packages/agent/queue/index');
  await shoot('board', 'ad-cm-1', 'packages/manager/board/index', 1280, 760);
  await shoot('board-phone', 'ad-cm-1', 'packages/manager/board/index', 375, 1100);
  await shoot('roster', 'ad-cm-1', 'packages/manager/roster/index', 1280, 760);
  await cloud.close();
  await shootScores(browser);
  await browser.close();
}

/** The scores page over a year of cases, which would make the other pages another story. */
async function shootScores(browser: Browser): Promise<void> {
  const cloud = await startTrialCloud({
    staticDir: join(root, 'dist/h5'),
    seed: pastYear(),
    levers: leversWithFont,
  });
  const client = await connect(cloud.url);
  await rollUp(client);
  const shoot = shooter(browser, client);
  await shoot('scores', 'ad-cm-1', 'packages/manager/scores/index', 1280, 1180);
  await shoot('scores-phone', 'ad-cm-1', 'packages/manager/scores/index', 375, 1180);
  await cloud.close();
}

/** What the board has to warn of: one case overdue and escalated, one near its end, one that all agents declined. */
async function playAlarms(client: Client): Promise<void> {
  const ask = async (id: string, serviceCode: string, note: string) =>
    (await client.ok(id, 'cases.submit', { serviceCode, mode: 'counter', note })).caseId;
  const holderOf = async (caseId: string) =>
    (await client.ok('ad-cm-1', 'cases.detail', { caseId })).case.assignment?.agentId;
  for (const [id, code, note] of [
    ['rs-02', 'senior-preference-card', '优待证丢了，想补一张'],
    ['rs-03', 'disability-certificate', '腿脚不行了，想办残疾证'],
  ] as const) {
    await client.setClock(instantOf('2026-11-10', '09:00'));
    const caseId = await ask(id, code, note);
    await client.ok((await holderOf(caseId)) ?? '', 'cases.accept', { caseId });
  }
  await client.setClock(instantOf('2026-11-20', '16:00'));
  const nobody = await ask('rs-04', 'household-migration', '想把户口迁到女儿家');
  for (let who = await holderOf(nobody); who; who = await holderOf(nobody))
    await client.ok(who, 'cases.decline', { caseId: nobody, reason: '手头忙不过来' });
  await client.setClock(MONDAY);
  await client.local('timers/sweep', {});
}

/** A morning in 新民: one case in hand, some on offer, some done and rated. Gives the case in hand. */
async function play(client: Client): Promise<string> {
  /** Into the queue that is shown, whomever the rules would choose. */
  const hand = async (caseId: string) => {
    const { case: seen } = await client.ok('ad-cm-1', 'cases.detail', { caseId });
    if (seen.assignment?.agentId !== 'ag-01')
      await client.ok('ad-cm-1', 'cases.assign', { caseId, agentId: 'ag-01' });
    await client.ok('ag-01', 'cases.accept', { caseId });
  };
  // A case that is past its end and one that soon will be, for the cards in the queue.
  for (const [id, code, note, day] of [
    ['rs-03', 'senior-preference-card', '优待证丢了，想补一张', '2026-11-10'],
    ['rs-02', 'disability-certificate', '腿脚不行了，想办残疾证', '2026-11-10'],
  ] as const) {
    await client.setClock(instantOf(day, '09:00'));
    const { caseId } = await client.ok(id, 'cases.submit', { serviceCode: code, mode: 'counter', note });
    await hand(caseId);
  }
  await client.setClock(MONDAY);
  const ask = async (id: string, serviceCode: string, mode: Mode, note: string) =>
    (await client.ok(id, 'cases.submit', { serviceCode, mode, note })).caseId;
  const finished: [string, string, string, Level, string[]][] = [
    ['rs-02', 'daily-errand', '每周取降压药', 'very-satisfied', ['上门服务', '态度好']],
    ['rs-03', 'disability-subsidies', '护理补贴停了，问一下', 'satisfied', ['讲得清楚']],
    ['rs-04', 'newborn-medical-insurance', '孩子20天，还没落户', 'very-satisfied', ['办得快']],
    ['rs-02', 'report-issue', '楼道灯不亮', 'dissatisfied', ['问题没解决']],
    ['rs-01', 'pension-qualification-verify', '老伴卧床，自己也走不远', 'very-satisfied', ['上门服务']],
  ];
  for (const [id, code, note, level, tags] of finished) {
    // A report lies where it is: nobody's home is its address.
    const caseId = await ask(id, code, code === 'report-issue' ? 'online' : 'home-visit', note);
    const { case: view } = await client.ok(id, 'cases.detail', { caseId });
    const agent = view.assignment?.agentId ?? '';
    await client.ok(agent, 'cases.accept', { caseId });
    await client.ok(agent, 'cases.complete', { caseId, result: '办好了' });
    await client.ok(id, 'reviews.submit', { caseId, level, tags });
  }
  await ask('rs-02', 'elderly-allowance', 'home-visit', '过了80生日还没领');
  await ask('rs-03', 'public-rental-housing', 'appointment', '现在租房，想排公租房');
  await ask('rs-04', 'childcare-subsidy', 'online', '想领育儿补贴');
  const caseId = await ask(
    'rs-01',
    'disability-certificate',
    'home-visit',
    '老伴瘫痪两年，下不了楼，想办残疾证',
  );
  await hand(caseId);
  return caseId;
}

/** Takes a page as it stands in the person's hands. */
const shooter =
  (browser: Browser, client: Client) =>
  async (name: string, person: string, path: string, width = 375, height = 667) => {
    const page = await open(browser, `${client.url}/#/${path}`, client.token(person), person, width, height);
    await page.screenshot({ path: join(out, `${name}.png`) });
    await page.context().close();
  };

async function open(
  browser: Browser,
  url: string,
  token: string,
  person: string,
  width: number,
  height: number,
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    deviceScaleFactor: width < 720 ? 1.5 : 1,
  });
  await lend(context, { person, token });
  const page = await context.newPage();
  const answer = await page.goto(url, { waitUntil: 'networkidle' });
  // A build that goes on beside it takes the pages away: a picture of nothing is none.
  if (!answer?.ok()) throw new Error(`${url} was answered with ${answer?.status()}`);
  await page.locator('h1').filter({ visible: true }).first().waitFor();
  return page;
}

main().catch((error: unknown) => {
  console.error(error);
  // The cloud that was started would keep the process waiting for ever.
  process.exit(1);
});
