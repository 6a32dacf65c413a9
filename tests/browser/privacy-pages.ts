import type { Client } from '../../demo/client';
import type { Place } from './place';
import { button } from './steps';

/** 我的信息: what a resident reads and asks of it, and the managers who answer. */
const asker = 'rs-05';
const manager = 'ad-cm-2';
const of = (page: string) => `packages/privacy/${page}/index`;

/** Somebody has asked for a correction and for leaving; a child of the family play is without WeChat. One item has an archive's class of its own. */
export async function playOwnData(client: Client): Promise<void> {
  await client.ok(asker, 'privacy.ask', { kind: 'correct', text: '去年那件事，名字里的“例”写成了“列”' });
  await client.ok(asker, 'privacy.ask', { kind: 'leave' });
  const refused = await client.ok('rs-06', 'privacy.ask', { kind: 'correct', text: '社区写错了' });
  const why = '身份证上就是这个字，当面核对过';
  await client.ok(manager, 'privacy.decide', { id: refused.id, yes: false, ground: 'wrong', why });
  const items = [{ code: 'disability-certificate', class: 'permanent' as const }];
  await client.ok('ad-ds-1', 'privacy.setKeeping', {
    orgId: 'ds-tiefeng',
    version: 0,
    days: {},
    archive: [],
    items,
  });
  await client.ok('ad-ds-1', 'privacy.assess', { orgId: 'ds-tiefeng' });
}

export const privacyPlaces: readonly Place[] = [
  {
    name: '我的信息',
    person: asker,
    path: of('mine'),
    shows: ['不注销了', '谁看过我的信息', '留着您的什么'],
  },
  {
    name: '我的信息，打开一种',
    person: 'rs-03',
    path: of('mine'),
    reach: (page) => page.getByRole('button', { name: '材料照片' }).click(),
    shows: [/办结后留180天/],
  },
  { name: '谁看过我的信息', person: 'rs-01', path: of('readers'), shows: [/代办员/, /因为办件/] },
  {
    name: '谁看过我的信息，没有',
    person: 'rs-03',
    path: of('readers'),
    shows: ['还没有人打开看过您的信息。'],
  },
  {
    name: '收回同意',
    person: 'rs-07',
    path: of('consents'),
    shows: ['回音墙上的话', /点进去收回/, '去看注销'],
  },
  { name: '注销', person: 'rs-01', path: of('leave'), shows: ['删掉的', '按法律留着的', '现在还不能注销'] },
  {
    name: '注销，还有没办完的',
    person: 'rs-06',
    path: of('leave'),
    shows: ['还没办完的事怎么办？', '我要注销'],
  },
  { name: '请社区改', person: asker, path: of('correct'), shows: ['哪里不对，应该是什么？', '交给社区'] },
  {
    name: '个人信息请求',
    person: manager,
    path: of('requests'),
    reach: (page) => button(page, '答复').first().click(),
    shows: ['照办吗？', /周\*\*/],
  },
  { name: '个人信息请求，没有', person: 'ad-cm-3', path: of('requests'), shows: ['现在没有要答复的请求。'] },
  {
    name: '替没有微信的居民办',
    person: manager,
    path: of('paper'),
    async reach(page) {
      await page.getByLabel('找人').fill('郑小满');
      await page.getByRole('group', { name: '找到的人' }).getByRole('button').first().click();
      await page.getByRole('radio', { name: '注销' }).check();
    },
    shows: ['他要做什么？', '记下注销'],
  },
  {
    name: '查看记录',
    person: 'ad-st-1',
    path: of('openings'),
    reach: (page) =>
      page
        .getByRole('button', { name: /^看.*打开的/ })
        .first()
        .click(),
    shows: ['怎么查', /次，\d+位居民/],
    isAbove: true,
  },
  {
    name: '查看记录，看了谁',
    person: manager,
    path: of('openings'),
    reach: (page) => page.getByRole('radio', { name: '看了谁' }).check(),
    shows: ['找人'],
  },
  {
    name: '保存期限，区里定',
    person: 'ad-ds-1',
    path: of('keeping'),
    async reach(page) {
      await page.getByRole('button', { name: /^办件留多少年/ }).click();
      await page.getByRole('button', { name: '单独定一项，社会救助' }).click();
    },
    shows: ['没有到期的，什么也不删。', '取最新的一份', '其中“残疾人证办理”', '哪一项单独定？'],
    isAbove: true,
  },
  { name: '保存期限', person: manager, path: of('keeping'), shows: ['办件留多少年', /发出以后365天/] },
];
