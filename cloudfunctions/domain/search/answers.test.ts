import services from '../../../config/content/services.zh.json';
import type { ServiceItem } from '../../../contract/models';
import { alike } from './answers';
import { buildIndex } from './build';

const index = buildIndex(services.items as ServiceItem[]);
const answers = ['高龄津贴几岁能领？', '医保断缴了能补吗？', '孩子落户要带什么？', '遛狗证在哪里办？'].map(
  (question) => ({ question }),
);
const found = (text: string) => alike(index, text, answers, 2).map(({ question }) => question);

it.each([
  ['高龄津贴几岁开始领', '高龄津贴几岁能领？'],
  ['想问一下高龄津贴几岁能领', '高龄津贴几岁能领？'],
  ['医保断了两年能补缴吗', '医保断缴了能补吗？'],
  ['娃娃落户带啥', '孩子落户要带什么？'],
  ['遛狗证', '遛狗证在哪里办？'],
])('%s: %s', (text, question) => expect(found(text)[0]).toBe(question));

it.each(['楼道灯坏了', '在哪里办', '能领吗', '医保卡丢了怎么办', '嗯', ''])('%s: none', (text) =>
  expect(found(text)).toEqual([]),
);
