import type { Page } from 'playwright-core';
import { demoPeople, nobodies } from '../../demo/documents';
import { startTestCloud } from '../support/cloud';
import { type App, h5Dir, openApp } from './app';
import { leversWithFont } from './font';
import { askByTile, button, main, noteField, sees } from './steps';

/** A resident who is in no register yet, and a person who is invited to a post: the ways in, as they are gone on a phone. */
const some = nobodies(6);
let app: App;
beforeAll(async () => {
  const people = [...demoPeople().filter(({ role }) => role !== 'nobody'), ...some];
  app = await openApp(await startTestCloud({ staticDir: h5Dir, levers: leversWithFont, people }));
});
afterAll(() => app.close());

const codeOf = async (orgId: string) => (await app.cloud.ok('ad-cm-1', 'units.code', { orgId })).code;
const agree = (page: Page) => page.getByRole('checkbox', { name: '看过了，同意' }).check();
const field = (page: Page, label: string | RegExp) => page.getByLabel(label).filter({ visible: true });
const next = (page: Page) => button(page, '下一步').click();

describe('a resident who asks for the first time', () => {
  it('is asked who they are within the three steps, and finds the community by the name of a street', async () => {
    const page = await app.open('nobody', { mode: 'standard' });
    await askByTile(page, '政策咨询');
    await noteField(page).fill('高龄津贴几岁能领');
    await next(page);
    await sees(page, /第2步/);
    await next(page);
    await sees(page, '请先看过，再点一下同意。');
    await sees(page, '请选您住的社区。');
    await sees(page, '请填写姓名。');
    await agree(page);
    await field(page, '您住哪个小区、哪个社区？').fill('新民');
    await page
      .getByRole('group', { name: '找到的社区' })
      .getByRole('button', { name: /新民社区/ })
      .click();
    await field(page, '您的姓名').fill('方小满');
    await field(page, '或者自己填电话').fill('155 0000 0199');
    await next(page);
    await sees(page, /第3步/);
    await sees(page, '方小满');
    await button(page, '发出去').click();
    await sees(page, '收到了，我们来办');
    const { person } = await app.cloud.ok('nobody', 'account.session', {});
    expect(person).toMatchObject({ name: '方小满', phone: '15500000199' });
    expect(person.verified).toBeUndefined();
    expect((await app.cloud.ok('nobody', 'cases.mine', {})).cases).toHaveLength(1);
  });

  it('comes by the code at the door, with the number that WeChat has verified, in twelve taps at most', async () => {
    const code = await codeOf('cm-xinmin');
    const page = await app.open('nobody-2', { mode: 'standard', path: `#/pages/home/index?scene=${code}` });
    await page.evaluate(() =>
      addEventListener(
        'pointerdown',
        () => (document.body.dataset.taps = String(Number(document.body.dataset.taps ?? 0) + 1)),
        true,
      ),
    );
    await button(page, '政策咨询').click();
    await button(page, '请代办员帮忙').click();
    await noteField(page).click();
    await noteField(page).pressSequentially('高龄津贴几岁能领');
    await next(page);
    await sees(page, '新民社区');
    await agree(page);
    await field(page, '您的姓名').click();
    await field(page, '您的姓名').pressSequentially('方大暑');
    await button(page, '用微信的手机号').click();
    await sees(page, '用您微信的手机号');
    await next(page);
    await sees(page, '您微信的手机号');
    await button(page, '发出去').click();
    await sees(page, '收到了，我们来办');
    const taps = await page.evaluate(() => Number(document.body.dataset.taps));
    process.stdout.write(`\nfrom a scanned code to sent, for a new resident: ${taps} taps\n`);
    expect(taps).toBeLessThanOrEqual(12);
    const { person } = await app.cloud.ok('nobody-2', 'account.session', {});
    expect(person).toMatchObject({ name: '方大暑', phone: some[1]?.phone, verified: 'platform' });
  });

  it('is told what to do where the code leads nowhere, and keeps what is written', async () => {
    const page = await app.open('nobody-3', { mode: 'standard', path: '#/pages/home/index?scene=ZZZZ9999' });
    await askByTile(page, '政策咨询');
    await noteField(page).fill('高龄津贴几岁能领');
    await next(page);
    await field(page, '您的姓名').fill('方处暑');
    await sees(page, /没有这个登记码/);
    await button(page, '换一个社区').click();
    await field(page, '您住哪个小区、哪个社区？').fill('不存在的小区');
    await sees(page, /没找到这个名字/);
    await page.reload();
    await expect(field(page, '您的姓名').inputValue()).resolves.toBe('方处暑');
  });

  it('may join without asking for anything, and is told so the next time', async () => {
    const page = await app.open('nobody-3', { mode: 'standard', path: '#/pages/me/index' });
    await page.getByRole('button', { name: '登记', exact: true }).filter({ visible: true }).click();
    await sees(page, '先看一眼：我们记什么');
    await agree(page);
    await field(page, '您住哪个小区、哪个社区？').fill('东湖社区');
    await page.getByRole('group', { name: '找到的社区' }).getByRole('button').first().click();
    await field(page, '您的姓名').fill('方处暑');
    await field(page, '或者自己填电话').fill('15500000177');
    await main(page)
      .page()
      .getByRole('button', { name: '登记', exact: true })
      .filter({ visible: true })
      .click();
    await sees(page, '方处暑，登记好了');
    await sees(page, /电话未核实/);
  });
});

