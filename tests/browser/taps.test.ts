import type { Locator, Page } from 'playwright-core';
import { type App, startApp } from './app';
import { button, sees, spotAt, takesPhoto } from './steps';

/** How far it is from home to sent for the commonest stories, and for the mother of a daughter: taps and screens, counted in the browser. */
interface Story {
  name: string;
  person: string;
  /** from home to the service's page */
  find(page: Page, tap: Tap): Promise<void>;
  /** for somebody else: says for whom */
  whom?(page: Page, tap: Tap): Promise<void>;
  note: string;
  /** what the story says beyond its words */
  kind?: RegExp;
  /** the hour that is booked */
  hour?: string;
  /** at most, both */
  taps: number;
  screens: number;
}
type Tap = (target: Locator) => Promise<void>;

const tile = (name: string) => (page: Page, tap: Tap) => tap(button(page, name));
const bySearch = (words: string) => async (page: Page, tap: Tap) => {
  const field = page.getByLabel('您要办什么事？');
  await tap(field);
  await field.pressSequentially(words);
  await tap(page.getByRole('group', { name: '找到的事项' }).getByRole('button').first());
};

/** The first time: she is written down on the way. */
const forMother = async (page: Page, tap: Tap) => {
  await tap(page.getByRole('radio', { name: '家里人' }));
  await tap(page.getByRole('radio', { name: '父母', exact: true }));
  const name = page.getByLabel('他的姓名');
  await tap(name);
  await name.pressSequentially('李秀英');
  const door = page.getByLabel(/^他的住址/);
  await tap(door);
  await door.pressSequentially('青石院3号楼2单元301');
  await tap(page.getByRole('checkbox', { name: '说好了，他同意' }));
  await tap(button(page, '记下，接着写'));
  await page.getByRole('radio', { name: /^李秀英/, checked: true }).waitFor();
};

const stories: Story[] = [
  {
    name: '残疾证 by search',
    person: 'rs-01',
    find: bySearch('老伴想办残疾证'),
    note: '',
    taps: 6,
    screens: 6,
  },
  {
    name: '社保认证 by tile',
    person: 'rs-01',
    find: tile('社保认证'),
    note: '老伴卧床，走不远',
    taps: 6,
    screens: 6,
  },
  {
    name: '取药 by tile',
    person: 'rs-02',
    find: tile('生活代办'),
    note: '每周取降压药',
    kind: /^代取药/,
    taps: 7,
    screens: 6,
  },
  {
    name: '政策咨询 by tile',
    person: 'rs-04',
    find: tile('政策咨询'),
    note: '高龄津贴几岁能领',
    taps: 6,
    screens: 6,
  },
  {
    name: '约上门 by search',
    person: 'rs-03',
    find: bySearch('老伴想办残疾证'),
    note: '',
    hour: '下午2点',
    taps: 7,
    screens: 6,
  },
  {
    name: '给妈妈办残疾证，头一回',
    person: 'rs-05',
    find: bySearch('我妈想办残疾证'),
    whom: forMother,
    note: '',
    taps: 12,
    screens: 6,
  },
  {
    name: '给妈妈办社保认证，记过了',
    person: 'rs-05',
    find: tile('社保认证'),
    whom: (page, tap) => tap(page.getByRole('radio', { name: /^李秀英/ })),
    note: '我妈走不远',
    taps: 7,
    screens: 6,
  },
];

let app: App;
const report = ['| story | taps | screens |', '|---|---|---|'];
beforeAll(async () => {
  app = await startApp();
});
afterAll(async () => {
  process.stdout.write(`\n${report.join('\n')}\n\n`);
  await app.close();
});

/** Counts the taps of a page from now on, and the screens that are arrived at. */
async function counting(page: Page) {
  await page.evaluate(() => {
    // A key pressed on a screen's keyboard is no tap here; a tap into the field is.
    addEventListener(
      'pointerdown',
      () => (document.body.dataset.taps = String(Number(document.body.dataset.taps ?? 0) + 1)),
      true,
    );
  });
  const screens: string[] = [];
  return {
    arrive: async (words: string | RegExp) => {
      await sees(page, words);
      screens.push(await page.getByRole('heading', { level: 1 }).filter({ visible: true }).innerText());
    },
    async within(name: string, most: { taps: number; screens: number }) {
      const taps = await page.evaluate(() => Number(document.body.dataset.taps));
      report.push(`| ${name} | ${taps} | ${screens.length} |`);
      expect(taps).toBeLessThanOrEqual(most.taps);
      expect(screens.length).toBeLessThanOrEqual(most.screens);
    },
  };
}

it.each(stories)('$name: at most $taps taps and $screens screens', async (story) => {
  const page = await app.open(story.person);
  const { arrive, within } = await counting(page);
  const tap: Tap = (target) => target.click();

  await arrive('常办的事');
  await story.find(page, tap);
  await arrive('我们答应几天办好');
  await tap(button(page, '请代办员帮忙'));
  await arrive(/第1步/);
  await story.whom?.(page, tap);
  if (story.note !== '') {
    const field = page.getByLabel(/说一两句/);
    await tap(field);
    await field.pressSequentially(story.note);
  }
  if (story.kind) await tap(page.getByRole('radio', { name: story.kind }));
  await tap(button(page, '下一步'));
  await arrive(/第2步/);
  if (story.hour) await tap(page.getByRole('radio', { name: story.hour }));
  await tap(button(page, '下一步'));
  await arrive(/第3步/);
  await tap(button(page, '发出去'));
  await arrive('收到了，我们来办');

  await within(story.name, story);
});

it('随手报 with photo and place: at most 8 taps and 3 screens', async () => {
  const page = await app.open('rs-03');
  const { arrive, within } = await counting(page);
  await arrive('常办的事');
  await button(page, '随手报').click();
  await arrive('看到了什么？');
  await page.getByRole('radio', { name: '路灯不亮' }).click();
  await spotAt(page, '晴川里', '东门路口');
  await takesPhoto(page);
  await button(page, '报上去').click();
  await arrive('收到了，派人去看');
  await within('随手报，照片和位置', { taps: 8, screens: 3 });
});

it('no page said an error', () => expect(app.complaints).toEqual([]));
