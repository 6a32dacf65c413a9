import { type App, startApp } from './app';
import { button, gone, sees } from './steps';

/** The desk of those who say who works when, and by which rules. */
let app: App;
beforeEach(async () => {
  app = await startApp();
});
afterEach(async () => {
  const { complaints } = app;
  await app.close();
  expect(complaints).toEqual([]);
});

const roster = '#/packages/manager/roster/index';
const agentPage = (id: string, form?: string) =>
  `#/packages/manager/agent/index?id=${id}&org=cm-xinmin${form ? `&do=${form}` : ''}`;

describe('a roster', () => {
  it('that leaves a grid to nobody is refused beside the grids, and nothing typed is lost', async () => {
    const manager = await app.open('ad-cm-1', { path: roster });
    await sees(manager, '3位代办员，现在在岗3位');
    await button(manager, /惊蛰声/).click();
    await button(manager, '改排班').click();
    await manager.getByRole('checkbox', { name: '新民第四网格' }).uncheck();
    await manager.getByRole('checkbox', { name: '新民第三网格' }).check();
    await manager.getByLabel('一天最多几件').fill('9');
    await button(manager, '存好排班').click();
    const grids = manager.getByRole('group', { name: '管哪几个网格？' });
    await grids.getByText('新民第四网格就没有人管了，请先安排好别人。').waitFor();
    expect(await manager.getByLabel('一天最多几件').inputValue()).toBe('9');

    await manager.getByRole('checkbox', { name: '新民第四网格' }).check();
    await button(manager, '存好排班').click();
    await sees(manager, '9件，其中上门4件');
    await sees(manager, '新民第三网格、新民第四网格');
  });

  it('says beside each field what is wrong with it', async () => {
    const manager = await app.open('ad-cm-1', { path: agentPage('ag-01', 'roster') });
    await manager.getByLabel('一天最多几件').fill('不多');
    await button(manager, '存好排班').click();
    await sees(manager, '件数要写成整数。');
    await manager.getByLabel('一天最多几件').fill('0');
    await manager.getByLabel('其中上门最多几件').fill('-1');
    await manager.getByLabel('几点下班').fill('08:00');
    await button(manager, '存好排班').click();
    for (const words of ['一天至少一件。', '上门件数不能是负数。', '下班要在上班之后。'])
      await sees(manager, words);
  });

  it('with leave that a manager gives: the day is not theirs, and it can be taken back', async () => {
    const manager = await app.open('ad-cm-1', { path: roster });
    await button(manager, /雨水清/).click();
    await button(manager, '替雨水清请假').click();
    await manager.getByLabel('从哪天起').fill('2026-11-25');
    await manager.getByLabel('到哪天为止，这天也算').fill('2026-11-24');
    await manager.getByRole('radio', { name: '病假' }).check();
    await button(manager, '登记请假').click();
    await sees(manager, '结束的日子比开始的早，请改一下。');
    await manager.getByLabel('从哪天起').fill('2026-11-23');
    await button(manager, '登记请假').click();
    await sees(manager, '今天到明天，共2天');
    await button(manager, '返回').last().click();
    await sees(manager, '请假到明天');

    // Nothing is offered to an agent who is away.
    const { caseId } = await app.cloud.ok('rs-01', 'cases.submit', {
      serviceCode: 'senior-preference-card',
      mode: 'counter',
      note: '优待证丢了',
    });
    const { case: kase } = await app.cloud.ok('ad-cm-1', 'cases.detail', { caseId });
    expect(kase.assignment?.agentName).not.toBe('雨水清');

    await button(manager, /雨水清/).click();
    await button(manager, /^不请了/).click();
    await sees(manager, '没有请假。');
  });
});