describe('who is in the register', () => {
  it('changes number and community on a page of their own, and reads that a typed number is not known to be theirs yet', async () => {
    const page = await app.open('rs-04', { mode: 'standard', path: '#/pages/me/index' });
    await button(page, /^我的登记/).click();
    await sees(page, '社区已核实');
    await button(page, '存好').click();
    await sees(page, '还没有改什么。');
    await field(page, '或者自己填电话').fill('155 0000 0133');
    await button(page, '换一个社区').click();
    await field(page, '您住哪个小区、哪个社区？').fill('东湖社区');
    await page.getByRole('group', { name: '找到的社区' }).getByRole('button').first().click();
    await sees(page, '正在办的事，还由新民社区给您办完。');
    await button(page, '存好').click();
    await sees(page, '改好了。');
    await sees(page, /电话未核实/);
    const { person, community } = await app.cloud.ok('rs-04', 'account.session', {});
    expect(person).toMatchObject({ phone: '15500000133', name: '李四示' });
    expect([person.verified, community?.name]).toEqual([undefined, '东湖社区']);
    await expect(field(page, '或者自己填电话').inputValue()).resolves.toBe('15500000133');
  });
});

describe('the bar of the demo', () => {
  it('scans the sheet of a community for whoever is in no register yet', async () => {
    const page = await app.open('nobody-6', { mode: 'standard', path: '#/packages/resident/join/index' });
    await page.getByText('扫码').click();
    await page.getByRole('link', { name: '中东社区' }).click();
    await sees(page, '您要办什么事？');
    await page.goto(`${app.cloud.url}/#/packages/resident/join/index`);
    await sees(page, '中东社区');
    await button(page, '换一个社区').waitFor();
    const { code } = await app.cloud.ok('ad-cm-2', 'units.code', { orgId: 'cm-zhongdong' });
    expect(await app.cloud.local('codes')).toContainEqual({ orgId: 'cm-zhongdong', name: '中东社区', code });
  });
});

describe('an agent who is invited', () => {
  it('accepts by the six digits that were read out, and has the work on the first page', async () => {
    const manager = await app.open('ad-cm-1', { mode: 'standard', path: '#/packages/manager/people/index' });
    await button(manager, '请代办员或管理员').click();
    await manager.getByRole('radio', { name: /^代办员/ }).check();
    await field(manager, '姓名').fill('方立秋');
    await field(manager, '他自己的手机号').fill('15500000166');
    await button(manager, '发邀请').click();
    await sees(manager, '把这6位数字读给方立秋');
    const digits = (
      await main(manager)
        .getByText(/^\d{3} \d{3}$/)
        .innerText()
    ).replace(' ', '');

    const page = await app.open('nobody-4', { mode: 'standard', path: '#/pages/me/index' });
    await button(page, /有人请我来/).click();
    await field(page, '6位数字').fill(digits);
    await field(page, '收到邀请的手机号').fill('15500000166');
    await button(page, '找到邀请').click();
    await sees(page, '请您来做代办员');
    await agree(page);
    await button(page, '接受').click();
    await sees(page, '好了，您现在是代办员');
    await button(page, '去工作台').click();
    await sees(page, '现在没有办件，歇口气。');
    expect((await app.cloud.ok('nobody-4', 'account.session', {})).person.roles).toEqual(['agent']);
  });

  it('reads who invites, and is turned away with a sentence where the number is another', async () => {
    const { invitation } = await app.cloud.ok('ad-cm-1', 'people.invite', {
      role: 'agent',
      orgId: 'cm-xinmin',
      name: '方白露',
      phone: '15500000155',
    });
    const page = await app.open('nobody-5', {
      mode: 'standard',
      path: `#/packages/resident/invitation/index?invitation=${invitation}`,
    });
    await sees(page, '请您来做代办员');
    await agree(page);
    await button(page, '用微信的手机号').click();
    await sees(page, '用您微信的手机号');
    await button(page, '接受').click();
    await sees(page, '请用收到邀请的手机号。');
  });
});

it('no page said an error', () => expect(app.complaints).toEqual([]));
