import type { Page } from 'playwright-core';
import { spokenNo } from '../../contract/case-no';
import { instantOf } from '../../contract/time';
import { type App, startApp } from './app';
import { button, gone, main, sees, tapAndAnswer } from './steps';

/** The desk of the managers who see to it that every case finds an agent: community, street. */
const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;
const MONDAY = instantOf('2026-11-23', '10:00');

let app: App;
beforeEach(async () => {
  app = await startApp();
});
afterEach(async () => {
  const { complaints } = app;
  await app.close();
  expect(complaints).toEqual([]);
});

const board = 'packages/manager/board/index';
const heap = (page: Page, name: RegExp) => page.getByRole('radio', { name }).filter({ visible: true });
const openBoard = (person: string) => app.open(person, { path: `#/${board}` });
const ask = async (person: string, serviceCode: string, note: string) =>
  (await app.cloud.ok(person, 'cases.submit', { serviceCode, mode: 'counter', note })).caseId;
const holderOf = async (caseId: string) =>
  (await app.cloud.ok('ad-cm-1', 'cases.detail', { caseId })).case.assignment?.agentId ?? '';

/** Each agent who is asked says no, until none is left. */
async function declineByAll(caseId: string) {
  for (let who = await holderOf(caseId); who; who = await holderOf(caseId))
    await app.cloud.ok(who, 'cases.decline', { caseId, reason: '手头忙不过来' });
}

describe('a case that everybody declined', () => {
  it('stands on the board with the reason, is given by hand, and is accepted', async () => {
    await declineByAll(await ask('rs-04', 'childcare-subsidy', '想领育儿补贴'));
    const manager = await openBoard('ad-cm-1');
    await heap(manager, /^待派单 1$/).check();
    await sees(manager, /2位会办“生育与儿童”：2位问过了，没有接/);
    await button(manager, /育儿补贴申领/).click();
    await sees(manager, '为什么还没派出去');

    await button(manager, '安排代办员').click();
    await button(manager, '就请这一位').click();
    await sees(manager, '请选一位代办员。');
    // Shown with the reason, and not to be chosen.
    expect(await manager.getByRole('radio', { name: /立春晓.*接不了：不办/ }).isDisabled()).toBe(true);
    await manager.getByRole('radio', { name: /惊蛰声.*问过了/ }).check();
    await button(manager, '就请这一位').click();
    await sees(manager, '等代办员惊蛰声答应');

    const caseId = manager.url().split('id=')[1]?.split('&')[0] ?? '';
    const agent = await app.open('ag-03', { path: `#/packages/agent/case/index?id=${caseId}` });
    await tapAndAnswer(agent, /^接单/);
    await button(agent, '办好了').waitFor();
    await manager.reload();
    await sees(manager, /代办员惊蛰声正在办/);
  });

  it('says beside the names when the one who was chosen has gone on leave meanwhile', async () => {
    const caseId = await ask('rs-04', 'childcare-subsidy', '想领育儿补贴');
    await declineByAll(caseId);
    const manager = await app.open('ad-cm-1', {
      path: `#/packages/manager/case/index?id=${caseId}&do=assign`,
    });
    await manager.getByRole('radio', { name: /惊蛰声/ }).check();
    await app.cloud.ok('ag-03', 'roster.leave', { from: '2026-11-23', to: '2026-11-24', why: '病假' });
    await button(manager, '就请这一位').click();
    await sees(manager, /惊蛰声请假到11月24日 周二，请换一位。/);
    await sees(manager, /接不了：请假到11月24日 周二/);
  });
});

