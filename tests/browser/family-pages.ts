import type { Page } from 'playwright-core';
import type { Client } from '../../demo/client';
import type { Cases, Place } from './place';
import { button } from './steps';

/** 替家人办: a son and his mother. They live where no page is to be seen empty. */
const son = 'rs-07';
const mother = 'rs-06';
const family = 'packages/resident/family/index';

/** The son asks for his mother, and keeps a child besides; an agent has it. */
export async function playFamily(client: Client): Promise<Pick<Cases, 'forMother' | 'shared'>> {
  const here = { orgId: 'cm-zhongdong', asked: true } as const;
  const { familyId } = await client.ok(son, 'account.setFamily', {
    ...here,
    relation: 'parent',
    name: '吴六样',
    phone: '04525550129',
  });
  await client.ok(son, 'account.setFamily', {
    ...here,
    relation: 'child',
    name: '郑小满',
    phone: '15500000088',
  });
  const { caseId } = await client.ok(son, 'cases.submit', {
    familyId,
    serviceCode: 'elderly-allowance',
    mode: 'counter',
    note: '我妈快七十了，问问高龄津贴',
  });
  const agentId = (await client.ok(son, 'cases.detail', { caseId })).case.assignment?.agentId ?? '';
  await client.ok(agentId, 'cases.accept', { caseId });
  const strokes = [Array.from({ length: 40 }, (_, i) => [100 + i * 18, i % 2 === 0 ? 100 : 220]).flat()];
  await client.ok(son, 'cases.authorise', {
    caseId,
    to: 'agent',
    acts: ['papers', 'result'],
    signed: 'screen',
    strokes,
  });
  const { share } = await client.ok(son, 'cases.share', { caseId });
  return { forMother: caseId, shared: share };
}

const forMother = (role: 'resident' | 'agent') => (cases: Cases) =>
  `packages/${role}/case/index?id=${cases.forMother}`;
const request = 'packages/resident/request/index?code=daily-errand';
const choose = (name: string | RegExp) => (page: Page) => page.getByRole('radio', { name }).check();

export const familyPlaces: readonly Place[] = [
  { name: '我的家人', person: son, path: family, shows: ['吴六样', '郑小满', '记一位家人'] },
  { name: '我的家人，没有', person: 'rs-08', path: family, shows: [/不用再填/, '记一位家人'] },
  { name: '我的家人，谁替我办', person: mother, path: family, shows: ['谁替您办', '同意他替我办'] },
  {
    name: '我的家人，记一位',
    person: 'rs-08',
    path: family,
    reach: (page) => button(page, '记一位家人').click(),
    shows: ['他是您的什么人？', '先跟他说一声'],
  },
  { name: '第1步，有家人', person: son, path: request, shows: ['给谁办？', '吴六样', '邻居'] },
  {
    name: '第1步，给邻居',
    person: son,
    path: request,
    reach: choose('邻居'),
    shows: ['先跟他说一声', '他的姓名'],
  },
  {
    name: '第1步，再记一位',
    person: son,
    path: request,
    reach: choose('别的家人'),
    shows: ['记下，接着写', '他是您的什么人？'],
  },
  { name: '我的办件，替家人', person: son, path: 'pages/my-cases/index', shows: ['替父母吴六样办'] },
  { name: '办件，替家人', person: son, path: forMother('resident'), shows: ['吴六样（父母）', '收回委托书'] },
  {
    name: '签委托书',
    person: son,
    path: (cases) => `packages/resident/case/index?id=${cases.forMother}&do=authorise`,
    shows: ['委托给谁？', '清掉重签'],
  },
  {
    name: '分享进展',
    person: son,
    path: (cases) => `packages/resident/share/index?id=${cases.forMother}`,
    shows: ['家人点开能看到', '做一张分享的卡片', '停止分享'],
  },
  {
    name: '分享进展，家人读到的',
    person: 'rs-08',
    path: (cases) => `packages/resident/shared/index?share=${cases.shared}`,
    shows: ['办到哪一步了', '打电话给中东社区'],
  },
  { name: '办件，家人替我', person: mother, path: forMother('resident'), shows: ['郑七示替您提的'] },
];
