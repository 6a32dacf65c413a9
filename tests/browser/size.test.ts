import type { Locator, Page } from 'playwright-core';
import { type App, modes, startApp } from './app';
import { button, gone, sees } from './steps';

/** 长辈版: one switch on the first page and one in 我的, remembered, offered once to whose phone writes large. */
let app: App;
let page: Page;
beforeAll(async () => {
  app = await startApp();
  page = await app.open('rs-01');
});
afterAll(() => app.close());

/** How large the page's title is. */
const titleSize = () =>
  page
    .getByRole('heading', { level: 1 })
    .filter({ visible: true })
    .evaluate((title) => parseFloat(getComputedStyle(title).fontSize));

it('one tap on the first page makes everything larger and leaves fewer things there', async () => {
  const tiles = page.locator('.tile').filter({ visible: true });
  await tiles.first().waitFor();
  const before = { size: await titleSize(), tiles: await tiles.count() };
  await button(page, '长辈版：字大些').click();
  await button(page, '换回标准版').waitFor();
  expect(await titleSize()).toBeGreaterThan(before.size);
  expect(await tiles.count()).toBeLessThan(before.tiles);
});

it('it is remembered when the app comes back', async () => {
  await page.reload();
  await button(page, '换回标准版').waitFor();
});

it('in 我的 there is a size larger still, on every page from then on', async () => {
  await page.getByRole('link', { name: '我的', exact: true }).click();
  await page.getByRole('radio', { name: /特大/ }).check();
  await page.getByRole('link', { name: /我的 ?办件/ }).click();
  await page.getByRole('heading', { level: 1, name: '我的办件' }).waitFor();
  expect(await titleSize()).toBeGreaterThanOrEqual(30);
});

it('and holds in another page of the same browser', async () => {
  const other = await page.context().newPage();
  await other.goto(page.url().replace(/#.*/, '#/pages/home/index'));
  await button(other, '换回标准版').click();
  await page.locator('.page:not(.elder)').filter({ visible: true }).waitFor();
  await button(other, '长辈版：字大些').click();
  await page.locator('.elder').filter({ visible: true }).waitFor();
  await other.close();
});

it('whoever speaks of danger has the number at the bottom of the page, instead of the community’s', async () => {
  const bar = page.getByRole('region', { name: '这一页要做的' }).filter({ visible: true });
  await page.getByRole('link', { name: '首页' }).click();
  await page.getByLabel('您要办什么事？').fill('家里着火了');
  await bar.getByRole('link', { name: '打 119 火警救援' }).waitFor();
  expect(await bar.getByRole('link').count()).toBe(1);
  await button(page, '清空').click();
  await bar.getByRole('link', { name: /打电话给/ }).waitFor();
});

it('and the way back to the standard', async () => {
  await page.getByRole('link', { name: '首页' }).click();
  await button(page, '换回标准版').click();
  await button(page, '长辈版：字大些').waitFor();
});

describe('on a phone whose own font is large', () => {
  beforeAll(async () => {
    page = await app.open('rs-02');
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Page.setFontSizes', { fontSizes: { standard: 22 } });
    await page.reload();
  });

  it('it is offered, and not again after an answer', async () => {
    await sees(page, '要不要把字放大？');
    await button(page, '不用').click();
    await button(page, '长辈版：字大些').waitFor();
    await page.reload();
    await button(page, '长辈版：字大些').waitFor();
    await gone(page.getByText('要不要把字放大？'));
  });
});

/** How much of the window's height the bars stand over, now: what only scrolls by with the words hides none of them. */
const barred = (phone: Page) =>
  phone.evaluate(() =>
    Array.from(document.querySelectorAll('.page-header, .page-foot, .page-foot *'))
      .filter((bar) => bar.checkVisibility() && ['sticky', 'fixed'].includes(getComputedStyle(bar).position))
      .map((bar) => bar.getBoundingClientRect())
      .reduce(
        (sum, { top, bottom }) => sum + Math.max(0, Math.min(bottom, innerHeight) - Math.max(top, 0)),
        0,
      ),
  );

/** Taro keeps each page in a box of its own, which is what scrolls. */
const scrollTo = (phone: Page, part: number) =>
  phone
    .locator('.taro_page')
    .filter({ visible: true })
    .evaluate((box, at) => {
      box.scrollTop = (box.scrollHeight - box.clientHeight) * at;
      if (at > 0 && box.scrollTop === 0) throw new Error('it does not scroll');
    }, part);

describe('on small phones', () => {
  const small = { width: 320, height: 568 };
  const sizes = [
    [320, 568],
    [320, 693],
    [360, 740],
    [375, 667],
    [375, 812],
  ] as const;
  it.each(modes)('the title and the switch of the size share a line: %s', async (mode) => {
    const phone = await app.open('rs-01', { ...small, mode });
    const title = await phone.getByRole('heading', { level: 1 }).boundingBox();
    const way = await button(phone, /长辈版：字大些|换回标准版/).boundingBox();
    const middle = (title?.y ?? 0) + (title?.height ?? 0) / 2;
    expect(middle).toBeGreaterThan(way?.y ?? Infinity);
    expect(middle).toBeLessThan((way?.y ?? 0) + (way?.height ?? 0));
  });

  it.each([
    ['首页', 'pages/home/index'],
    ['办件进展', 'case'],
    ['请代办员帮忙', 'packages/resident/request/index?code=daily-errand'],
    ['我的', 'pages/me/index'],
  ])('in 特大 all bars of %s together take less than a quarter of it', async (_, path) => {
    const { caseId } = await app.cloud.ok('rs-01', 'cases.submit', {
      serviceCode: 'disability-certificate',
      mode: 'home-visit',
      note: '老伴瘫痪两年，下不了楼',
    });
    const phone = await app.open('rs-01', {
      ...small,
      mode: 'huge',
      path: `#/${path === 'case' ? `packages/resident/case/index?id=${caseId}` : path}`,
    });
    await phone.locator('.skeleton').filter({ visible: true }).first().waitFor({ state: 'hidden' });
    // With the keyboard open, little is left.
    for (const [width, height] of [...sizes, [375, 400] as const]) {
      await phone.setViewportSize({ width, height });
      for (const part of [0, 0.5, 1]) {
        await scrollTo(phone, part);
        expect(await barred(phone)).toBeLessThan(height / 4);
      }
    }
  });

  it('in 特大 the main button stays in sight, and in danger the call for help', async () => {
    const phone = await app.open('rs-01', {
      mode: 'huge',
      path: '#/packages/resident/request/index?code=daily-errand',
    });
    const stays = async (what: Locator) => {
      await what.waitFor();
      for (const [width, height] of sizes) {
        await phone.setViewportSize({ width, height });
        const box = await what.boundingBox();
        expect((box?.y ?? NaN) + (box?.height ?? NaN)).toBeLessThanOrEqual(height);
      }
    };
    await stays(phone.locator('.button-main').filter({ visible: true }));
    await phone.goto(`${app.cloud.url}/#/pages/home/index`);
    await phone.getByLabel('您要办什么事？').fill('家里着火了');
    await stays(phone.locator('.page-foot').getByRole('link', { name: '打 119 火警救援' }));
  });
});

it('no page said an error', () => expect(app.complaints).toEqual([]));
