import type { Page, Route } from 'playwright-core';
import { type App, openApp, startApp } from './app';
import { type ChildCloud, startChildCloud } from './child-cloud';
import { answers, askByTile, button, casesOf, catchSubmit, noteField, sees, writeUpToCheck } from './steps';

/** A poor signal and a server that dies, between the tap on 发出去 and the answer: nothing is lost, nothing is sent twice. */
const note = '老伴瘫痪两年，下不了楼，想办残疾证';
const code = 'disability-certificate';

const arrived = async (route: Route) => {
  await route.fetch();
};
const moments: [string, (route: Route) => Promise<void>][] = [
  ['before the cloud got it', async () => {}],
  ['after the cloud got it', arrived],
];

describe.each(moments)('the signal is lost %s', (_, before) => {
  let app: App;
  let page: Page;
  beforeAll(async () => {
    app = await startApp();
    page = await app.open('rs-01');
    await askByTile(page, '残疾人证');
    await writeUpToCheck(page, note);
  });
  afterAll(() => app.close());

  it('says that it is not sent yet', async () => {
    await catchSubmit(page, async (route) => {
      await before(route);
      await page.context().setOffline(true);
      await route.abort('internetdisconnected');
    });
    await button(page, '发出去').click();
    await answers(page, '取消');
    await sees(page, '还没有发出去');
    await sees(page, '信号一回来，会自动再发，不会重复。');
  });

  it('keeps every word meanwhile', async () => {
    await button(page, '改要办的事').click();
    expect(await noteField(page).inputValue()).toBe(note);
  });

  it('sends it by itself when the signal is back, once', async () => {
    await page.context().setOffline(false);
    await sees(page, '收到了，我们来办');
    expect(await casesOf(app.cloud, 'rs-01', code)).toHaveLength(1);
  });

  it('no page said an error', () => expect(app.complaints).toEqual([]));
});

describe.each(moments)('the server is killed %s', (_, before) => {
  let app: App<ChildCloud>;
  let page: Page;
  beforeEach(async () => {
    app = await openApp(await startChildCloud());
    page = await app.open('rs-01');
    await askByTile(page, '残疾人证');
    await writeUpToCheck(page, note);
    await catchSubmit(page, async (route) => {
      await before(route);
      await app.cloud.kill();
      await route.abort('connectionreset');
    });
    await button(page, '发出去').click();
    await sees(page, '还没有发出去');
    await app.cloud.restart();
  });
  afterEach(() => app.close());

  it('sends it by itself once the server is there again: one case', async () => {
    // A server that comes back gives no signal: the page asks again after a while.
    await page.clock.fastForward(15_000);
    await sees(page, '收到了，我们来办');
    expect(await casesOf(app.cloud, 'rs-01', code)).toHaveLength(1);
    expect(app.complaints).toEqual([]);
  });

  it('finds the draft again after the app was closed, and sends it once', async () => {
    await page.reload();
    await sees(page, /第3步/);
    await sees(page, note);
    await button(page, '发出去').click();
    await sees(page, '收到了，我们来办');
    expect(await casesOf(app.cloud, 'rs-01', code)).toHaveLength(1);
  });
});
