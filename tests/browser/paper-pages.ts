import type { Page } from 'playwright-core';
import type { Cases, Place } from './place';
import { button } from './steps';

/** 材料 and 原件 of the case that is in hand: as its resident, its agent and a manager see them. */
const at = (role: 'resident' | 'agent' | 'manager', deed?: string) => (cases: Cases) =>
  `packages/${role}/case/index?id=${cases.hand}${deed ? `&do=${deed}` : ''}`;
const sheet = (name: keyof Cases, of: string) => (cases: Cases) =>
  `packages/resident/receipt/index?id=${cases[name]}&of=${of}`;
const press = (words: string | RegExp) => (page: Page) => button(page, words).last().click();

export const paperPlaces: readonly Place[] = [
  {
    name: '材料，居民来说',
    person: 'rs-01',
    path: at('resident'),
    reach: press(/^材料，/),
    shows: ['原件，请您认一下', '拍照片', '还没有'],
  },
  {
    name: '原件，居民说不是这样',
    person: 'rs-01',
    path: at('resident'),
    reach: press('居民户口簿，不是这样'),
    shows: ['是怎么回事？社区马上知道', '告诉社区'],
  },
  {
    name: '材料，代办员替居民记',
    person: 'ag-02',
    path: at('agent'),
    reach: press('替居民记一记、拍一张'),
    shows: ['收了原件', '拍照片'],
  },
  {
    name: '身份证号，还没写',
    person: 'rs-01',
    path: at('resident'),
    async reach(page) {
      await press('身份证号，表上要填')(page);
      await page.getByLabel('身份证号').fill('2302001954');
      await press('加密存好')(page);
    },
    shows: [/不写也行/, /要18位/],
  },
  {
    name: '身份证号，代办员替居民写',
    person: 'ag-02',
    path: at('agent'),
    reach: press('身份证号，还没写'),
    shows: [/您替他写/, '加密存好'],
  },
  {
    name: '收了原件',
    person: 'ag-02',
    path: at('agent', 'keep'),
    reach: press('记下来，请居民认'),
    shows: ['请选收了什么，或者写一样。'],
  },
  {
    name: '原件交到窗口',
    person: 'ag-02',
    path: at('agent', 'lodge'),
    reach: press('记下来'),
    shows: ['请选一样原件。', '请写在哪里。'],
  },
  {
    name: '原件还给居民',
    person: 'ag-02',
    path: at('agent', 'giveBack'),
    reach: press('记下来，请居民认'),
    shows: ['请选怎么交的。'],
  },
  {
    name: '原件收条',
    person: 'rs-01',
    path: sheet('hand', 'originals'),
    shows: ['居民签字：', '最晚哪天还', '存成图片'],
  },
  {
    name: '原件收条，没有',
    person: 'rs-01',
    path: sheet('asked', 'originals'),
    shows: ['这件没有收过原件。'],
  },
  {
    name: '受理单',
    person: 'rs-01',
    path: sheet('hand', 'accepted'),
    shows: ['最晚办好', '打印', '原件收条'],
  },
  { name: '一次性告知单', person: 'rs-01', path: sheet('hand', 'told'), shows: ['都要的材料'] },
  { name: '办结单', person: 'rs-01', path: sheet('done', 'done'), shows: ['办理结果'] },
  {
    name: '委托书，可以打印',
    person: 'rs-07',
    path: sheet('forMother', 'mandate'),
    shows: ['√ 交材料', '□ 签收'],
  },
  {
    name: '原件，负责人问过本人',
    person: 'ad-cm-1',
    path: at('manager'),
    reach: press(/^问过本人了/),
    shows: ['本人认了，记下来'],
  },
];
