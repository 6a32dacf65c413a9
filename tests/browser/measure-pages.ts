import { type AxeResults, source } from 'axe-core';
import type { Page } from 'playwright-core';
import { pastYear } from '../../demo/past-year';
import { type App, type Mode, startApp } from './app';
import { measure, sideways } from './measure';
import { listen, mute, outOfOrder } from './reading';
import { type Cases, goTo, places, playCases } from './pages';
import { main } from './steps';

/**
 * What every page keeps to in each size, in CSS pixels at 375×667. Sources: 适老化通用设计规范 (MIIT, 2021) has 18 for words in
 * 长辈版, 30 for the largest, lines 1.3 apart, 60 to touch, 44 elsewhere; ours are no smaller. WCAG 2.2 for contrast and reflow.
 */
const least: Record<Mode, { size: number; leading: number; target: number }> = {
  standard: { size: 16, leading: 1.3, target: 44 },
  elder: { size: 20, leading: 1.3, target: 60 },
  huge: { size: 30, leading: 1.3, target: 60 },
};

/** What axe finds wrong. The script goes into the page once, and only what is wrong comes back. */
async function audit(page: Page): Promise<AxeResults['violations']> {
  await page.evaluate(source);
  return page.evaluate(async () => {
    // The script that was just put there.
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    return (await axe.run(document, { resultTypes: ['violations'], preload: false })).violations;
  });
}
/** Half a pixel is a matter of rounding. */
const rounding = 0.5;

/** 特大 has the layout of 长辈版 with larger tokens: one state of each page shows them. */
const onePerPage = places.filter(
  ({ name }, i) => places.findIndex((one) => pageOf(one.name) === pageOf(name)) === i,
);
/** `首页,什么都没办` is a state of 首页. */
function pageOf(name: string): string {
  return name.split(',')[0] ?? name;
}

/** Measures every page in this size: a file of its own for each, so that they run side by side. */
export function measurePages(mode: Mode): void {
  const { size, leading, target } = least[mode];
  const found = { size: Infinity, leading: Infinity, target: Infinity };
  let app: App;
  let cases: Cases;
  let page: Page;
  let holder: string | undefined;
  beforeAll(async () => {
    app = await startApp(pastYear());
    cases = await playCases(app.cloud);
  });
  afterAll(async () => {
    const { size: words, leading: lines, target: touched } = found;
    process.stdout.write(
      `\n${mode}: smallest words ${words} px, tightest lines ${lines.toFixed(2)}, smallest target ${Math.floor(touched)} px\n\n`,
    );
    await app.close();
  });

  it.each(mode === 'huge' ? onePerPage : places)('$name', async (place) => {
    if (holder !== place.person) {
      // A phone that nobody holds any more would go on working.
      if (holder) await page.context().close();
      page = await app.open(place.person, { mode });
      holder = place.person;
    }
    await page.setViewportSize({ width: 375, height: 667 });
    await goTo(page, app.cloud.url, place, cases);

    const { words, targets } = await measure(page);
    expect(words.length).toBeGreaterThan(2);
    expect(targets.length).toBeGreaterThan(0);
    const calls = page
      .getByRole('link', { name: /打电话|^打/, includeHidden: true })
      .filter({ visible: true });
    const hasCall = mode === 'standard' || place.isAbove || (await calls.count()) > 0;
    // 特大 has the colours and names of 长辈版.
    const violations = mode === 'huge' ? [] : await audit(page);
    await page.setViewportSize({ width: 320, height: 568 });
    // 320 px is also what 200 % leaves of a window of 640.
    const wide = await sideways(page);

    // A phone has fonts of its own: where they are narrower or wider, everything is still large enough to touch, and fits.
    const other: string[] = [];
    for (const width of ['narrow', 'wide'] as const) {
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

    // Laid out at full height, what is stuck to an edge of the window stands in its own place.
    await page.setViewportSize({ width: 375, height: 24_000 });
    if (place.isGallery) await main(page).screenshot({ path: `.cache/gallery-${mode}.png` });
    const heard = await listen(page);

    const failures = [
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
    found.size = Math.min(found.size, ...words.map((one) => one.size));
    found.leading = Math.min(found.leading, ...words.map((one) => one.leading));
    found.target = Math.min(found.target, ...targets.flatMap((one) => [one.width, one.height]));
    expect(failures).toEqual([]);
  });

  it('no page said an error', () => expect(app.complaints).toEqual([]));
}
