import { checkWords } from '../../localcloud/wechat/content';
import { Pictures } from '../../localcloud/wechat/pictures';
import type { Clock } from '../../localcloud/clock';
import { Visits } from '../../localcloud/wechat/visits';

/** What production's content security takes and refuses (docs/wechat.md, "Content security"). */
const ask = { content: '很好', version: 2, scene: 2, openid: 'o-1' };
const here = (): boolean => true;

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

describe('of pictures', () => {
  const picture = {
    media_url: 'http://127.0.0.1:1/a.png',
    media_type: 2,
    version: 2,
    scene: 2,
    openid: 'o-1',
  };
  const told: object[] = [];
  const pictures = new Pictures({ now: () => 0 } as Clock, async ({ event }) => void told.push(event));

  it.each([
    ['sound', { media_type: 1 }, here, 40004],
    ['no kind', { media_type: undefined }, here, 40004],
    ['another version', { version: 1 }, here, 47001],
    ['an unknown scene', { scene: 9 }, here, 47001],
    ['what is no address', { media_url: 'a.png' }, here, 47001],
    ['somebody who was not here', {}, (): boolean => false, 61010],
  ])('refuses %s', (_, changes, isHere, errcode) => {
    expect(pictures.ask({ ...picture, ...changes }, isHere)).toMatchObject({ errcode });
  });

  it('takes one once, and says by an event that it could not be fetched', async () => {
    const { trace_id } = pictures.ask(picture, here);
    expect(pictures.ask(picture, here)).toMatchObject({ errcode: 87020 });
    expect(await pictures.tell()).toBe(1);
    expect(told).toMatchObject([{ Event: 'wxa_media_check', trace_id, errcode: -1008 }]);
    expect(await pictures.tell()).toBe(0);
  });
});