describe('a manager finds a case', () => {
  const look = async (page: Page, text: string) => {
    await page.getByLabel('找一件').fill(text);
    await button(page, '查找').click();
  };

  it('by the number that a caller reads out, by name, by phone and by who has it, and comes back to the board', async () => {
    const caseId = await ask('rs-01', 'senior-preference-card', '优待证丢了');
    await ask('rs-02', 'disability-certificate', '想办残疾证');
    const { case: kase } = await app.cloud.ok('ad-cm-1', 'cases.detail', { caseId });
    const manager = await openBoard('ad-cm-1');
    await button(manager, /残疾/).waitFor();
    for (const text of [spokenNo(kase.no), '赵一示', '0452-555-0124']) {
      await look(manager, text);
      await sees(manager, '找到1件。');
      await sees(manager, /^待接单$/);
      await button(manager, /老年人优待证.*赵\*\*/).waitFor();
      await gone(button(manager, /残疾/));
    }
    await look(manager, kase.agentName ?? '');
    await button(manager, new RegExp(`老年人优待证.*代办员 ${kase.agentName}`)).click();
    await sees(manager, '经过');
    await button(manager, '返回').last().click();
    await button(manager, '清空').click();
    await button(manager, /残疾/).waitFor();
    expect(await manager.getByLabel('找一件').inputValue()).toBe('');
  });

  it('and where there is none is told how to write it', async () => {
    const manager = await openBoard('ad-cm-1');
    await manager.getByLabel('找一件').fill('没有这个人');
    await manager.keyboard.press('Enter');
    await sees(manager, /^没有找到“没有这个人”。请写全/);
    await manager.getByLabel('找一件').fill('赵'.repeat(61));
    await sees(manager, '多写了1个字，请删短一点。');
  });
});

it('what is overdue turns red on the board, goes up a tier, and the street says that it knows', async () => {
  const caseId = await ask('rs-01', 'senior-preference-card', '优待证丢了');
  await app.cloud.ok(await holderOf(caseId), 'cases.accept', { caseId });
  const street = await openBoard('ad-st-1');
  await sees(street, '没有逐级上报的件。');

  // Due the evening before.
  await app.cloud.setClock(MONDAY + 8 * dayMs);
  await app.cloud.timer('sweep');
  const manager = await openBoard('ad-cm-1');
  await heap(manager, /^超期 1$/).check();
  await sees(manager, /^红牌：已?超期\d+天$/);
  await sees(manager, '已上报社区，还没有人确认');

  // No manager there says anything: the next tier hears of it.
  await app.cloud.setClock(MONDAY + 9 * dayMs + 2 * hourMs);
  await app.cloud.timer('sweep');
  await street.reload();
  await heap(street, /^逐级上报 1$/).check();
  await sees(street, '已上报街道，还没有人确认');
  await button(street, /老年人优待证/).click();
  await sees(street, '没按时办结，上报街道');
  await button(street, '知道了，我来督办').click();
  await sees(street, /大雪松说知道了/);
  await gone(button(street, '知道了，我来督办'));
  await button(street, '返回').last().click();
  await sees(street, '没有逐级上报的件。');
});

it('a street is whistled for, answers, and the community rates the answer', async () => {
  const caseId = await ask('rs-01', 'senior-preference-card', '优待证丢了');
  const manager = await app.open('ad-cm-1', { path: `#/packages/manager/case/index?id=${caseId}` });
  await button(manager, /吹哨/).click();
  await button(manager, '吹哨').click();
  await sees(manager, '请选一个单位。');
  await sees(manager, '请写清要问什么、请他们做什么。');
  await manager.getByRole('radio', { name: /龙华街道/ }).check();
  await sees(manager, '由大雪松答复');
  await manager.getByLabel('要问什么？').fill('要街道盖章，一直没回音');
  await manager.getByRole('radio', { name: '3天', exact: true }).check();
  await button(manager, '吹哨').click();
  await sees(manager, '向龙华街道吹哨');
  await sees(manager, /大雪松，最晚11月26日 周四 下午5点/);

  const street = await openBoard('ad-st-1');
  await heap(street, /^吹哨找我们 1$/).check();
  await button(street, /优待证/).click();
  await button(street, '答复吹哨').click();
  await street.getByLabel('答复', { exact: true }).fill('章盖好了，明天送到社区');
  await button(street, '答复').last().click();
  await sees(street, '章盖好了，明天送到社区');
  // Its own answer is not the street's to rate.
  await gone(button(street, '评一评这次答复'));

  await manager.reload();
  await button(manager, '评一评这次答复').click();
  await manager.getByRole('radio', { name: '满意', exact: true }).check();
  await manager.getByLabel('还想说的，可以不写').fill('办得快');
  await button(manager, '评好了').click();
  await sees(manager, '满意：办得快');
});

