import { viewOf } from '../functions/finished';
import { type App, startApp } from './app';
import { button, gone, sees, spotAt, takesPhoto, tapAndAnswer } from './steps';

/** 随手报 as people do it: danger first, a photo with a face covered, a place; joined by a neighbour, done, and told to both. */
let app: App;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

it('goes from a hole in the street to who mends it, and to the neighbour who has met it, too', async () => {
  const resident = await app.open('rs-01');
  await button(resident, '随手报').click();
  await sees(resident, '有人受伤、着火、漏气，先打电话');
  expect(
    await resident
      .locator('a[href^="tel:"]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href'))),
  ).toEqual(expect.arrayContaining(['tel:119', 'tel:120', 'tel:110', 'tel:12345']));
  await button(resident, '报上去').click();
  await sees(resident, '请选在哪个小区、哪个社区。');
  await resident.getByRole('radio', { name: '井盖缺损' }).check();
  await sees(resident, /别靠近，拿东西挡一下/);
  await spotAt(resident, '晴川里', '哈尔滨市道里区中央大街');
  await takesPhoto(resident, async (field) => {
    const box = await field.boundingBox();
    if (!box) throw new Error('no field');
    await resident.mouse.move(box.x + 10, box.y + 10);
    await resident.mouse.down();
    await resident.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 4 });
    await resident.mouse.up();
    await sees(resident, '盖住了1处');
  });
  // As it lies in the cloud: black below the rectangle, white beside it.
  const pixels = await resident.locator('.photo-picture').evaluate(async (picture: HTMLImageElement) => {
    await picture.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [picture.naturalWidth, picture.naturalHeight];
    const context = canvas.getContext('2d');
    context?.drawImage(picture, 0, 0);
    const at = (x: number, y: number) =>
      [...(context?.getImageData(x * canvas.width, y * canvas.height, 1, 1).data ?? [])].map((one) =>
        Math.round(one / 255),
      );
    return { below: at(0.25, 0.25), edge: at(0.48, 0.48), beside: at(0.75, 0.75) };
  });
  expect(pixels).toEqual({ below: [0, 0, 0, 1], edge: [0, 0, 0, 1], beside: [1, 1, 1, 1] });

  // Another city: named, and nothing of what was written is gone.
  await resident.getByRole('checkbox', { name: /匿名报/ }).check();
  await tapAndAnswer(resident, '报上去');
  await sees(resident, /请打当地的12345/);
  await resident
    .getByLabel(/具体在哪儿/)
    .filter({ visible: true })
    .fill('东门路口，修车铺旁边');
  await button(resident, '照片1，看大图').waitFor();
  await button(resident, '报上去').click();
  await sees(resident, '收到了，派人去看');
  await button(resident, '看办到哪一步').click();
  await sees(resident, '匿名，只有您自己看得到');

  const neighbour = await app.open('rs-02', { path: '#/packages/resident/report/index' });
  await neighbour.getByRole('radio', { name: '井盖缺损' }).check();
  await spotAt(neighbour, '晴川里', '东门');
  await sees(neighbour, '附近有人报过，是同一个吗？');
  await button(neighbour, /^我也遇到了/).click();
  await button(neighbour, /^收回/).click();
  await button(neighbour, /^我也遇到了/).click();
  await sees(neighbour, '记下了，办到哪一步告诉您，不用再报。');

  const { cases } = await app.cloud.ok('rs-01', 'cases.mine', {});
  const caseId = cases[0]?.caseId ?? '';
  const { assignment } = await viewOf(app.cloud, 'ad-cm-1', caseId);
  const agentId = assignment?.agentId ?? '';
  const agent = await app.open(agentId, { path: '#/packages/agent/queue/index' });
  await sees(agent, /东门路口，修车铺旁边/);
  await sees(agent, '另有1位邻居也遇到了');
  await agent.goto(`${app.cloud.url}/#/packages/agent/case/index?id=${caseId}`);
  await sees(agent, '谁报的都看不到。有话要问，在下面留言，他收得到。');
  await button(agent, '照片1，看大图').waitFor();
  await app.cloud.ok(agentId, 'cases.accept', { caseId });
  await app.cloud.ok(agentId, 'cases.complete', { caseId, result: '井盖换好了' });

  await neighbour.goto(`${app.cloud.url}/#/pages/my-cases/index`);
  await sees(neighbour, '邻居报的，我也遇到了');
  await neighbour
    .getByRole('button', { name: /东门路口，修车铺旁边/ })
    .filter({ visible: true })
    .click();
  await sees(neighbour, '井盖换好了');

  // The same by two neighbours is one line to the manager, opened to both; one is taken out of it.
  for (const [who, landmark] of [
    ['rs-03', '西门路灯杆旁边'],
    ['rs-04', '西门口'],
  ] as const)
    await app.cloud.ok(who, 'cases.report', {
      subtype: 'manhole',
      note: '又有一个井盖松了',
      place: { orgId: 'g-xm-1', landmark },
    });
  const manager = await app.open('ad-cm-1', { path: '#/packages/manager/board/index' });
  await button(manager, /^像是同一件，2人报了/).click();
  await sees(manager, /各是各的件，都要答复/);
  await button(manager, /^不是一回事，拿出来/)
    .first()
    .click();
  await sees(manager, /拿出来了，单独列着/);
  await gone(button(manager, /^像是同一件/));
  await button(manager, '放回去').click();
  await button(manager, /^像是同一件，2人报了/).waitFor();
});

it('no page said an error', () => expect(app.complaints).toEqual([]));
