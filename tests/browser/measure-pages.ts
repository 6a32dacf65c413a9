import type { AxeResults } from 'axe-core';
import type { Page, Request } from 'playwright-core';
import { contract } from '../../contract/actions';
import { pastYear } from '../../demo/past-year';
import { type App, type Mode, modes, startApp } from './app';
import { measure, sideways } from './measure';
import { listen, mute, outOfOrder } from './reading';
import { goTo, places, playCases } from './pages';
import type { Cases, Place } from './place';
import { main } from './steps';

/**
 * What every page keeps to in each size, in CSS pixels at a width of 375. Sources: 适老化通用设计规范 (MIIT, 2021) has 18 for words in
 * 长辈版, 30 for the largest, lines 1.3 apart, 60 to touch, 44 elsewhere; ours are no smaller. WCAG 2.2 for contrast and reflow.
 */
const least: Record<Mode, { size: number; leading: number; target: number }> = {
  standard: { size: 16, leading: 1.3, target: 44 },
  elder: { size: 20, leading: 1.3, target: 60 },
  huge: { size: 30, leading: 1.3, target: 60 },
};

/** At a desk a mouse points: in standard size WCAG 2.2 (target size, minimum) is enough. Who chose larger sizes keeps them. */
const leastAtDesk: Record<Mode, number> = { standard: 24, elder: 60, huge: 60 };

/** What axe finds wrong. The page loads it by address: sent along with a call, its half a megabyte takes longer than the audit. */
async function audit(page: Page, rules: readonly string[] = []): Promise<AxeResults['violations']> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.addScriptTag({ url: '/_local/axe.js' });
  return page.evaluate(async (only) => {
    // The script that was just put there.
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const runOnly = only.length > 0 ? { runOnly: [...only] } : {};
    return (await axe.run(document, { resultTypes: ['violations'], preload: false, ...runOnly })).violations;
  }, rules);
}
/** Half a pixel is a matter of rounding. */
const rounding = 0.5;

const writing = new Set(
  Object.entries(contract).flatMap(([name, actions]) =>
    Object.entries(actions).flatMap(([action, { writes }]) => (writes ? [`${name}.${action}`] : [])),
  ),
);

/** Keeps the size as Taro.setStorageSync writes it: the next document has it. */
async function keepSize(page: Page, mode: Mode): Promise<void> {
  await page.evaluate((size) => localStorage.setItem('linli.size', JSON.stringify({ data: size })), mode);
}

/** Turns to another size as a page does that another one of the same browser has turned. */
async function turn(page: Page, mode: Mode): Promise<void> {
  await keepSize(page, mode);
  await page.evaluate(() => window.dispatchEvent(new StorageEvent('storage', { key: 'linli.size' })));
  const classes = { standard: '.page:not(.elder)', elder: '.page.elder:not(.huge)', huge: '.page.huge' };
  await page.locator(classes[mode]).filter({ visible: true }).waitFor();
}

/** The state of each page that is measured in all sizes; its others only in 长辈版, which has the strictest figures. */
const firsts = new Map([...places].reverse().map((place) => [pageOf(place), place.name]));
const isFirst = (place: Place) => firsts.get(pageOf(place)) === place.name;
/** `首页，什么都没办` is a state of 首页. */
function pageOf({ name }: Place): string {
  return name.split('，')[0] ?? name;
}

/** Whether the page is one of a manager's, which has a desk of its own. */
const isManagers = ({ path }: Place, cases: Cases) =>
  (typeof path === 'string' ? path : path(cases)).startsWith('packages/manager/');

/** What a page asked of a function. */
interface Question {
  words: string;
  writes: boolean;
}

function questionOf(request: Request): Question[] {
  const name = /\/v1\/functions\/(\w+)$/.exec(request.url())?.[1];
  if (name === undefined) return [];
  const { action, input } = request.postDataJSON() as { action: string; input: unknown };
  const writes = writing.has(`${name}.${action}`);
  // The page before may ask something while this one comes: it stands at another address (goTo).
  const { search, hash } = new URL(request.frame().url());
  return [{ words: `${search}${hash}: ${name}.${action} ${JSON.stringify(input)}`, writes }];
}

