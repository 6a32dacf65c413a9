import type { Page } from 'playwright-core';
import { instantOf } from '../../contract/time';
import type { Input } from '../../contract/actions';
import type { Client } from '../../demo/client';
import { AGENT, MANAGER, finish } from '../functions/finished';
import type { Cases, Place } from './place';
import { board } from '../support/photo';
import { button } from './steps';

/** What follows a review, for the resident, their neighbours and the rated agent. */
const residents = ['rs-02', 'rs-04'];

type Rating = Omit<Input<'reviews.submit'>, 'caseId'>;
const months: [day: string, sealed: string, ratings: Rating[]][] = [
  [
    '2026-09-10',
    '2026-10-02',
    [
      { level: 'satisfied', tags: ['办得快'], text: '当天就给问清楚了。' },
      { level: 'very-satisfied', tags: ['态度好', '零跑腿'], text: '一趟没跑，证就送到家了。' },
      { level: 'basically-satisfied', tags: ['材料没说清'] },
      { level: 'very-satisfied' },
      { level: 'very-dissatisfied', tags: ['失约'], text: '说好上午来，等到天黑。' },
    ],
  ],
  [
    '2026-10-12',
    '2026-11-02',
    [
      {
        level: 'very-satisfied',
        tags: ['态度好', '上门服务'],
        text: '小立这人实在，冒着雨来的。',
        wall: true,
      },
      { level: 'satisfied', tags: ['讲得清楚'], text: '讲得明白，我都记住了。', wall: true },
      { level: 'very-satisfied', tags: ['有回告'], text: '办到哪一步都打电话告诉我。', wall: true },
      {
        level: 'basically-satisfied',
        tags: ['多跑腿', '态度好'],
        text: '跑了两趟，人倒是客气。',
        wall: true,
      },
      { level: 'dissatisfied', tags: ['办得慢'], text: '比说好的晚了三天。', wall: true },
      { level: 'satisfied' },
    ],
  ],
];

/**
 * Two months of an agent's ratings, each sealed into a batch, five of them on the wall; an appeal; and this Monday a case
 * that was said not to be done. Leaves the clock at whatever `now` is.
 */
export async function playReviews(
  client: Client,
  now: number,
): Promise<Pick<Cases, 'mended' | 'reopened' | 'unrated'>> {
  let turn = 0;
  const next = async () => {
    const resident = residents[(turn += 1) % residents.length] ?? '';
    return { resident, caseId: await finish(client, resident) };
  };
  let mended = '';
  for (const [day, sealed, ratings] of months) {
    await client.setClock(instantOf(day, '10:00'));
    for (const rating of ratings) {
      const { caseId, resident } = await next();
      const { rectification } = await client.ok(resident, 'reviews.submit', { caseId, ...rating });
      if (rectification) {
        await mend(client, caseId);
        mended = caseId;
      }
      if (rating.wall)
        await client.ok(MANAGER, 'reviews.moderate', { caseId, wall: 'shown', answer: '谢谢您，记下了。' });
    }
    await client.setClock(instantOf(sealed, '10:00'));
    await client.local('timers/sweep', {});
    await client.local('timers/notify', {});
  }
  const { batches } = await client.ok(AGENT, 'reviews.mine', {});
  const unjust = batches.flatMap(({ entries }) => entries).find(({ level }) => level === 'very-dissatisfied');
  await client.ok(AGENT, 'reviews.appeal', {
    entryId: unjust?.id ?? '',
    reason: '那天打了三个电话都没人接。',
  });
  await client.setClock(now);
  const { caseId: reopened, resident } = await next();
  await client.ok(resident, 'cases.reopen', { caseId: reopened, reason: '东西没拿到手' });
  const unrated = await finish(client, 'rs-04');
  return { mended, reopened, unrated };
}

async function mend(client: Client, caseId: string): Promise<void> {
  await client.ok(MANAGER, 'cases.verify', {
    caseId,
    isUpheld: true,
    findings: '制证的机器坏了，没跟您说一声。',
  });
  await client.ok(MANAGER, 'cases.mend', { caseId, outcome: 'mended', text: '证送到家了，也跟您道了歉。' });
  await client.ok(MANAGER, 'cases.phone', {
    caseId,
    result: 'reached',
    level: 'satisfied',
    text: '这回行了',
  });
}

