import { startApp, type Mode } from '../tests/browser/app';
import { goTo } from '../tests/browser/pages';
import { playQuestions, questionPlaces } from '../tests/browser/question-pages';
import { launchBrowserServer } from './browser.mjs';
import type { Cases } from '../tests/browser/place';
async function main() {
  const server = await launchBrowserServer();
  process.env.BROWSER_WS = server.wsEndpoint();
  const app = await startApp();
  const cases = (await playQuestions(app.cloud)) as unknown as Cases;
  const only = process.argv[2];
  const canvas = await app.open('rs-01', { width: 1180, height: 100 });
  for (const [i, place] of questionPlaces.entries()) {
    if (only && !place.name.includes(only)) continue;
    const shots: string[] = [];
    for (const mode of ['standard', 'elder', 'huge'] as Mode[]) {
      const page = await app.open(place.person, { mode });
      try {
        await goTo(page, app.cloud.url, place, cases);
      } catch (e) { console.log(place.name, mode, String(e).slice(0, 1500)); }
      shots.push((await page.screenshot({ fullPage: true })).toString('base64'));
      await page.close();
    }
    await canvas.goto(app.cloud.url);
    await canvas.setContent(`<div style="display:flex;gap:12px;align-items:flex-start">${shots.map((s) => `<img src="data:image/png;base64,${s}" width=375>`).join('')}</div>`);
    await canvas.screenshot({ path: `/tmp/consult/${i}.png`, fullPage: true });
    console.log(i, place.name);
  }
  await app.close(); await server.close();
}
void main().then(() => process.exit(0), (e) => { console.error(e); process.exit(1); });
