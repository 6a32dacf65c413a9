import type { Page } from 'playwright-core';
import type { Client } from '../../demo/client';
import type { Cases, Place } from './place';
import { answers, button, sees, stepsGone } from './steps';

/** 一件事一次办: a father of a newborn, and a neighbour of his who looks at the others. They live where no page is to be seen empty. */
const father = 'rs-07';
const neighbour = 'rs-08';

/** He asks for all of it, and takes back the one that another waits for. The next sweep asks him whether that goes on. */
export async function playBundle(client: Client): Promise<Pick<Cases, 'bundle' | 'stalled'>> {
  const { bundleId, parts } = await client.ok(father, 'cases.submitBundle', {
    bundle: 'birth',
    parts: ['birth-registration', 'household-migration', 'newborn-medical-insurance', 'childcare-subsidy'],
    about: '郑小米',
    mode: 'online',
  });
  const idOf = (code: string) => parts.find((part) => part.code === code)?.caseId ?? '';
  await client.ok(father, 'cases.cancel', { caseId: idOf('household-migration') });
  return { bundle: bundleId, stalled: idOf('childcare-subsidy') };
}

const bundle = (code: string) => `packages/resident/bundle/index?code=${code}`;
const next = async (page: Page, step: RegExp) => {
  await button(page, '下一步').click();
  await sees(page, step);
};

export const bundlePlaces: readonly Place[] = [
  {
    name: '一件事，第1步',
    person: neighbour,
    path: bundle('bereavement'),
    shows: ['请您节哀。要跑的手续交给我们，您慢慢来。', '去世的亲人叫什么', '这几样要到别处办'],
  },
  {
    name: '一件事，第3步',
    person: neighbour,
    path: bundle('birth'),
    async reach(page) {
      await page.getByLabel('孩子的名字').fill('小麦');
      await next(page, /第2步/);
      await page.getByRole('radio', { name: /线上代办/ }).check();
      await next(page, /第3步/);
    },
    shows: ['要备的材料，每样只交一次', '出生医学证明'],
  },
  {
    name: '一件事，发出去了',
    person: neighbour,
    path: bundle('retirement'),
    async reach(page) {
      await next(page, /第2步/);
      await page.getByRole('radio', { name: /到站办理/ }).check();
      await next(page, /第3步/);
      await button(page, '发出去').click();
      await answers(page, '取消');
      await stepsGone(page);
    },
    shows: ['收到了，我们来办', /办好就开始/],
  },
  {
    name: '一件事的进展',
    person: father,
    path: (cases) => `packages/resident/together/index?id=${cases.bundle}`,
    shows: ['出生一件事', /每样只交一次/, /没办成，等您说要不要接着办/],
  },
  {
    name: '办件，前一件没办成',
    person: father,
    path: (cases) => `packages/resident/case/index?id=${cases.stalled}`,
    shows: ['还办不办，您说了算', '接着办，不等了', '〈出生一件事〉里的一件'],
  },
];
