import type { CellValue } from 'hucre/xlsx';
import type { Page } from 'playwright-core';
import type { Client } from '../../demo/client';
import { sheetOf } from '../support/sheet';
import type { Place } from './place';
import { button, sees } from './steps';

/** The pages of coming in: residents who join, staff who are invited, and what managers know of people and units. */
const stranger = 'nobody';
const manager = 'ad-cm-1';
const district = 'ad-ds-1';
const eastern = 'ad-cm-3';
const sharing = 'packages/manager/person/index?id=rs-11';
const regrid = 'packages/privacy/regrid/index?org=cm-donghu';
const field = (page: Page, label: string) => page.getByLabel(label).filter({ visible: true });
const join = 'packages/resident/join/index';

/** Two residents of 东湖 with one number, one entry that was made of two, and grids that are redrawn next year. */
export async function playMoveIn(client: Client): Promise<void> {
  const sharer = 'rs-11';
  const { person } = await client.ok('rs-12', 'account.session', {});
  await client.ok(sharer, 'account.change', { phone: person.phone });
  await client.ok(eastern, 'people.join', { from: 'rs-10', into: sharer });
  await client.ok(sharer, 'account.change', { phone: person.phone, name: '卫例衣' });
  await client.ok(eastern, 'units.regrid', {
    from: '2027-01-01',
    moves: [{ grid: 'g-dh-1', to: 'g-dh-2', prefix: '苇海里2号楼' }],
    dryRun: false,
  });
}
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
    name: '我的登记',
    person: 'rs-05',
    path: 'packages/resident/mine/index',
    shows: ['用微信的手机号', '换一个社区', '存好'],
  },
  {
    name: '我的登记，写错了',
    person: 'rs-05',
    path: 'packages/resident/mine/index',
    reach: async (page) => {
      await field(page, '或者自己填电话').fill('123');
      await button(page, '换一个社区').click();
      await field(page, '姓名').fill('');
      await button(page, '存好').click();
    },
    shows: ['请选您住的社区。', '请填写姓名。'],
  },
  {
    name: '登记的人',
    person: eastern,
    path: sharing,
    shows: ['别的登记也是这个电话', '褚十示的登记合到了这里', '搬家'],
  },
  {
    name: '登记的人，核对两条',
    person: eastern,
    path: sharing,
    reach: async (page) => {
      await button(page, /核对是不是同一位/).click();
      await button(page, '是同一位，合成一条').click();
    },
    shows: ['另一条：', '真的合成一条'],
  },
  {
    name: '登记的人，搬家',
    person: eastern,
    path: sharing,
    reach: async (page) => {
      await button(page, '搬家').click();
      await sees(page, '搬到哪里');
      await page.getByRole('radio', { name: '别的社区' }).check();
      await button(page, '搬过去').click();
    },
    shows: ['请选一个社区。'],
  },
  {
    name: '台账',
    person: eastern,
    path: 'packages/manager/journal/index?org=cm-donghu',
    shows: ['东湖社区：重划网格', /^居民.*：合并$/],
  },
  {
    name: '台账，一个人的',
    person: eastern,
    path: 'packages/manager/journal/index?org=cm-donghu&about=rs-11&name=卫例衣',
    shows: ['卫例衣的台账', /^电话：/],
  },
  {
    name: '台账，选了一类一天',
    person: eastern,
    path: 'packages/manager/journal/index?org=cm-donghu',
    reach: async (page) => {
      await page.getByRole('radio', { name: '查看' }).filter({ visible: true }).check();
      await field(page, '哪一天').fill('2026-11-20');
    },
    shows: ['没有这样的记录，换一类或者换一天看看。', '不限哪一天'],
  },
  {
    name: '台账，没有',
    person: 'ad-cm-2',
    path: 'packages/manager/journal/index?org=cm-zhongdong',
    reach: (page) => page.getByRole('radio', { name: '服务事项' }).check(),
    shows: [/没有这样的记录/],
  },
  { name: '重划网格', person: eastern, path: regrid, shows: ['先看看会怎样', /，还没到日子$/, '取消'] },
  {
    name: '重划网格，什么都没选',
    person: eastern,
    path: regrid,
    reach: async (page) => {
      await button(page, '再加一条').click();
      await button(page, '先看看会怎样').click();
    },
    shows: ['请选从哪个网格搬出。', '请选搬到哪个网格。', '去掉'],
  },
  {
    name: '重划网格，先看看',
    person: eastern,
    path: regrid,
    reach: async (page) => {
      // The place before may have left its draft on the phone: it is there as soon as the form is.
      await page.getByRole('group', { name: '从哪个网格' }).filter({ visible: true }).first().waitFor();
      const again = button(page, '不要了，重新写');
      if (await again.count()) await again.click();
      const from = page.getByRole('group', { name: '从哪个网格' }).filter({ visible: true });
      const to = page.getByRole('group', { name: '到哪个网格' }).filter({ visible: true });
      await from.getByRole('radio', { name: /^东湖第三网格/ }).check();
      await to.getByRole('radio', { name: /^东湖第二网格/ }).check();
      await button(page, '先看看会怎样').click();
    },
    shows: ['改了以后', '照这样改'],
  },
  {
    name: '一个网格',
    person: eastern,
    path: 'packages/manager/unit/index?org=g-dh-4&inside=cm-donghu',
    reach: async (page) => {
      await button(page, '并进别的网格').click();
      await page.getByRole('radio', { name: /^东湖第三网格/ }).check();
      await button(page, '先看看会怎样').click();
    },
    shows: ['真的把东湖第四网格并进东湖第三网格'],
  },
  {
    name: '接受邀请，报数字',
    person: stranger,
    path: 'packages/resident/invitation/index',
    shows: ['6位数字', '找到邀请'],
  },
  { name: '第一次启用', person: stranger, path: 'packages/resident/begin/index', shows: ['启用码', '启用'] },
  {
    name: '居民和同事',
    person: manager,
    path: 'packages/manager/people/index',
    shows: ['请代办员或管理员'],
  },
  {
    name: '居民和同事，有要核对的',
    person: eastern,
    path: 'packages/manager/people/index',
    shows: ['同一个电话', '看看是不是同一位，是就合成一条。', '卫例衣'],
  },
  {
    name: '首页，扫了别的社区的码',
    person: 'rs-05',
    path: 'pages/home/index',
    reach: async (page) => {
      const codes = await page.evaluate(async (): Promise<{ orgId: string; code: string }[]> =>
        (await fetch('/_local/codes')).json(),
      );
      const code = codes.find(({ orgId }) => orgId === 'cm-donghu')?.code ?? '';
      await page.goto(`${page.url().split('#')[0]}&scanned#/pages/home/index?scene=${code}`);
      await button(page, /^搬了，改到/).waitFor();
    },
    shows: ['您扫的是东湖社区的码', '没有搬'],
  },
  {
    name: '首页，扫的码用不了了',
    person: 'rs-05',
    path: 'pages/home/index?scene=ZZZZ9999',
    shows: ['刚才扫的码用不了了', '知道了'],
  },
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
    name: '用表格导入，单位有要改的',
    person: manager,
    path: `${importing}&table=units`,
    reach: (page) =>
      choosesFile(page, [
        [
          '级别',
          '名称',
          '上级',
          '便民服务站',
          '地址',
          '电话',
          '下班后电话',
          '工作日开门',
          '周六开门',
          '小区和楼栋',
        ],
        ['网格', '新民第五网格', '', '', '', '', '', '', '', '新苑小区'],
        ['网格', '新民第六网格', '没有的社区', '', '', '', '', '', '', ''],
      ]),
    shows: ['取现在的单位，改好再导入', '1行要改', /名称对得上的照表改/],
  },
  {
    name: '用表格导入，办事目录',
    person: manager,
    path: `${importing}&table=catalogue`,
    shows: ['取现在的办事目录，改好再导入', /每一行存成一份草稿/],
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
    name: '并进别的社区，先看看',
    person: district,
    isAbove: true,
    path: 'packages/manager/unit/index?org=cm-xinmin',
    reach: async (page) => {
      await button(page, '并进别的社区').click();
      await page.getByRole('radio', { name: '中东社区' }).filter({ visible: true }).check();
      await button(page, '先看看会怎样').click();
    },
    shows: ['会转过去', '4个下级单位', '真的把新民社区并进中东社区'],
  },
  {
    name: '换上级，没选',
    person: district,
    isAbove: true,
    path: 'packages/manager/unit/index?org=cm-xinmin',
    reach: async (page) => {
      await button(page, '换上级').click();
      await sees(page, '归到哪里');
      await button(page, '先看看会怎样').click();
    },
    shows: ['请选归到哪里。'],
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
    path: 'packages/resident/receipt/index?org=cm-xinmin',
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