it('what is written for a whistle is still there after the page was left', async () => {
  const caseId = await ask('rs-01', 'senior-preference-card', '优待证丢了');
  const path = `#/packages/manager/case/index?id=${caseId}&do=whistle`;
  const manager = await app.open('ad-cm-1', { path });
  await manager.getByLabel('要问什么？').fill('要街道盖章');
  await manager.getByRole('radio', { name: /龙华街道/ }).check();
  await manager.reload();
  await sees(manager, '请哪个单位？');
  expect(await manager.getByLabel('要问什么？').inputValue()).toBe('要街道盖章');
  expect(await manager.getByRole('radio', { name: /龙华街道/ }).isChecked()).toBe(true);
});

it('a case goes to another community with all that happened to it, and the resident sees it', async () => {
  const caseId = await ask('rs-01', 'senior-preference-card', '优待证丢了');
  const manager = await app.open('ad-cm-1', { path: `#/packages/manager/case/index?id=${caseId}` });
  await button(manager, '转到别的社区').click();
  // Its own community is no other.
  await manager.getByRole('radio', { name: '东湖社区' }).waitFor();
  await gone(manager.getByRole('radio', { name: '新民社区' }));
  await manager.getByRole('radio', { name: '东湖社区' }).check();
  await manager.getByRole('radio', { name: '居民住在那边' }).check();
  await button(manager, '转过去').click();
  await sees(manager, '没有在办的件，都办完了。');

  const resident = await app.open('rs-01', { path: `#/packages/resident/case/index?id=${caseId}` });
  await sees(resident, /转到东湖社区接着办/);
  const other = await openBoard('ad-cm-3');
  await button(other, /优待证/).click();
  await sees(main(other).page(), '转到东湖社区接着办');
  await sees(other, '居民提交了请求');
});

it('another agent is wished for, refused with a reason, wished for again and given; and who is away stands with what waits', async () => {
  const caseId = await ask('rs-02', 'disability-certificate', '想办残疾证');
  const agent = await holderOf(caseId);
  await app.cloud.ok(agent, 'cases.accept', { caseId });
  const { case: kase } = await app.cloud.ok('ad-cm-1', 'cases.detail', { caseId });
  const resident = await app.open('rs-02', { path: `#/packages/resident/case/index?id=${caseId}` });
  const wish = async (reason: string) => {
    await button(resident, '想换一位代办员').click();
    await resident.getByRole('radio', { name: reason }).check();
    await button(resident, '请社区换一位').click();
    await sees(resident, /社区知道了，换不换都会告诉您。代办员不知道。/);
  };
  await wish('时间对不上');
  const holder = await app.open(agent, { path: `#/packages/agent/case/index?id=${caseId}` });
  await button(holder, '办好了').waitFor();
  expect(await main(holder).innerText()).not.toMatch(/想换|时间对不上/);

  const manager = await app.open('ad-cm-1', { path: '#/pages/me/index' });
  await button(manager, '居民想换一位代办员').first().click();
  await sees(manager, '时间对不上');
  await button(manager, '先不换，告诉居民为什么').click();
  await manager.getByRole('radio', { name: '已经快办好了' }).check();
  await button(manager, '告诉居民').click();
  await button(manager, '先不换，告诉居民为什么').waitFor({ state: 'detached' });
  await resident.reload();
  await sees(resident, /已经快办好了/);

  await wish('想找熟悉我家的');
  // Away meanwhile: the board says who, until when and what waits with them.
  await app.cloud.ok(agent, 'roster.leave', { from: '2026-11-23', to: '2026-11-25', why: '病假' });
  await manager.goto(`${app.cloud.url}/#/${board}`);
  await button(manager, '1位代办员不在，手上有1件').click();
  await sees(manager, `${kase.agentName}，请假到后天`);
  await manager
    .getByRole('group', { name: `${kase.agentName}手上的办件` })
    .getByRole('button', { name: /残疾人证/ })
    .click();
  await sees(manager, '想找熟悉我家的');
  await button(manager, '换一位代办员').first().click();
  const other = manager.getByRole('radio', { name: /清明远/ });
  expect(kase.agentName).not.toBe('清明远');
  await other.check();
  await button(manager, '就请这一位').click();
  await sees(manager, '等代办员清明远答应');
  await resident.reload();
  await sees(resident, /等代办员清明远答应/);
  await manager.goto(`${app.cloud.url}/#/${board}`);
  await button(manager, /残疾人证/)
    .first()
    .waitFor();
  await button(manager, /代办员不在/).waitFor({ state: 'detached' });
});
