import type { Page } from 'playwright-core';
import { demoDocuments } from '../../demo/documents';
import { startTestCloud } from '../support/cloud';
import { board } from '../support/photo';
import { itemOf } from '../support/world';
import { type App, h5Dir, openApp, startApp } from './app';
import { leversWithFont } from './font';
import { button, main, sees } from './steps';

/** The catalogue in the hands of an office, and what residents read of it. */
let app: App;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const district = 'ad-ds-1';
const community = 'ad-cm-1';
const resident = 'rs-01';
const code = 'senior-preference-card';
const name = itemOf(code).name;
const paper = itemOf(code).materials[0]?.name ?? '';
const before = itemOf(code).summary;
const after = '满六十岁，坐车逛公园都能用';

const field = (page: Page, label: string | RegExp) => page.getByLabel(label).filter({ visible: true });
const catalogue = () => app.open(district, { mode: 'standard', path: '#/packages/manager/catalogue/index' });
const item = (person: string, query = '') =>
  app.open(person, { mode: 'standard', path: `#/packages/manager/item/index?code=${code}${query}` });
/** A minute later: no instance remembers the catalogue longer. */
const aMinuteLater = () => app.cloud.local('rest', {});
const reads = async (person: string) => {
  await aMinuteLater();
  return app.open(person, { mode: 'standard', path: `#/packages/resident/service/index?code=${code}` });
};

