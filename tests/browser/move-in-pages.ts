import type { CellValue } from 'hucre/xlsx';
import type { Page } from 'playwright-core';
import { sheetOf } from '../support/sheet';
import type { Place } from './place';
import { button } from './steps';

/** The pages of coming in: residents who join, staff who are invited, and what managers know of people and units. */
const stranger = 'nobody';
const manager = 'ad-cm-1';
const district = 'ad-ds-1';
const field = (page: Page, label: string) => page.getByLabel(label).filter({ visible: true });
const join = 'packages/resident/join/index';

const importing = 'packages/manager/import/index?org=cm-xinmin';

/** Chooses a sheet that was filled in. */
async function choosesFile(page: Page, rows: CellValue[][]): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await button(page, '选填好的表格').click();
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  const buffer = Buffer.from(await sheetOf(rows));
  await (await chooser).setFiles({ name: '填好的.xlsx', mimeType, buffer });
}

/** Chooses one of residents with these rows. */
const choosesSheet = (rows: CellValue[][]) => (page: Page) =>
  choosesFile(page, [['姓名', '电话', '社区', '网格或小区', '门牌'], ...rows]);

export const moveInPlaces: readonly Place[] = [
  { name: '登记', person: stranger, path: join, shows: ['先看一眼：我们记什么', '您住哪个小区、哪个社区？'] },
  {
    name: '登记，什么都没写',
    person: stranger,
    path: join,
    reach: (page) => page.getByRole('button', { name: '登记', exact: true }).last().click(),
    shows: ['请先看过，再点一下同意。', '请选您住的社区。', '请填写姓名。'],
  },
  {
    name: '登记，找社区',
    person: stranger,
    path: join,
    reach: (page) => field(page, '您住哪个小区、哪个社区？').fill('社区'),
    shows: ['新民社区'],
  },
  { name: '我的，没登记', person: stranger, path: 'pages/me/index', shows: ['有人请我来做代办员或管理员'] },
  {
    name: '接受邀请，报数字',
    person: stranger,
    path: 'packages/resident/invitation/index',
    shows: ['6位数字', '找到邀请'],
  },
  { name: '第一次启用', person: stranger, path: 'packages/resident/begin/index', shows: ['启用码', '启用'] },
  { name: '居民和同事', person: manager, path: 'packages/manager/people/index', shows: ['请代办员或管理员'] },
  {
    name: '请人来',
    person: manager,
    path: 'packages/manager/invite/index?org=cm-xinmin',
    shows: ['请来做什么？', '发邀请'],
  },
  {
    name: '请人来，写好了',
    person: manager,
    path: 'packages/manager/invite/index?org=cm-xinmin',
    reach: async (page) => {
      await page.getByRole('radio', { name: /^代办员/ }).check();
      await field(page, '姓名').fill('方立冬');
      await field(page, '他自己的手机号').fill('15500000144');
      await button(page, '发邀请').click();
    },
    shows: ['把这6位数字读给方立冬'],
  },
  { name: '用表格导入', person: manager, path: importing, shows: ['第一步：填表', '选填好的表格'] },
  {
    name: '用表格导入，有要改的',
    person: manager,
    path: importing,
    reach: choosesSheet([
      ['何老太', '15500000201', '', '', ''],
      ['', '12', '没有的社区', '', '3'],
    ]),
    shows: ['1行要改', '取标好问题的表格', '只导入没问题的1行'],
  },
  {
    name: '用表格导入，导好了',
    person: manager,
    path: importing,
    reach: async (page) => {
      await choosesSheet([['何小例', '15500000202', '', '', '']])(page);
      await button(page, '导入1行').click();
    },
    shows: ['导好了', /以前可以撤回/],
  },
  {
    name: '用表格导入，同事的邀请码',
    person: manager,
    path: importing,
    reach: async (page) => {
      await page.getByRole('radio', { name: '同事' }).check();
      await choosesFile(page, [
        ['身份', '单位', '姓名', '电话', '会办', '当班', '上班', '下班'],
        ['代办员', '新民社区', '方立冬', '15500000203', '', '', '', ''],
      ]);
      await button(page, '导入1行').click();
    },
    shows: ['导好了', '取邀请码'],
  },
  {
    name: '单位',
    person: district,
    isAbove: true,
    path: 'packages/manager/units/index',
    shows: ['龙华街道'],
  },
  {
    name: '一个社区',
    person: manager,
    path: 'packages/manager/unit/index?org=cm-xinmin',
    shows: ['看登记码，打印', '小区、楼栋、街巷'],
  },
  {
    name: '加一个网格',
    person: manager,
    path: 'packages/manager/unit/index?above=cm-xinmin',
    shows: ['加在新民社区下面。'],
  },
  {
    name: '登记码',
    person: manager,
    path: 'packages/manager/code/index?org=cm-xinmin',
    shows: ['扫一扫，有事请代办员帮您跑', '打印'],
  },
  {
    name: '开张还缺什么',
    person: district,
    isAbove: true,
    path: 'packages/manager/setup/index',
    shows: [/缺|都齐了/],
  },
];
