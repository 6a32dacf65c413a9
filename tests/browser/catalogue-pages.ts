import type { Page, Route } from 'playwright-core';
import type { ServiceItem } from '../../contract/models';
import type { Client } from '../../demo/client';
import { itemOf } from '../support/world';
import type { Place } from './place';
import { board } from '../support/photo';
import { upload } from '../support/upload';
import { button, main, sees } from './steps';

/** The catalogue as the office has it, and what residents read where a place says otherwise. */
const district = 'ad-ds-1';
const community = 'ad-cm-1';
const resident = 'rs-01';
const [lacking, ready, changed, elsewhere] = [
  'senior-preference-card',
  'unemployment-benefit',
  'elderly-allowance',
  'only-child-parent-award',
];

/** Drafts with and without faults, an item changed after it was told, one that is not done here, and searches in vain. */
export async function playCatalogue(client: Client): Promise<void> {
  const draft = (code: string, over: Partial<ServiceItem>) =>
    client.ok(community, 'catalog.draft', { code, item: { ...itemOf(code), ...over } });
  await draft(lacking, { supervision: '', keywords: [] });
  const picture = await upload(client, community, `samples/${ready}/${community}/s.png`, board);
  const [first, ...rest] = itemOf(ready).materials;
  const materials = first ? [{ ...first, sample: ['照着填，签上名字'], picture }, ...rest] : rest;
  await draft(ready, { summary: '失业的，按月领一笔钱', materials });
  await draft(changed, { summary: '满80岁，按月领一笔钱' });
  await client.ok(district, 'catalog.publish', { code: changed });
  await client.ok(community, 'catalog.offer', {
    code: elsewhere,
    orgId: 'cm-xinmin',
    own: { offered: false },
  });
  await client.ok(community, 'catalog.offer', {
    code: ready,
    orgId: 'cm-xinmin',
    own: { serviceHours: '周一到周六' },
  });
  for (const text of ['老头乐牌照', '老头乐牌照', '借雨伞'])
    await client.ok(resident, 'catalog.search', { text });
  await client.local('rest', {});
}

const catalogue = 'packages/manager/catalogue/index';
const item = (code: string, query = '') => `packages/manager/item/index?code=${code}${query}`;
const openMissed = (page: Page) => button(page, /^居民搜了没找到的/).click();

/** The page of a catalogue that nothing is in yet. */
async function emptied(page: Page): Promise<void> {
  // What the page before still asks for while it goes would count as asked by the next.
  await sees(page, '找一项');
  let items: unknown = [];
  const answer = async (route: Route) => {
    const { action } = route.request().postDataJSON() as { action: string };
    const response = await route.fetch();
    const reply = (await response.json()) as { data: { items: unknown } };
    if (action === 'drafts') {
      items = reply.data.items;
      reply.data.items = [];
    }
    if (action === 'starters') reply.data.items = items;
    await route.fulfill({ response, json: reply });
  };
  await page.route('**/v1/functions/catalog', answer);
  await page.reload();
  await sees(page, '这里办哪些');
  await page.unroute('**/v1/functions/catalog', answer);
}

