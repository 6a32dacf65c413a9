import type { Page } from 'playwright-core';
import type { Client } from '../../demo/client';
import type { Cases, Place } from './place';
import { button, sees } from './steps';

/** The pages of those who oversee: dispatch, roster, rules. */
const manager = 'ad-cm-1';
const street = 'ad-st-1';

/** A case that is long overdue: escalated, the street asked and silent, the district asked and answered. */
export async function playDesk(client: Client, late: string): Promise<void> {
  await client.local('timers/sweep', {});
  const ask = (orgId: string, question: string) =>
    client.ok(manager, 'cases.whistle', { caseId: late, orgId, question });
  await ask('ds-tiefeng', '制证中心几时能把证送到街道？');
  await client.ok('ad-ds-1', 'cases.answer', { caseId: late, whistleId: 'w1', answer: '这周五送到街道。' });
  await ask('st-longhua', '优待证要街道盖章，一直没回音。请看看卡在哪一步。');
  await client.ok(manager, 'roster.leave', {
    agentId: 'ag-01',
    from: '2026-12-03',
    to: '2026-12-04',
    why: '培训',
  });
  await client.ok('ad-ds-1', 'admin.setPolicy', { orgId: 'cm-xinmin', version: 0, own: { whistleDays: 3 } });
}

const board = 'packages/manager/board/index';
const scores = 'packages/manager/scores/index';
const roster = 'packages/manager/roster/index';
const agentOf = (form?: string) =>
  `packages/manager/agent/index?id=ag-01&org=cm-xinmin${form ? `&do=${form}` : ''}`;
const at = (name: keyof Cases, deed?: string) => (cases: Cases) =>
  `packages/manager/case/index?id=${cases[name]}${deed ? `&do=${deed}` : ''}`;
const heap = (name: RegExp) => (page: Page) =>
  page.getByRole('radio', { name }).filter({ visible: true }).check();