describe('an item of the catalogue', () => {
  it('is drafted, says what is missing, is published, and only then read by residents', async () => {
    const page = await catalogue();
    await field(page, '找一项').fill('优待证');
    await button(page, new RegExp(`^${name}`)).click();
    await button(page, '改这一项').click();
    await field(page, '一句话说明').fill(after);
    await field(page, '监督投诉').fill('');
    await button(page, /^第1样材料/).click();
    await field(page, '样子，可以不写').fill('照着身份证写');
    await button(page, '存草稿').click();
    await sees(page, '草稿存好了，还缺1样，都标在下面。');
    await sees(page, '请写上监督电话，比如 12345。');
    await button(page, /^预览/).click();
    await sees(page, '发布以后，居民读到的是这样。');
    await sees(page, after);
    await page.goBack();
    await sees(await reads(resident), before);
    await field(page, '监督投诉').fill('12345');
    await button(page, '存草稿').click();
    await sees(page, '样样都齐了。看过就能发布。');
    // 样子: a picture of a paper, with what it shows in words; read by anybody once WeChat has looked.
    await button(page, /^样子的照片/).click();
    const chooser = page.waitForEvent('filechooser');
    await button(page, `放照片，${paper}`).click();
    await (await chooser).setFiles([{ name: 'a.png', mimeType: 'image/png', buffer: board }]);
    await button(page, `${paper}的样子，照着身份证写，看大图`).waitFor();
    await page.goBack();
    await button(page, '发布第2版').click();
    await sees(page, '已发布第2版');
    const reader = await reads(resident);
    await sees(reader, after);
    await app.cloud.timer('beat');
    await app.cloud.local('looked', {});
    await button(reader, /^要准备的材料/).click();
    await button(reader, `看样子：${paper}`).click();
    const shown = button(reader, `${paper}的样子，照着身份证写，看大图`);
    const width = await shown.locator('img').evaluate(async (picture: HTMLImageElement) => {
      await picture.decode();
      return [picture.naturalWidth > 0, picture.clientWidth / (picture.closest('.fold')?.clientWidth ?? 1)];
    });
    expect(width).toEqual([true, expect.closeTo(1, 0)]);
  });

  it('is written by hand from the list, kept as a draft with what it lacks, and its journal says so', async () => {
    const page = await catalogue();
    await button(page, '自己写一项').click();
    await sees(page, '写一个新事项');
    await field(page, '名称').fill('借轮椅');
    await field(page, '我们答应几个工作日').fill('0');
    await button(page, '存草稿').click();
    await sees(page, /^草稿存好了，还缺\d+样，都标在下面。$/);
    const list = await catalogue();
    await button(list, /^借轮椅.*还没发布/).click();
    await sees(list, '有一份草稿');
    await button(list, /^台账/).click();
    await sees(list, '借轮椅的台账');
    await sees(list, '服务事项借轮椅：起草');
    // Another one has another code: what was written is not written over.
    const again = await catalogue();
    await button(again, '自己写一项').click();
    await sees(again, '写一个新事项');
    expect(await field(again, '名称').inputValue()).toBe('');
  });

  it('keeps what is typed where a colleague saved first, with what they changed beside it', async () => {
    const page = await item(district, '&do=edit');
    await field(page, '办理时间').fill('周一到周六');
    const theirs = { ...itemOf(code), summary: after, acceptedAt: '便民大厅2号窗' };
    await app.cloud.ok(community, 'catalog.draft', { code, item: theirs });
    await button(page, '存草稿').click();
    await sees(page, /白露澄刚改过这一项/);
    expect(await field(page, '办理时间').inputValue()).toBe('周一到周六');
    expect(await field(page, '在哪里办、哪里审').inputValue()).toBe('便民大厅2号窗');
    await button(page, '存草稿').click();
    await sees(page, '样样都齐了。看过就能发布。');
    const { draft } = await app.cloud.ok(district, 'catalog.proof', { code });
    expect(draft?.item).toMatchObject({ serviceHours: '周一到周六', acceptedAt: '便民大厅2号窗' });
    await button(page, '放弃草稿').click();
    await button(page, '真的放弃，不留').click();
    await button(page, '改这一项').waitFor();
  });

  it('has its papers and steps added, moved and taken out', async () => {
    const page = await item(community, '&do=edit');
    await button(page, '加一样材料').click();
    await field(page, '材料名称').fill('老年大学学员证');
    await button(page, '往上移').click();
    await sees(page, '第5样材料：老年大学学员证');
    await button(page, /^第1步/).click();
    await button(page, '去掉，第1步').click();
    const mandate = page.getByRole('group', { name: '能不能委托别人' });
    await mandate.getByRole('radio', { name: /^不能/ }).check();
    await button(page, '存草稿').click();
    await sees(page, '样样都齐了。请区里发布。');
    const { draft } = await app.cloud.ok(district, 'catalog.proof', { code });
    expect(draft?.item.materials[4]?.name).toBe('老年大学学员证');
    expect(draft?.item.mandate).toBe('excluded');
    expect(draft?.item.steps).toHaveLength(itemOf(code).steps.length - 1);
    await expect(button(page, /^发布/).count()).resolves.toBe(0);
    await app.cloud.ok(district, 'catalog.drop', { code });
  });

  it('comes back in an earlier version, while a receipt keeps the one that was told', async () => {
    const wish = { serviceCode: code, mode: 'counter', note: '想办优待证' } as const;
    const { caseId } = await app.cloud.ok(resident, 'cases.submit', wish);
    const page = await item(district);
    await button(page, '以前的版本').click();
    await button(page, /^第1版/).click();
    await sees(page, before);
    await button(page, '恢复这一版').click();
    await sees(page, '已发布第3版');
    await sees(await reads(resident), before);
    const phone = await app.open(resident, {
      mode: 'standard',
      path: `#/packages/resident/case/index?id=${caseId}`,
    });
    await button(phone, '当时告诉您的（一次性告知）').click();
    await sees(phone, /告诉您的，第2版。后来改过，您这件还按这一版。/);
    await sees(phone, after);
    await aMinuteLater();
    await button(phone, '看现在的说明').click();
    await sees(phone, before);
  });

  it('is marked as looked at by who finds it right as it stands', async () => {
    const page = await item(district);
    await button(page, '核对过，没变').click();
    await sees(page, '今天');
    const { items } = await app.cloud.ok(district, 'catalog.drafts', {});
    expect(items.find((one) => one.code === code)?.reviewedAt).toBeGreaterThan(0);
  });
});

