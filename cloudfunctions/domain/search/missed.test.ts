import catalogue from '../../../config/content/services.zh.json';
import type { ServiceItem } from '../../../contract/models';
import { buildIndex, search } from './index';
import { missedWords } from './missed';

const index = buildIndex(catalogue.items as ServiceItem[]);
const missed = (text: string) => missedWords(text, search(index, text, 5));

it.each([
  ['遛狗证', '遛狗证'],
  [' 遛狗証！', '遛狗证'],
  ['你们那儿能借雨伞吗', '你们那儿能借雨伞吗'],
])('keeps %j as %s', (text, words) => expect(missed(text)).toBe(words));

it.each([
  ['what was found', '残疾证'],
  ['a danger', '煤气漏了'],
  ['a phone', '找15400000456'],
  ['a number', '雨伞12345'],
  ['a name that is told', '我叫赵一示'],
  ['a door', '家住灯塔院'],
  ['a story', '我们家隔壁那一户总是半夜三更拉二胡吵得睡不着觉'],
  ['a complaint', '我要投诉代办员'],
  ['an advert', '加微信低息贷款'],
  ['a single character', '伞'],
  ['no word', '?!?!'],
  ['letters alone', 'qwerty'],
])('keeps nothing of %s', (_, text) => expect(missed(text)).toBeUndefined());

it('finds an item by what it has learned, and a kind of it', () => {
  const items = catalogue.items as ServiceItem[];
  const learning = items.map((item) => ({
    ...item,
    learned:
      item.code === 'daily-errand'
        ? [{ word: '借雨伞', subtype: item.subtypes[0]?.code }]
        : item.code === 'policy-consultation'
          ? [{ word: '遛狗证' }]
          : [],
  }));
  const learned = buildIndex(learning);
  expect(search(learned, '能借雨伞吗', 5).items[0]).toMatchObject({
    item: { code: 'daily-errand' },
    subtype: items.find(({ code }) => code === 'daily-errand')?.subtypes[0]?.code,
  });
  expect(search(learned, '遛狗证', 5).items[0]?.item.code).toBe('policy-consultation');
});
