import readXlsxFile from 'read-excel-file/node';
import type { Page } from 'playwright-core';
import { formulaOf, marks, metricKeys, metrics } from '../../contract/metrics';
import { pastYear, rollUp } from '../../demo/past-year';
import { type App, startApp } from './app';
import { bytesOf } from './excel';
import { button, gone, main, sees } from './steps';

/** The scores page over a year of cases: what a community, a street and an agent find there. */
const scores = '#/packages/manager/scores/index';
const MANAGER = 'ad-cm-1';
let app: App;
beforeAll(async () => {
  app = await startApp(pastYear());
  await rollUp(app.cloud);
});
afterAll(async () => {
  const { complaints } = app;
  await app.close();
  expect(complaints).toEqual([]);
});

const radio = (page: Page, name: string) =>
  page.getByRole('radio', { name, exact: true }).filter({ visible: true });
const table = (page: Page, name: string | RegExp) => main(page).getByRole('table', { name });
/** What a table says, a line each, once it is there. */
const rowsOf = async (page: Page, name: string | RegExp) => {
  const rows = table(page, name).getByRole('row');
  // A picture's table is there for the ear alone.
  await rows.first().waitFor({ state: 'attached' });
  return rows.allInnerTexts();
};
/** As the page says it. */
const percent = (share: number | null) => `${Math.floor((share ?? 0) * 1000 + 1e-9) / 10}%`;

describe('the community’s page', () => {
  let page: Page;
  beforeAll(async () => {
    page = await app.open(MANAGER, { path: scores });
  });

  it('shows the six rates with what they are made of, and the formula of each by one tap', async () => {
    await sees(page, '满意率走势');
    await sees(page, /统计到今天 上午10点/);
    await sees(page, /^11月 [\d.]+%，最高是.*月 [\d.]+%，最低是.*月 [\d.]+%。$/);
    const { total, months } = await app.cloud.ok(MANAGER, 'metrics.overview', { orgId: 'cm-xinmin' });
    for (const key of metricKeys) {
      const { rate, numerator, denominator } = total.rates[key];
      const [last, before] = [months.last.rates[key], months.before.rates[key]];
      const item = main(page)
        .getByRole('listitem')
        .filter({ has: page.getByRole('heading', { name: metrics[key].name, exact: true }) });
      expect(await item.innerText()).toContain(percent(rate));
      expect(await item.innerText()).toContain(`${numerator} ÷ ${denominator}`);
      await button(page, `${metrics[key].name}怎么算`).click();
      await item.getByText(`${formulaOf(key)}。`).waitFor();
      // What it means is a word, too; what changed is said of two months that both have twenty.
      const { good = 2, low = 2 } = marks[key] ?? {};
      const meaning = (rate ?? 0) >= good ? '好' : (rate ?? 0) < low ? '偏低' : '留意';
      expect([key, await item.getByText(/^(好|留意|偏低)$/).allInnerTexts()]).toEqual([
        key,
        marks[key] ? [meaning] : [],
      ]);
      const isSaid = last.rate !== null && before.rate !== null;
      expect([key, await item.getByText(/^11月(比上月 [+−]\d+(\.\d)?个百分点|和上月一样)$/).count()]).toEqual(
        [key, isSaid ? 1 : 0],
      );
      if (isSaid) expect(await item.innerText()).toContain(`（${before.numerator} ÷ ${before.denominator}）`);
    }
    // A month has fewer than twenty bad reviews: of these nothing is said.
    expect(metricKeys.filter((key) => months.last.rates[key].hidden)).toEqual(['mending']);
  });

  it('by month: a picture, and the same numbers as a table for who listens or asks', async () => {
    const { trend } = await app.cloud.ok(MANAGER, 'metrics.overview', { orgId: 'cm-xinmin' });
    const heard = await rowsOf(page, '满意率，按月份');
    expect(heard).toHaveLength(trend.length + 1);
    await button(page, '看数字').first().click();
    const [, newest = ''] = await rowsOf(page, '满意率，按月份');
    expect(newest).toContain('11月');
    expect(newest).toContain(percent(trend.at(-1)?.rates.satisfaction.rate ?? null));
    await radio(page, '按周').click();
    await table(page, '满意率，按周').getByText('11月16日起一周').waitFor();
  });

  it('by item, the lowest first, and which have fewer than 20', async () => {
    await sees(page, /^不到20件，不显示：.*户口迁移/);
    const [, lowest = ''] = await rowsOf(page, '满意率，按服务事项');
    expect(lowest).toMatch(/^新生儿医保参保/);
    await radio(page, '解决率').click();
    await sees(page, '解决率走势');
    const items = await app.cloud.ok(MANAGER, 'metrics.overview', { orgId: 'cm-xinmin' });
    await button(page, /^再看其余/)
      .first()
      .click();
    expect(await rowsOf(page, '解决率，按服务事项')).toHaveLength(items.services.length + 1);
    await radio(page, '满意率').click();
  });

  it('says what people ask for on which day and at which hour', async () => {
    await sees(page, /^周.最多，\d+件$/);
    // Each column has its day and its number.
    const { weekdays } = await app.cloud.ok(MANAGER, 'metrics.overview', { orgId: 'cm-xinmin' });
    const first = main(page).getByRole('table', { name: '要办什么，各天件数' }).getByRole('row').nth(1);
    const counts = [0, 1, 2, 3, 4, 5, 6].map((day) =>
      weekdays.reduce((sum, row) => sum + (row.counts[day] ?? 0), 0),
    );
    const names = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];
    expect((await first.innerText()).split('\n').slice(-14)).toEqual(
      counts.flatMap((count, day) => [String(count), names[day]]),
    );
    await radio(page, '按钟点').click();
    await sees(page, /^\d+点最多，\d+件$/);
    expect((await rowsOf(page, '要办什么，各钟点件数')).at(1)).toMatch(/^全部事项/);
  });

  it('refuses days backwards and ten years beside the field, and takes others', async () => {
    await radio(page, '自己选').click();
    await page.getByLabel('从哪天起').fill('2026-11-20');
    await page.getByLabel('到哪天，这天也算').fill('2026-11-01');
    await button(page, '看这些天').click();
    await sees(page, '开始日期要早于结束日期。');
    await page.getByLabel('从哪天起').fill('2016-11-01');
    await button(page, '看这些天').click();
    await sees(page, '开始日期离结束日期超过两年了。');
    await page.getByLabel('从哪天起').fill('2026-10-01');
    await button(page, '看这些天').click();
    await sees(page, /2026年10月1日到2026年11月1日/);
  });

  it('hides what fewer than 20 make up, and says how many there are', async () => {
    await page.getByLabel('从哪天起').fill('2026-11-01');
    await page.getByLabel('到哪天，这天也算').fill('2026-11-05');
    await button(page, '看这些天').click();
    await sees(page, /2026年11月1日到2026年11月5日/);
    await sees(page, '不到20件，不显示');
    await sees(page, /^现在\d+件$/);
    await radio(page, '差评整改率').click();
    await sees(page, /^差评整改率不到20件，不显示，各月、各事项也一起不显示。|^差评整改率还没有/);
    await radio(page, '满意率').click();
    await radio(page, '近12个月').click();
    await sees(page, '满意率走势');
  });

  it('gives a table as Excel that another library reads, and the form for reviewers', async () => {
    await button(page, /^导出/).click();
    await radio(page, '按服务事项').click();
    const [download] = await Promise.all([page.waitForEvent('download'), button(page, '下载Excel').click()]);
    expect(download.suggestedFilename()).toBe('新民社区-按服务事项-2025-12-01至2026-11-23.xlsx');
    const [sheet] = await readXlsxFile(await bytesOf(download));
    const { services } = await app.cloud.ok(MANAGER, 'metrics.overview', { orgId: 'cm-xinmin' });
    expect(sheet?.data.slice(1).map(([name]) => name)).toEqual(services.map(({ name }) => name));
    await sees(page, `取到了：新民社区-按服务事项-2025-12-01至2026-11-23.xlsx，${services.length}行。`);

    const [csv] = await Promise.all([page.waitForEvent('download'), button(page, '下载CSV').click()]);
    expect((await bytesOf(csv)).toString()).toContain('新生儿医保参保');

    const [form] = await Promise.all([page.waitForEvent('download'), button(page, '下载评议表').click()]);
    expect(form.suggestedFilename()).toBe('新民社区-2026年第三季度评议表.xlsx');
  });

  it('compares persons only once somebody said why, for everybody to read', async () => {
    await sees(page, /^没有打开。/);
    await gone(table(page, '满意率，按代办员'));
    await button(page, '打开代办员对比').click();
    await button(page, '打开代办员对比').click();
    await sees(page, '请写一句原因。');
    await page.getByLabel('为什么打开？').fill('年终考评要用');
    await button(page, '打开代办员对比').click();
    await sees(page, /打开：年终考评要用$/);
    const rows = await rowsOf(page, '满意率，按代办员');
    expect(rows.length).toBeGreaterThan(2);
    await button(page, '关上代办员对比').click();
    await page.getByLabel('为什么关上？').fill('用完了');
    await button(page, '关上代办员对比').click();
    await sees(page, /关上：用完了$/);
    await sees(page, /^没有打开。/);
  });
});