describe('what a community says otherwise', () => {
  it('is read by those who live there and by nobody else', async () => {
    const page = await item(community);
    await button(page, /^新民社区怎么说/).click();
    await page.getByRole('textbox', { name: '几个工作日办好' }).fill('9');
    await button(page, '存好').click();
    await sees(page, '上级承诺5个工作日，这里只能更短。');
    await page.getByRole('textbox', { name: '几个工作日办好' }).fill('3');
    await page.getByRole('textbox', { name: '咨询电话' }).fill('新民社区 04525550101');
    await button(page, '存好').click();
    await sees(page, '存好了，一分钟内居民就读到新的。');
    const here = await reads(resident);
    await sees(here, '3个工作日');
    await sees(here, '新民社区 04525550101');
    const there = await reads('rs-12');
    await sees(there, '5个工作日');
  });

  it('may be that it is not done there: the page says so with a number to call, and no agent is offered', async () => {
    const page = await item(community, '&org=cm-xinmin');
    await page.getByRole('radio', { name: '这里不办' }).check();
    await button(page, '存好').click();
    await sees(page, '存好了，一分钟内居民就读到新的。');
    const here = await reads(resident);
    await sees(here, '这件事新民社区不办');
    await expect(button(here, '请代办员帮忙').count()).resolves.toBe(0);
    await main(here)
      .page()
      .getByRole('link', { name: /^打电话给新民社区/ })
      .first()
      .waitFor();
    await button(await reads('rs-12'), '请代办员帮忙').waitFor();
  });
});

const isWhole = (body: string | null) => /"search"/.test(body ?? '') && !/"isTyping":true/.test(body ?? '');

describe('words that are searched in vain', () => {
  it('are said to mean an item, and are found from then on', async () => {
    const words = '老头乐牌照';
    const search = async () => {
      await aMinuteLater();
      return app.open('rs-12', { mode: 'standard' });
    };
    const first = await search();
    const wish = field(first, '您要办什么事？');
    await wish.fill(words.slice(0, 3));
    await sees(first, /没找到对得上的事/);
    await wish.fill(words);
    // Half a word is not counted: 查找 says that it is whole.
    const counted = first.waitForResponse((answer) => isWhole(answer.request().postData()));
    await button(first, '查找').click();
    await counted;
    await sees(first, /没找到对得上的事/);
    const { words: missed } = await app.cloud.ok(district, 'catalog.missed', { orgId: 'ds-tiefeng' });
    expect(missed.map(({ text }) => text)).toEqual([words]);
    const page = await catalogue();
    await button(page, /^居民搜了没找到的/).click();
    await button(page, new RegExp(words)).click();
    await field(page, '找那一项').fill('优待证');
    await page.getByRole('radio', { name, exact: true }).check();
    await button(page, `是“${name}”的说法`).click();
    await sees(page, `记下了：一分钟后再搜“${words}”，就找得到${name}。`);
    const again = await search();
    await field(again, '您要办什么事？').fill(words);
    await sees(again, name);
  });
});

it('no page said an error', () => expect(app.complaints).toEqual([]));

describe('an empty catalogue', () => {
  it('begins with the product’s own content: what is not done here is taken out, the rest is there', async () => {
    const empty = await openApp(
      await startTestCloud({
        staticDir: h5Dir,
        levers: leversWithFont,
        seed: { ...demoDocuments(), services: [] },
      }),
    );
    try {
      const page = await empty.open(district, {
        mode: 'standard',
        path: '#/packages/manager/catalogue/index',
      });
      await sees(page, '这里办哪些');
      await page.getByRole('checkbox', { name, exact: true }).uncheck();
      await button(page, /^启用这些/).click();
      await sees(page, '还有1项现成的没启用');
      await sees(page, '已发布第1版');
      await empty.cloud.local('rest', {});
      const { items } = await empty.cloud.ok(resident, 'catalog.list', {});
      expect(items.map((one) => one.code)).not.toContain(code);
      expect(items.length).toBeGreaterThan(20);
    } finally {
      await empty.close();
    }
  });
});
