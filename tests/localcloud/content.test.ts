import { checkWords } from '../../localcloud/wechat/content';
import { Visits } from '../../localcloud/wechat/visits';

/** What production's content security takes and refuses (docs/wechat.md, "Content security"). */
const ask = { content: '很好', version: 2, scene: 2, openid: 'o-1' };
const here = () => true;

it.each([
  ['很好', 'pass'],
  ['加微信再说', 'review'],
  ['代开发票', 'risky'],
])('says of %s: %s', (content, suggest) => {
  expect(checkWords({ ...ask, content }, here)).toMatchObject({ errcode: 0, result: { suggest } });
});

it.each([
  ['another version', { version: 1 }, 40129],
  ['an unknown scene', { scene: 9 }, 40129],
  ['no words', { content: '' }, 47001],
  ['2,501 characters', { content: '好'.repeat(2501) }, 47001],
])('refuses %s', (_, changes, errcode) => {
  expect(checkWords({ ...ask, ...changes }, here)).toMatchObject({ errcode });
});

it('answers only for somebody who was here within two hours', () => {
  const visits = new Visits();
  const at = (now: number) => checkWords(ask, (openid) => visits.isRecent(openid, now));
  expect(at(0)).toMatchObject({ errcode: 61010 });
  visits.saw('o-1', 0);
  expect(at(2 * 3_600_000)).toMatchObject({ errcode: 0 });
  expect(at(2 * 3_600_000 + 1)).toMatchObject({ errcode: 61010 });
});