const review = 'packages/resident/review/index';
const kase = 'packages/resident/case/index';

/** 长辈版 keeps photos and the wall in one line until it is pressed. */
async function openExtras(page: Page): Promise<void> {
  const fold = button(page, '放照片、让邻居看到');
  if ((await fold.count()) > 0) await fold.click();
}

const picture = { name: '楼道.png', mimeType: 'image/png', buffer: board };

/** A photo that can be looked at, by its number. */
export const photo = (page: Page, count: number) => button(page, `照片${count}，看大图`);

/** One picture more, as the phone's own chooser gives it. */
export async function choosePhoto(page: Page, count: number): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await button(page, /^放照片$/).click();
  await (await chooser).setFiles([picture]);
  await photo(page, count).waitFor();
}

export const reviewPlaces: readonly Place[] = [
  {
    name: '评一评，还没选',
    person: 'rs-04',
    path: (cases) => `${review}?id=${cases.unrated}`,
    reach: (page) => button(page, '提交评价').click(),
    shows: ['请选一个满意程度。', '其实没办成？请代办员接着办'],
  },
  {
    name: '评一评，谁看得到',
    person: 'rs-04',
    path: (cases) => `${review}?id=${cases.unrated}`,
    reach: async (page) => {
      await page.getByRole('radio', { name: '非常满意', exact: true }).check();
      await page.getByLabel('还想说的，可以不写').fill('人特别好');
      await openExtras(page);
      await choosePhoto(page, 1);
      await page.getByRole('checkbox', { name: /也让邻居看到/ }).check();
    },
    shows: ['谁看得到', '看得到您写的话，不知道是谁写的。', '不要'],
  },
  {
    name: '补充一句',
    person: 'rs-01',
    path: (cases) => `${review}?id=${cases.rated}&do=add`,
    reach: (page) => button(page, '补上去').click(),
    shows: [/只能补一次/, '请写一句。'],
  },
  {
    name: '没办成',
    person: 'rs-01',
    path: (cases) => `${kase}?id=${cases.done}&do=reopen`,
    reach: (page) => button(page, '告诉他们，接着办').click(),
    shows: ['选一个，或者写一句。', '东西没拿到手'],
  },
  {
    name: '办件，差评办结了',
    person: 'rs-02',
    path: (cases) => `${kase}?id=${cases.mended}`,
    shows: ['您反映的，有结果了', '您说：满意，这回行了'],
  },
  {
    name: '办件，说了没办成',
    person: 'rs-02',
    path: (cases) => `${kase}?id=${cases.reopened}`,
    shows: ['说了没办成，接着办'],
  },
  {
    name: '回音墙',
    person: 'rs-01',
    path: 'packages/resident/wall/index',
    shows: ['2026年10月', '社区回复'],
  },
  {
    name: '回音墙，没有',
    person: 'rs-08',
    path: 'packages/resident/wall/index',
    shows: [/墙上还没有话/],
  },
  {
    name: '代办员看没办成的',
    person: AGENT,
    path: (cases) => `packages/agent/case/index?id=${cases.reopened}`,
    shows: ['居民说还没办成', '东西没拿到手'],
  },
  {
    name: '我的评价',
    person: AGENT,
    path: 'packages/agent/reviews/index',
    shows: ['2026年10月', '6条，5条满意', '好在哪', '哪里要改'],
  },
  {
    name: '我的评价，早一批',
    person: AGENT,
    path: 'packages/agent/reviews/index',
    reach: (page) => button(page, '2026年9月，5条').click(),
    shows: ['申诉：等裁定', '说好上午来，等到天黑。'],
  },
  {
    name: '申诉',
    person: AGENT,
    path: 'packages/agent/reviews/index',
    reach: async (page) => {
      await button(page, '觉得不公道，申诉').click();
      await button(page, '提交申诉').click();
    },
    shows: ['请写一写理由。', '比说好的晚了三天。'],
  },
  {
    name: '申诉，没有这条',
    person: AGENT,
    path: 'packages/agent/reviews/index?appeal=none',
    shows: [/没有这条评价/],
  },
  {
    name: '我的评价，没有',
    person: 'ag-08',
    path: 'packages/agent/reviews/index',
    shows: [/现在没有能看的评价/],
  },
];