export const cataloguePlaces: readonly Place[] = [
  {
    name: '办事目录',
    person: district,
    isAbove: true,
    path: catalogue,
    reach: async (page) => {
      await openMissed(page);
      await button(page, /老头乐牌照/).click();
    },
    shows: ['有草稿', '“老头乐牌照”是哪个事项的说法？'],
  },
  {
    name: '办事目录，没有这个名称',
    person: community,
    path: catalogue,
    reach: async (page) => {
      await openMissed(page);
      await page.getByLabel('找一项').filter({ visible: true }).fill('㗂');
    },
    shows: ['没有这个名称的事项，换个字试试。', /请区里认是哪一项/],
  },
  {
    name: '办事目录，还空着',
    person: district,
    isAbove: true,
    path: catalogue,
    reach: emptied,
    shows: ['这里办哪些', /^启用这些（\d+项）$/],
  },
  {
    name: '服务事项',
    person: district,
    isAbove: true,
    path: item(lacking),
    shows: ['还缺2样：', '核对过，没变'],
  },
  {
    name: '服务事项，可以发布',
    person: district,
    isAbove: true,
    path: item(ready),
    reach: async (page) => {
      await button(page, '以前的版本').click();
      await sees(page, '现在用的');
      await button(page, '放弃草稿').click();
    },
    shows: ['发布第2版', '真的放弃，不留'],
  },
  {
    name: '服务事项，社区',
    person: community,
    path: item('disability-certificate'),
    reach: (page) => button(page, '现在居民读到的').click(),
    shows: ['新民社区怎么说', '改这一项', '咨询和投诉'],
  },
  {
    name: '改办事内容',
    person: district,
    isAbove: true,
    path: item(lacking, '&do=edit'),
    reach: async (page) => {
      for (const fold of [/^第1样材料/, /^第1步/, /^第1种情况/, /^第1条依据/])
        await button(page, fold).click();
      await main(page).getByLabel('我们答应几个工作日').fill('五');
      await button(page, '存草稿').click();
    },
    shows: ['请写几个工作日，当场办好写 0。', '请写上监督电话，比如 12345。'],
  },
  {
    name: '自己写一项',
    person: community,
    path: catalogue,
    reach: async (page) => {
      await button(page, '自己写一项').click();
      await sees(page, '存了是草稿，居民还看不到，发布了才换。');
    },
    shows: ['写一个新事项'],
  },
  {
    name: '改办事内容，上次写到一半',
    person: community,
    path: item(lacking, '&do=edit'),
    reach: async (page) => {
      await main(page).getByLabel('一句话说明').fill('满六十岁，坐车逛公园都能用');
      await page.reload();
    },
    shows: ['上次写到一半的还在，还没存成草稿。'],
  },
  {
    name: '预览',
    person: district,
    isAbove: true,
    path: item(ready, '&do=preview'),
    shows: ['发布以后，居民读到的是这样。', '失业的，按月领一笔钱'],
  },
  {
    name: '样子的照片',
    person: community,
    path: `packages/privacy/samples/index?code=${ready}`,
    shows: [/^照片人人都看得到/, '不要照片', '还没写样子的'],
  },
  {
    name: '预览，看样子',
    person: district,
    isAbove: true,
    path: item(ready, '&do=preview'),
    reach: async (page) => {
      await button(page, /^要准备的材料/).click();
      await button(page, /^看样子/).click();
      await button(page, /照着填，签上名字，看大图$/).waitFor();
    },
    shows: ['照着填，签上名字'],
  },
  {
    name: '以前的一版',
    person: district,
    isAbove: true,
    path: item(changed, '&version=1'),
    shows: ['恢复这一版', /^以前的一版/],
  },
  {
    name: '本地怎么说',
    person: community,
    path: item(ready, '&org=cm-xinmin'),
    reach: async (page) => {
      await main(page).getByRole('textbox', { name: '几个工作日办好' }).fill('99');
      await button(page, '存好').click();
    },
    shows: [/这里只能更短。$/, '自己写的', '沿用上级'],
  },
  {
    name: '办事说明，这里不办',
    person: resident,
    path: `packages/resident/service/index?code=${elsewhere}`,
    shows: ['这件事新民社区不办'],
  },
  {
    name: '当时告诉您的',
    person: resident,
    path: (cases) => `packages/resident/told/index?id=${cases.offered}`,
    shows: [/后来改过，您这件还按这一版/, '看现在的说明'],
  },
  {
    name: '当时告诉您的，没改过',
    person: resident,
    path: (cases) => `packages/resident/told/index?id=${cases.hand}`,
    shows: [/现在还是这么说/],
  },
];