describe('opening hours', () => {
  const hours = '#/packages/manager/hours/index?org=cm-xinmin';

  it('that overlap are refused beside them, and kept', async () => {
    const manager = await app.open('ad-cm-1', { path: roster });
    await button(manager, '开门时间').click();
    await manager.getByLabel('第1段关门').fill('14:00');
    await button(manager, '存好开门时间').click();
    await sees(manager, '08:30—14:00和13:30—17:00重叠了。');
    expect(await manager.getByLabel('第1段关门').inputValue()).toBe('14:00');
    await manager.getByLabel('第1段关门').fill('12:00');
    await button(manager, '存好开门时间').click();
    await sees(manager, '存好了，从现在起按这个时间算。');
  });

  it('know days of the week that differ, and days of their own', async () => {
    const manager = await app.open('ad-cm-1', { path: hours });
    await manager.getByRole('checkbox', { name: '周三' }).check();
    await manager.getByLabel('第2段关门').last().fill('18:30');
    await button(manager, '加一个日子').click();
    await button(manager, '存好开门时间').click();
    await sees(manager, '请选日子。');
    await manager.getByLabel('第1个日子', { exact: true }).fill('2026-12-01');
    await manager.getByLabel('为什么，可以不写').fill('停电');
    await button(manager, '存好开门时间').click();
    await sees(manager, '存好了，从现在起按这个时间算。');
    // What is computed from now on goes by it.
    expect(await manager.getByLabel('第2段关门').last().inputValue()).toBe('18:30');
    await manager.reload();
    await sees(manager, '周三');
  });

  it('of a community are set from above after one says of which', async () => {
    const street = await app.open('ad-st-1', { path: roster });
    await button(street, '开门时间').click();
    await street.getByRole('radio', { name: '中东社区' }).waitFor();
    await gone(street.getByRole('radio', { name: '东湖社区' }));
    // The choice gives way to the hours.
    await street.getByRole('radio', { name: '中东社区' }).click();
    await street.getByLabel('第1段开门').waitFor();
  });
});

describe('the rules', () => {
  const policy = '#/packages/manager/policy/index';

  it('are saved as a new version; what is wrong stands beside its field', async () => {
    const manager = await app.open('ad-cm-1', { path: policy });
    await sees(manager, '还没有自己定过规则。');
    // What holds stands in the fields.
    expect(await manager.getByLabel(/^接单时限（/).inputValue()).toBe('30');
    await manager.getByLabel(/^接单时限（/).fill('20');
    await sees(manager, '还没保存：原来是30');
    await manager.getByLabel(/^手头件数（/).fill('-1');
    await button(manager, '保存规则').click();
    await sees(manager, '手头件数的权重不能是负数。');
    await manager.getByLabel(/^手头件数（/).fill('很多');
    await button(manager, '保存规则').click();
    await sees(manager, '要写成数字，比如 30。');
    await manager.getByLabel(/^手头件数（/).fill('');
    await button(manager, '保存规则').click();
    await sees(manager, '存好了，现在是第1版。');
    await button(manager, '接单时限改回上级的30').waitFor();
    expect(await manager.getByLabel(/^接单时限（/).inputValue()).toBe('20');
    expect(await manager.getByLabel(/^手头件数（/).inputValue()).toBe('2');
    await button(manager, '改过1次').click();
    await sees(manager, '接单时限20分钟');
    await button(manager, '保存规则').click();
    await sees(manager, '没有改动，不用保存。');
  });

  it('go back to what is inherited, one by one, and only what was changed is saved', async () => {
    await app.cloud.ok('ad-ds-1', 'admin.setPolicy', {
      orgId: 'ds-tiefeng',
      version: 0,
      own: { offerMinutes: 25 },
    });
    await app.cloud.ok('ad-cm-1', 'admin.setPolicy', {
      orgId: 'cm-xinmin',
      version: 0,
      own: { offerMinutes: 20, handovers: 1 },
    });
    const manager = await app.open('ad-cm-1', { path: policy });
    await button(manager, '接单时限改回上级的25').click();
    expect(await manager.getByLabel(/^接单时限（/).inputValue()).toBe('25');
    await sees(manager, '还没保存：沿用上级规则');
    // Written, and the same as before.
    await manager.getByLabel(/^手头件数（/).fill('2');
    await button(manager, '保存规则').click();
    await sees(manager, '存好了，现在是第2版。');
    const { own, values } = await app.cloud.ok('ad-cm-1', 'admin.policy', { orgId: 'cm-xinmin' });
    expect(own).toEqual({ handovers: 1 });
    expect(values.offerMinutes).toBe(25);
  });

  it('that somebody else changed meanwhile are shown anew, and what was typed stays', async () => {
    const manager = await app.open('ad-cm-1', { path: policy });
    await manager.getByLabel(/^接单时限（/).fill('20');
    await app.cloud.ok('ad-ds-1', 'admin.setPolicy', {
      orgId: 'cm-xinmin',
      version: 0,
      own: { handovers: 1 },
    });
    await button(manager, '保存规则').click();
    await sees(manager, '刚才有人改过这份规则，请看过新的再改。');
    await button(manager, '最多转手改回上级的2').waitFor();
    expect(await manager.getByLabel(/^最多转手（/).inputValue()).toBe('1');
    expect(await manager.getByLabel(/^接单时限（/).inputValue()).toBe('20');
    await button(manager, '保存规则').click();
    await sees(manager, '存好了，现在是第2版。');
    const { own } = await app.cloud.ok('ad-cm-1', 'admin.policy', { orgId: 'cm-xinmin' });
    expect(own).toEqual({ offerMinutes: 20, handovers: 1 });
  });
});
