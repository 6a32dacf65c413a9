import type { Page } from 'playwright-core';
import { instantOf } from '../../contract/time';
import type { Client } from '../../demo/client';
import { finish, finishTold } from '../functions/finished';
import { putPhoto } from '../support/photo';
import type { Cases, Place, RectifyCases } from './place';
import { photo } from './review-pages';
import { button } from './steps';

/** What those who oversee do with reviews: bad ones, appeals, call-backs, words, the wall. All of it in 中东社区. */
const agent = 'ag-04';
const manager = 'ad-cm-2';
const street = 'ad-st-1';
const orgId = 'cm-zhongdong';

/** A September that is rated, a bad rating that was looked into and is appealed against, and a sample drawn from it. */
export async function playRated(
  client: Client,
): Promise<Pick<RectifyCases, 'appealed' | 'sample' | 'tried'>> {
  await client.setClock(instantOf('2026-09-07', '10:00'));
  const rate = async (
    resident: string,
    review: { level: 'very-satisfied' | 'satisfied' | 'dissatisfied'; text?: string; wall?: boolean },
  ) => {
    const caseId = await finish(client, resident, agent);
    await client.ok(resident, 'reviews.submit', { caseId, ...review });
    return caseId;
  };
  await rate('rs-06', { level: 'very-satisfied', text: '上门给办的，一趟就好', wall: true });
  await rate('rs-07', { level: 'satisfied', text: '讲得清楚，等得久了点', wall: true });
  const appealed = await rate('rs-06', { level: 'dissatisfied', text: '说话冲' });
  await rate('rs-07', { level: 'satisfied', text: '满意，加微信方便联系' });
  await rate('rs-06', { level: 'very-satisfied' });
  await finish(client, 'rs-07', agent);
  await client.ok(manager, 'cases.verify', {
    caseId: appealed,
    isUpheld: false,
    findings: '听了通话录音，从头到尾说话和气',
  });
  await client.ok(manager, 'cases.phone', { caseId: appealed, result: 'reached', text: '那天心里急' });
  const waiting = await client.ok(manager, 'reviews.moderation', { orgId, heap: 'texts' });
  for (const { caseId } of waiting.reviews)
    await client.ok(manager, 'reviews.moderate', { caseId, text: 'refused' });

  await client.setClock(instantOf('2026-10-09', '10:00'));
  await client.local('timers/sweep', {});
  const { batches } = await client.ok(agent, 'reviews.mine', {});
  const entryId = batches[0]?.entries.find((entry) => entry.level === 'dissatisfied')?.id ?? '';
  await client.ok(agent, 'reviews.appeal', { entryId, reason: '通话有录音，我没有说过重话' });
  const { sample } = await client.ok(manager, 'reviews.draw', { orgId, period: '2026-Q3', size: 4 });
  const { callbacks } = await client.ok(manager, 'reviews.callbacks', { orgId });
  const [tried, heard] = callbacks.map(({ id }) => id);
  await client.ok(manager, 'reviews.recordCall', { callbackId: tried ?? '', result: 'unanswered' });
  await client.ok(manager, 'reviews.recordCall', {
    callbackId: heard ?? '',
    result: 'reached',
    level: 'basically-satisfied',
    text: '还行',
  });
  await client.local('timers/notify', {});
  return { appealed, sample: sample.id, tried: tried ?? '' };
}

/** Today's bad reviews: one at each step. */
export async function playBad(
  client: Client,
): Promise<Pick<RectifyCases, 'mending' | 'calling' | 'phoned' | 'told'>> {
  const bad = async (text: string, photos: string[] = []) => {
    const caseId = await finish(client, 'rs-07', agent);
    await client.ok('rs-07', 'reviews.submit', {
      caseId,
      level: 'very-dissatisfied',
      tags: ['多跑腿', '没有回告'],
      text,
      photos,
    });
    return caseId;
  };
  await bad('跑了三趟，加微信也不回');
  const mending = await bad('材料没有一次说清', [
    await putPhoto(client, 'rs-07', 'a.png'),
    await putPhoto(client, 'rs-07', 'b.png'),
  ]);
  const calling = await bad('证拿到了，等了一个月');
  const phoned = await bad('说好的没做到');
  for (const caseId of [mending, calling, phoned])
    await client.ok(manager, 'cases.verify', { caseId, isUpheld: true, findings: '回执上只写了一样材料' });
  for (const caseId of [calling, phoned])
    await client.ok(manager, 'cases.mend', { caseId, outcome: 'mended', text: '上门道歉，补办好了' });
  await client.ok(manager, 'cases.phone', { caseId: phoned, result: 'unanswered' });
  return { mending, calling, phoned, told: await finishTold(client, manager, agent) };
}

const reviews = 'packages/manager/reviews/index';
const heap = (name: RegExp) => (page: Page) =>
  page.getByRole('radio', { name }).filter({ visible: true }).check();