/** What was asked again though nothing was written since: a call more than the page needs. */
function twice(asked: readonly Question[]): string[] {
  let known = new Set<string>();
  return asked.flatMap(({ words, writes }) => {
    if (writes) known = new Set();
    const isAgain = !writes && known.has(words);
    known.add(words);
    return isAgain ? [words] : [];
  });
}

/** All places by who holds the phone: handed on seldom, it keeps what it has loaded. */
const byPerson = [...places].sort((one, next) =>
  one.person === next.person ? 0 : one.person < next.person ? -1 : 1,
);

/** Measures one half of all pages; the halves are files that run side by side. */
export function measurePages(half: 1 | 2): void {
  const middle = Math.ceil(byPerson.length / 2);
  const own = half === 1 ? byPerson.slice(0, middle) : byPerson.slice(middle);
  const found = Object.fromEntries(
    modes.map((mode) => [mode, { size: Infinity, leading: Infinity, target: Infinity }]),
  ) as Record<Mode, { size: number; leading: number; target: number }>;
  let app: App;
  let cases: Cases;
  let page: Page;
  let holder: string | undefined;
  const asked: Question[] = [];
  beforeAll(async () => {
    app = await startApp(pastYear());
    cases = await playCases(app.cloud);
  });
  afterAll(async () => {
    const lines = modes.map((mode) => {
      const { size: words, leading: apart, target: touched } = found[mode];
      return `${mode}: smallest words ${words} px, tightest lines ${apart.toFixed(2)}, smallest target ${Math.floor(touched)} px\n`;
    });
    process.stdout.write(`\n${lines.join('')}\n`);
    await app.close();
  });

  it.each(own)('$name', async (place) => {
    if (holder !== place.person) {
      page = await app.open(place.person, { mode: 'standard' });
      page.on('request', (request) => {
        // A new document knows nothing of what the last one asked.
        if (request.isNavigationRequest()) asked.length = 0;
        asked.push(...questionOf(request));
      });
      holder = place.person;
    }
    await keepSize(page, 'standard');
    await page.setViewportSize({ width: 375, height: 667 });
    await goTo(page, app.cloud.url, place, cases);
    const failures = twice(asked).map((one) => `asked twice: ${one}`);
    // A desk is drawn once for all its sizes.
    for (const look of isManagers(place, cases) ? [failuresIn, failuresAtDesk] : [failuresIn])
      for (const mode of isFirst(place) ? modes : (['elder'] as const)) {
        await turn(page, mode);
        if (place.isDrawnOnce) await goTo(page, app.cloud.url, place, cases);
        failures.push(...(await look(mode, place)).map((one) => `${mode}: ${one}`));
      }
    expect(failures).toEqual([]);
  });

  /** What is wrong with the page in this size. */
  async function failuresIn(mode: Mode, place: Place): Promise<string[]> {
    const { size, leading, target } = least[mode];
    // Laid out at full height, what is stuck to an edge of the window stands in its own place; nothing is larger or smaller for it.
    await page.setViewportSize({ width: 375, height: 30_000 });
    const { words, targets } = await measure(page);
    if (place.isGallery) await main(page).screenshot({ path: `.cache/gallery-${mode}.png` });
    const heard = await listen(page);
    expect(words.length).toBeGreaterThan(2);
    expect(targets.length).toBeGreaterThan(0);
    const calls = page
      .getByRole('link', { name: /打电话|^打/, includeHidden: true })
      .filter({ visible: true });
    const hasCall = mode === 'standard' || place.isAbove || (await calls.count()) > 0;
    // 特大 has the colours and names of 长辈版; what is named there was audited in standard size, if that was drawn.
    const violations =
      mode === 'huge' ? [] : await audit(page, mode === 'elder' && isFirst(place) ? ['color-contrast'] : []);
    await page.setViewportSize({ width: 320, height: 568 });
    // 320 px is also what 200 % leaves of a window of 640.
    const wide = await sideways(page);

    // A phone has fonts of its own: where they are narrower or wider, everything is still large enough to touch, and fits.
    const other: string[] = [];
    for (const width of mode === 'elder' ? (['narrow', 'wide'] as const) : []) {
      await page.evaluate((name) => void (document.documentElement.dataset.font = name), width);
      const { targets: touched } = await measure(page);
      const small = touched.filter((one) => Math.min(one.width, one.height) < target - rounding);
      const beyond = width === 'wide' ? await sideways(page) : [];
      other.push(
        ...small.map(
          (one) => `${one.name} is ${one.width}×${one.height} px in a ${width} font, not ${target}`,
        ),
        ...beyond.map((one) => `at 320 px in a ${width} font: ${one}`),
      );
    }
    await page.evaluate(() => delete document.documentElement.dataset.font);

    const most = found[mode];
    most.size = Math.min(most.size, ...words.map((one) => one.size));
    most.leading = Math.min(most.leading, ...words.map((one) => one.leading));
    most.target = Math.min(most.target, ...targets.flatMap((one) => [one.width, one.height]));
    return [
      ...words
        .filter((one) => !(one.size >= size))
        .map((one) => `“${one.words}” is ${one.size} px, not ${size}`),
      ...words
        .filter((one) => !(one.leading >= leading))
        .map((one) => `lines of “${one.words}” are ${one.leading.toFixed(2)} apart, not ${leading}`),
      ...targets
        .filter((one) => Math.min(one.width, one.height) < target - rounding)
        .map((one) => `${one.name} is ${one.width}×${one.height} px to touch, not ${target}`),
      ...violations.flatMap(({ id, nodes }) =>
        nodes.map((node) => `axe ${id}: ${node.html} ${node.failureSummary}`),
      ),
      ...other,
      ...(hasCall ? [] : ['nobody to call']),
      ...wide.map((one) => `at 320 px wide: ${one}`),
      ...mute(heard),
      ...outOfOrder(heard),
    ];
  }

  /** What is wrong with a manager's page beside its menu, at a small desk and at a usual one. */
  async function failuresAtDesk(mode: Mode): Promise<string[]> {
    const { size } = least[mode];
    const wrong: string[] = [];
    // The smaller desk is the stricter one. Names and colours are those of its phone, audited there: here the ones a desk adds.
    for (const width of mode === 'standard' ? [960, 1280] : [960]) {
      await page.setViewportSize({ width, height: 800 });
      await page.getByRole('navigation', { name: '社区管理' }).filter({ visible: true }).waitFor();
      // The menu comes first, and the size of what stands around it in the next drawing.
      await page
        .locator(mode === 'standard' ? '.frame.desk' : `.frame.desk.${mode}`)
        .filter({ visible: true })
        .waitFor();
      await page.locator('[aria-busy=true]').filter({ visible: true }).first().waitFor({ state: 'hidden' });
      const { words, targets } = await measure(page);
      const violations = mode === 'standard' && width === 1280 ? await audit(page) : [];
      wrong.push(
        ...words
          .filter((one) => !(one.size >= size))
          .map((one) => `“${one.words}” is ${one.size} px, not ${size}`),
        ...targets
          .filter((one) => Math.min(one.width, one.height) < leastAtDesk[mode] - rounding)
          .map((one) => `${one.name} is ${one.width}×${one.height} px to touch, not ${leastAtDesk[mode]}`),
        ...violations.flatMap(({ id, nodes }) =>
          nodes.map((node) => `axe ${id}: ${node.html} ${node.failureSummary}`),
        ),
        ...(await sideways(page)),
      );
    }
    return wrong.map((one) => `at a desk: ${one}`);
  }

  it('no page said an error', () => expect(app.complaints).toEqual([]));
}
