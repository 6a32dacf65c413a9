import type { Page } from 'playwright-core';
import { type App, startApp } from './app';
import { button, main, sees } from './steps';

/** Who is not in the register, and who comes to pages that are others': each page says what they can do, and none leads nowhere. */
interface Config {
  pages: string[];
  subPackages: { root: string; pages: string[] }[];
}

function pathsOf(): string[] {
  Object.assign(globalThis, { defineAppConfig: (config: unknown) => config });
  const { default: config } = jest.requireActual<{ default: Config }>('../../src/app.config');
  return [
    ...config.pages,
    ...config.subPackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`)),
  ];
}
const paths = pathsOf();
const of = (folder: string) => paths.filter((path) => path.startsWith(`packages/${folder}/`));
/** Enough for a page to ask for something, whichever page it is. */
const query = 'code=disability-certificate&id=x&org=cm-xinmin';
const intake = 'packages/agent/intake/index';

let app: App;
let phone: Page;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

/** Within the document that is there, as a card that was shared opens it: a new one would cost three times as much, a hundred times. */
const open = (path: string) => phone.evaluate((hash) => void (location.hash = hash), `#/${path}?${query}`);
const retries = () => button(phone, '再试一次').count();
const fields = () => main(phone).getByRole('textbox').count();

describe('a stranger', () => {
  beforeAll(async () => {
    phone = await app.open('rs-01');
    const authorization = `Bearer ${app.cloud.tokenOf('o-nobody-knows')}`;
    await phone
      .context()
      .route('**/v1/functions/**', (route) =>
        route.continue({ headers: { ...route.request().headers(), authorization } }),
      );
    await phone.reload();
  });

  const isOpenToAll = (path: string) =>
    /pages\/home|resident\/(service|request|join|invitation|begin|report|answers|shared\/)|privacy\/(heads|sheet)/.test(
      path,
    );

  it.each(paths.filter((path) => !isOpenToAll(path)))(
    'is told at %s to register, whom to call and where to read on',
    async (path) => {
      await open(path);
      await sees(phone, /您还没有登记/);
      await main(phone).getByRole('link', { name: /12345/ }).first().waitFor();
      await button(phone, '回首页，看看能办什么').waitFor();
      expect([await retries(), await fields()]).toEqual([0, 0]);
    },
  );

  it('finds on the first page what can be done, and is told to register', async () => {
    await open('pages/home/index');
    await sees(phone, '常办的事');
    await sees(phone, /您还没有登记/);
    expect(await retries()).toBe(0);
  });

  it('reads of an item all there is to know, and may ask for an agent', async () => {
    await button(phone, '残疾人证').click();
    await button(phone, /^要准备的材料/).click();
    await sees(phone, '本人居民身份证');
    await button(phone, '请代办员帮忙').click();
    await sees(phone, /第1步/);
    expect(await retries()).toBe(0);
  });
});

describe.each([
  ['a resident', 'rs-01', [...of('agent'), ...of('manager')]],
  ['an agent', 'ag-08', [...of('manager'), 'pages/my-cases/index']],
  ['a manager', 'ad-cm-3', [...of('agent').filter((path) => path !== intake), 'pages/my-cases/index']],
  ['who answers for the district', 'ad-ds-1', [intake]],
])('%s', (_, person, others) => {
  beforeAll(async () => {
    phone = await app.open(person);
  });

  it.each(others)('is told at %s that it is not theirs, and finds back', async (path) => {
    await open(path);
    await sees(phone, /不归您的身份用/);
    expect([await retries(), await fields()]).toEqual([0, 0]);
    await button(phone, '回首页，看看能办什么').click();
    await sees(phone, '常办的事');
  });
});

it('staff who would ask as a resident find the way to ask for others', async () => {
  phone = await app.open('ag-08');
  await button(phone, '残疾人证').click();
  await button(phone, '请代办员帮忙').click();
  await button(phone, '帮居民登记').click();
  await phone.getByRole('radio', { name: '电话' }).waitFor();
});

it('no page said an error', () => expect(app.complaints).toEqual([]));