const at = (name: keyof Cases, deed?: string) => (cases: Cases) =>
  `packages/manager/case/index?id=${cases[name]}${deed ? `&do=${deed}` : ''}`;
/** Sends an empty form, so that its faults are seen. */
const press = (words: string) => (page: Page) => button(page, words).last().click();

export const rectifyPlaces: readonly Place[] = [
  { name: '差评整改', person: manager, path: reviews, shows: ['待核实 1件', '整改中 1件', '待回访 2件'] },
  { name: '差评整改，没有', person: 'ad-cm-3', path: reviews, shows: ['没有要整改的差评。'] },
  { name: '申诉', person: manager, path: reviews, reach: heap(/^申诉/), shows: ['这件要由上一级裁定。'] },
  {
    name: '街道的申诉',
    person: street,
    isAbove: true,
    path: reviews,
    reach: heap(/^申诉/),
    shows: [/我没有说过重话/, '裁定'],
  },
  {
    name: '抽样回访',
    person: manager,
    path: reviews,
    reach: async (page) => {
      await heap(/^回访/)(page);
      await button(page, '打完的').click();
    },
    shows: ['2026年第三季度', /打过1次/, /电话里说基本满意/],
  },
  {
    name: '抽样回访，没有',
    person: 'ad-cm-3',
    path: reviews,
    reach: heap(/^回访/),
    shows: ['没有要打的回访电话。', '抽一次样'],
  },
  { name: '待审的话', person: manager, path: reviews, reach: heap(/^待审的话/), shows: [/加微信也不回/] },
  { name: '回音墙', person: manager, path: reviews, reach: heap(/^回音墙/), shows: [/一趟就好/, '不上墙'] },
  { name: '负责人看要核实的', person: 'ad-cm-1', path: at('rated'), shows: ['差评整改：待核实', '我来核实'] },
  {
    name: '负责人看整改中的',
    person: manager,
    path: at('mending'),
    shows: ['写整改结果', /寒露岚在管/],
    reach: (page) => photo(page, 2).waitFor(),
  },
  { name: '负责人看要回访的', person: manager, path: at('phoned'), shows: ['打回访电话', /打过1次/] },
  {
    name: '负责人看办完的差评',
    person: manager,
    path: at('appealed'),
    shows: ['差评整改：不属实', '等裁定。'],
  },
  {
    name: '写核实结果',
    person: 'ad-cm-1',
    path: at('rated', 'verify'),
    reach: press('核实好了'),
    shows: ['请选属实还是不属实。', '请写清核实到了什么。'],
  },
  {
    name: '写整改结果',
    person: manager,
    path: at('mending', 'mend'),
    reach: press('整改好了'),
    shows: ['请选已整改还是已解释。', '请写清做了什么。'],
  },
  {
    name: '打回访电话',
    person: manager,
    path: at('calling', 'phone'),
    reach: async (page) => {
      await button(page, '记下这次电话').click();
      await page.getByRole('radio', { name: '接通了', exact: true }).check();
    },
    shows: ['居民现在满意不满意？没说就不选', '看姓名和电话'],
  },
  {
    name: '打回访电话，刚打过',
    person: manager,
    path: at('phoned', 'phone'),
    shows: [/今天 中午12点以后再打/],
  },
  {
    name: '裁定申诉',
    person: street,
    isAbove: true,
    path: at('appealed', 'judge'),
    reach: press('裁定'),
    shows: ['请选申诉成立还是不成立。', '请写清裁定的理由。'],
  },
  {
    name: '代录评价',
    person: manager,
    path: at('told', 'review'),
    reach: (page) => page.getByRole('radio', { name: '不满意', exact: true }).check(),
    shows: [/哪里不好/, /会标明是您代录的/],
  },
  {
    name: '居民说没办成',
    person: 'ad-cm-1',
    path: at('done', 'reopen'),
    reach: press('退回去接着办'),
    shows: ['选一个，或者写一句。'],
  },
  {
    name: '回访电话',
    person: manager,
    path: ({ tried }) => `packages/manager/callback/index?id=${tried}`,
    reach: async (page) => {
      await button(page, '看姓名和电话').click();
      await button(page, '记下这次电话').click();
    },
    shows: [/^打电话/, '请选电话打得怎么样。', '第2次打，打得怎么样？'],
  },
  {
    name: '抽一次样',
    person: manager,
    path: `packages/manager/sample/index?org=${orgId}`,
    reach: async (page) => {
      await page.getByLabel(/^抽几件/).fill('很多');
      await button(page, '开始抽').click();
    },
    shows: ['请选一段时间。', '件数要写成整数，比如 30。'],
  },
  {
    name: '一次抽样',
    person: manager,
    path: ({ sample }) => `packages/manager/sample/index?id=${sample}`,
    reach: async (page) => {
      await button(page, '照种子再抽一遍').click();
      await button(page, '不用小程序，自己怎么再抽一遍').click();
      await button(page, /^各层抽了几件/).click();
    },
    shows: ['一件不差', '复制种子', /^6件里抽|^5件里抽/],
  },
];