export const deskPlaces: readonly Place[] = [
  {
    name: '在办一览，待派单',
    person: manager,
    path: board,
    reach: heap(/^待派单/),
    shows: [/会办“住房与户籍”/],
  },
  { name: '在办一览，超期', person: manager, path: board, reach: heap(/^超期/), shows: [/^红牌：/] },
  {
    name: '在办一览，逐级上报',
    person: manager,
    path: board,
    reach: heap(/^逐级上报/),
    shows: ['已上报社区，还没有人确认'],
  },
  {
    name: '在办一览，找一件',
    person: manager,
    path: board,
    reach: async (page) => {
      await page.getByLabel('找一件').fill('赵一示');
      await button(page, '查找').click();
    },
    shows: [/^找到\d+件/],
  },
  {
    name: '在办一览，没找到',
    person: manager,
    path: board,
    reach: async (page) => {
      await page.getByLabel('找一件').fill('没有这个人');
      await page.getByLabel('找一件').press('Enter');
    },
    shows: [/^没有找到“没有这个人”/],
  },
  { name: '街道的在办一览', person: street, isAbove: true, path: board, shows: ['没有逐级上报的件。'] },
  {
    name: '街道的在办一览，吹哨',
    person: street,
    isAbove: true,
    path: board,
    reach: heap(/^吹哨找我们/),
    shows: [/^吹哨问：优待证/],
  },
  {
    name: '负责人看超期',
    person: manager,
    path: at('late'),
    shows: ['没按时办结，上报社区', '知道了，我来督办', '向龙华街道吹哨', '评一评这次答复'],
  },
  {
    name: '街道看吹哨',
    person: street,
    isAbove: true,
    path: at('late'),
    shows: ['答复吹哨', '向龙华街道吹哨'],
  },
  { name: '负责人看待补正', person: manager, path: at('asked'), shows: ['等居民补的', '经过'] },
  {
    name: '安排代办员',
    person: manager,
    path: at('nobody', 'assign'),
    reach: (page) => button(page, '就请这一位').click(),
    shows: ['请选一位代办员。', /^接不了：/],
  },
  {
    name: '吹哨',
    person: manager,
    path: at('nobody', 'whistle'),
    reach: async (page) => {
      await page.getByRole('radio', { name: /龙华街道/ }).check();
      await button(page, '吹哨').click();
    },
    shows: ['由大雪松答复', '请写清要问什么、请他们做什么。'],
  },
  {
    name: '答复吹哨',
    person: street,
    isAbove: true,
    path: (cases) => `packages/manager/case/index?id=${cases.late}&do=answer&whistle=w2`,
    reach: (page) => button(page, '答复').last().click(),
    shows: ['请写一句答复。'],
  },
  {
    name: '评答复',
    person: manager,
    path: (cases) => `packages/manager/case/index?id=${cases.late}&do=rateAnswer&whistle=w1`,
    reach: (page) => button(page, '评好了').click(),
    shows: ['请选一个满意程度。', /这周五送到街道/],
  },
  {
    name: '转到别的社区',
    person: manager,
    path: at('nobody', 'move'),
    reach: (page) => button(page, '转过去').click(),
    shows: ['请选一个社区。', '选一个，或者写一句。'],
  },
  { name: '排班', person: manager, path: roster, shows: [/3位代办员/, /12月3日/] },
  { name: '街道的排班', person: street, isAbove: true, path: roster, shows: [/6位代办员/] },
  { name: '排班里的代办员', person: manager, path: agentOf(), shows: ['改排班', '培训'] },
  {
    name: '改排班',
    person: manager,
    path: agentOf('roster'),
    reach: async (page) => {
      await page.getByRole('checkbox', { name: '新民第二网格' }).uncheck();
      await page.getByLabel('一天最多几件').fill('很多');
      await button(page, '存好排班').click();
    },
    shows: ['件数要写成整数。', '存好排班'],
  },
  {
    name: '替代办员请假',
    person: manager,
    path: agentOf('leave'),
    reach: (page) => button(page, '登记请假').click(),
    shows: ['请选从哪天起。', '请选到哪天为止。', '选一个，或者写一句。'],
  },
  {
    name: '开门时间',
    person: manager,
    path: 'packages/manager/hours/index?org=cm-xinmin',
    reach: async (page) => {
      await page.getByRole('checkbox', { name: '周三' }).check();
      await button(page, '加一个日子').click();
      await button(page, '存好开门时间').click();
    },
    shows: ['请选日子。', '去掉这天'],
  },
  {
    name: '开门时间，哪个社区',
    person: street,
    isAbove: true,
    path: 'packages/manager/hours/index?org=st-longhua',
    shows: ['看哪个社区？', '中东社区'],
  },
  {
    name: '评价得分',
    person: manager,
    path: scores,
    reach: (page) => button(page, '满意率怎么算').click(),
    shows: [/^非常满意、满意、基本满意的评价 ÷/, '满意率走势', '各网格'],
  },
  {
    name: '评价得分，看数字',
    person: manager,
    path: scores,
    reach: async (page) => {
      await page.getByRole('radio', { name: '按时办结率' }).check();
      for (const fold of ['按服务事项', '要办什么', '评价里常说的'])
        if (await button(page, fold).count()) await button(page, fold).click();
      await button(page, '看数字').click();
    },
    shows: ['按时办结率走势', /^周.最多，\d+件$/],
  },
  {
    name: '评价得分，导出',
    person: manager,
    path: scores,
    reach: async (page) => {
      await page.getByRole('radio', { name: '自己选' }).check();
      await page.getByLabel('从哪天起').fill('2026-11-24');
      await button(page, '看这些天').click();
      await sees(page, '开始日期要早于结束日期。');
      await page.getByLabel('从哪天起').fill('2026-10-01');
      await button(page, '看这些天').click();
      await button(page, /^导出/).click();
      await button(page, '打开代办员对比').click();
      await button(page, '打开代办员对比').click();
    },
    shows: ['下载Excel', '请写一句原因。', '下载评议表'],
  },
  { name: '评价得分，没有', person: 'ad-cm-3', path: scores, shows: [/这段时间还没有办件/] },
  { name: '街道的评价得分', person: street, isAbove: true, path: scores, shows: ['各社区', '中东社区'] },
  {
    name: '街道看一个社区的评价得分',
    person: street,
    isAbove: true,
    path: `${scores}?org=cm-zhongdong`,
    shows: ['中东社区', '代办员对比'],
  },
  {
    name: '派单规则',
    person: manager,
    path: 'packages/manager/policy/index',
    reach: async (page) => {
      await button(page, '改过1次').click();
      await button(page, '吹哨答复改回上级的3').click();
      await page.getByLabel(/^手头件数（/).fill('-1');
      await button(page, '保存规则').click();
    },
    shows: ['手头件数的权重不能是负数。', '还没保存：沿用上级规则'],
  },
];
