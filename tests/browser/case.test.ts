import type { Locator } from 'playwright-core';
import { type App, startApp } from './app';
import { goTo, hideBar, places, playCases } from './pages';
import type { Cases } from './place';

/**
 * 办件: who has it, where it is, what is next and by when (outside hours also when staff are there and whom to call), on
 * one screen of 375×667, without scrolling; while it waits for the resident: what they must do and by when.
 */
let app: App;
let cases: Cases;
beforeAll(async () => {
  app = await startApp();
  cases = await playCases(app.cloud);
});
afterAll(() => app.close());

/** Whether all of its words are in the window, with nothing over them. */
const isInView = (words: Locator) =>
  words.first().evaluate((element) => {
    const { left, top, bottom } = element.getBoundingClientRect();
    const isUncovered = (y: number) => {
      const seen = document.elementFromPoint(left + 2, y);
      return seen !== null && (element.contains(seen) || seen.contains(element));
    };
    return top >= 0 && bottom <= innerHeight && isUncovered(top + 2) && isUncovered(bottom - 2);
  });

const states: [name: string, ...words: (string | RegExp)[]][] = [
  ['办件，待接单', '等代办员答应', '雨水清', /等代办员雨水清答应/, /最晚.*周.办好/],
  ['办件，办理中', '办理中', '雨水清', /代办员雨水清正在办/, /今天/],
  ['办件，超期', '办理中', '雨水清', /雨水清/, /已过/],
  // While it waits for the resident, what they must do is what one opens the page for.
  ['办件，待补正', '您现在要做的', /请把医保卡备好/, /最晚.*补上/, '怎么补上的，说一句', /打电话给雨水清/],
  ['办件，下班以后', '办理中', '雨水清', /明天 上午8点半/, /已过/, '急事打值班电话'],
  ['办件，日子暂定', '办理中', '惊蛰声', /代办员惊蛰声正在办/, /（暂定）前办完/],
];

describe.each(['standard', 'elder'] as const)('in %s size', (mode) => {
  it.each(states)('%s', async (name, ...parts) => {
    const page = await app.open('rs-01', { mode });
    const place = places.find((one) => one.name === name);
    if (!place) throw new Error(`no place is called ${name}`);
    await goTo(page, app.cloud.url, place, cases);
    await hideBar(page);
    const hidden = [];
    for (const part of parts) {
      const words = page.getByText(part).filter({ visible: true });
      if (!(await isInView(words))) hidden.push(part);
    }
    expect(hidden).toEqual([]);
  });
});

it('no page said an error', () => expect(app.complaints).toEqual([]));