it('a street goes down to a community with the same days and the same rate, and back', async () => {
  const street = await app.open('ad-st-1', { path: scores, width: 1280, height: 800 });
  await sees(street, '各社区');
  const rows = await rowsOf(street, '满意率，按单位');
  expect(rows.filter((row) => /—/.test(row))).toHaveLength(2);
  await radio(street, '本季度').click();
  await radio(street, '解决率').click();
  await button(street, '看中东社区').click();
  await sees(street, /^2026年10月1日到2026年11月23日/);
  await sees(street, '中东社区');
  await sees(street, '各网格');
  await sees(street, '解决率走势');
  await button(street, '返回').last().click();
  await sees(street, '龙华街道');
  await sees(street, '各社区');
});

it('an agent takes their own figures of a quarter away', async () => {
  const agent = await app.open('ag-01', { path: '#/packages/agent/queue/index' });
  await button(agent, '述职材料').click();
  const [download] = await Promise.all([
    agent.waitForEvent('download'),
    button(agent, '下载述职材料').click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/2026年第三季度述职材料\.xlsx$/);
  const [sheet] = await readXlsxFile(await bytesOf(download));
  expect(sheet?.data.map(([name]) => name)).toEqual(expect.arrayContaining(['解决率', '办结的件']));
});

it('a community that begins sees what it has, and what comes by itself', async () => {
  const quiet = await app.open('ad-cm-3', { path: scores });
  await sees(quiet, /^这段时间还没有办件。/);
});
