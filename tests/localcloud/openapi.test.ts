import { checkKeyword } from '../../localcloud/wechat/keywords';
import { openBench } from './probe';
import type { Bench, Kit } from './probe';

const sender = `
  const cloud = require('wx-server-sdk');
  cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
  exports.main = ({ message }) => cloud.openapi.subscribeMessage.send(message).catch(({ errCode, errMsg }) => ({ errCode, errMsg }));`;
const asker = `
  const cloud = require('wx-server-sdk');
  cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
  const said = ({ errCode, errMsg }) => ({ errCode, errMsg });
  exports.main = async ({ phone, picture }) => {
    const answer = phone
      ? await cloud.openapi.phonenumber.getPhoneNumber(phone).catch(said)
      : await cloud.openapi.wxacode.getUnlimited(picture).catch(said);
    return answer.buffer ? { ...answer, buffer: Buffer.from(answer.buffer).toString('latin1') } : answer;
  };`;
const asking = { permissions: { openapi: ['phonenumber.getPhoneNumber', 'wxacode.getUnlimited'] } };
const config = { permissions: { openapi: ['subscribeMessage.send'] } };
const people = [
  { id: 'p1', name: '王秀兰', role: 'resident' as const, openid: 'o-resident', phone: '15500000101' },
  { id: 'p2', name: '李明', role: 'agent' as const, orgId: 'cm', openid: 'o-agent' },
];

let bench: Bench;
beforeAll(async () => {
  const functions = {
    probe: {},
    sender: { source: sender, config },
    asker: { source: asker, config: asking },
  };
  bench = await openBench({ people, functions, pages: ['pages/home/index'] });
  for (let i = 0; i < 40; i += 1)
    await bench.post('/_local/subscriptions', { person: 'p1', templateId: 'T1', answer: 'accept' });
});
afterAll(() => bench.close());

const message = {
  touser: 'o-resident',
  templateId: 'T1',
  page: 'pages/home/index?id=1',
  data: {
    thing1: { value: '居家养老' },
    time2: { value: '2026-11-21 09:30' },
    characterString5: { value: 'LL-1' },
  },
  miniprogramState: 'developer',
};
const send = async (changes: object = {}) =>
  (
    await bench.post(
      '/v1/functions/sender',
      { message: { ...message, ...changes } },
      bench.cloud.identity.tokenOf('o-agent'),
    )
  ).body;

it('delivers a message where a person would read it', async () => {
  expect(await send()).toEqual({
    errCode: 0,
    errMsg: 'openapi.subscribeMessage.send:ok',
    msgid: expect.any(Number),
  });
  expect(await bench.get('/_local/messages')).toEqual([
    {
      at: expect.any(Number),
      openid: 'o-resident',
      personId: 'p1',
      name: '王秀兰',
      templateId: 'T1',
      page: 'pages/home/index?id=1',
      data: {
        thing1: { value: '居家养老' },
        time2: { value: '2026-11-21 09:30' },
        character_string5: { value: 'LL-1' },
      },
      miniprogramState: 'developer',
    },
  ]);
});

it('delivers sixteen at once', async () => {
  const before = Object(await bench.get('/_local/messages')).length;
  const sent = await Promise.all(Array.from({ length: 16 }, () => send()));
  expect(sent.every(({ errCode }) => errCode === 0)).toBe(true);
  expect(await bench.get('/_local/messages')).toHaveLength(before + 16);
});

it('fails as often as a fault says', async () => {
  await bench.post('/_local/faults', { api: 'subscribeMessage.send', errcode: 43101, times: 1 });
  expect(await send()).toMatchObject({
    errCode: 43101,
    errMsg: expect.stringContaining('subscribeMessage.send:fail'),
  });
  expect(await send()).toMatchObject({ errCode: 0 });
  await bench.post('/_local/faults', { api: 'subscribeMessage.send', errcode: -604102, times: 1 });
  expect(await send()).toMatchObject({ errCode: -604102 });
});

it('is refused to a function whose config.json does not declare it', async () => {
  const script = ({ cloud, args }: Kit<object>) => cloud.openapi.subscribeMessage.send(args);
  await expect(bench.run(script, message)).rejects.toMatchObject({ errCode: -604101 });
});

it.each([
  ['an unknown reader', { touser: 'o-nobody' }, 40003, 'invalid openid'],
  ['no template', { templateId: '' }, 40037, 'invalid template_id'],
  [
    'an over-long thing',
    { data: { thing1: { value: '字'.repeat(21) } } },
    47003,
    'argument invalid! data.thing1.value invalid',
  ],
  ['an empty value', { data: { thing1: { value: '' } } }, 47003, 'data.thing1.value'],
  ['no data', { data: {} }, 47003, 'argument invalid!'],
])('refuses %s', async (_name, changes, errCode, words) => {
  expect(await send(changes)).toMatchObject({ errCode, errMsg: expect.stringContaining(words) });
});

it.each([
  ['thing1', '字'.repeat(20), '字'.repeat(21)],
  ['thing1', 'ab 1', '一\n二'],
  ['number2', '12.5', '十二'],
  ['letter1', 'abc', 'ab1'],
  ['character_string1', 'LL-2026', '办件1'],
  ['time1', '15:01', '下午三点'],
  ['time1', '2019年10月1日 15:01~2019年10月1日 16:01', '2019年10月1日'],
  ['date1', '2019年10月1日', '明天'],
  ['date1', '2018-01-01 09:00', '01'],
  ['amount1', '¥12.50元', '十二元'],
  ['phone_number1', '+86-0766-66888866', '电话0766'],
  ['car_number1', '粤A8Z888挂', '粤A8Z888888挂'],
  ['name1', '欧阳震华', '一二三四五六七八九十长'],
  ['phrase1', '已办结', '已办结5'],
  ['const1', '任意', ' '],
])('takes for %s %s but not %s', (key, good, bad) => {
  expect([checkKeyword(key, good), checkKeyword(key, bad)]).toEqual([true, false]);
});

const asks = async (body: object, openid = 'o-resident') =>
  (await bench.post('/v1/functions/asker', body, bench.cloud.identity.tokenOf(openid))).body;
const codeOf = async (body: object) => (await bench.post('/_local/phone-code', body)).body.code;

describe('phonenumber.getPhoneNumber', () => {
  it('tells the number of a code once, for five minutes, to its own person alone', async () => {
    const code = await codeOf({ person: 'p1' });
    const openid = 'o-agent';
    expect(await asks({ phone: { code, openid } }, openid)).toMatchObject({ errCode: 40029 });
    expect(await asks({ phone: { code } })).toMatchObject({
      errCode: 0,
      phoneInfo: { phoneNumber: '15500000101', purePhoneNumber: '15500000101', countryCode: '86' },
    });
    expect(await asks({ phone: { code } })).toMatchObject({ errCode: 40029 });
    const late = await codeOf({ person: 'p1', phone: '+8615500000102' });
    await bench.post('/_local/clock', { advanceMs: 5 * 60_000 });
    expect(await asks({ phone: { code: late } })).toMatchObject({ errCode: 40029 });
    expect(await asks({ phone: { code: 'made-up' } })).toMatchObject({ errCode: 40029 });
  });

  it('has a quota, and gives nobody a code whom it does not know', async () => {
    await bench.post('/_local/limits', { api: 'phonenumber.getPhoneNumber', perMinute: 1 });
    const code = await codeOf({ person: 'p1' });
    expect(await asks({ phone: { code } })).toMatchObject({ errCode: 0 });
    expect(await asks({ phone: { code } })).toMatchObject({ errCode: 45011 });
    await bench.post('/_local/limits', { api: 'phonenumber.getPhoneNumber' });
    expect(await codeOf({ person: 'p9' })).toBeUndefined();
    expect(await codeOf({ person: 'p2' })).toBeUndefined();
  });
});

describe('wxacode.getUnlimited', () => {
  const picture = { scene: 'ABCDEFGH', page: 'pages/home/index' };

  it('draws a picture that is another one for each scene', async () => {
    const one = await asks({ picture });
    expect(one).toMatchObject({ contentType: 'image/png', buffer: expect.stringMatching(/^.PNG/) });
    expect((await asks({ picture: { ...picture, scene: 'HGFEDCBA' } })).buffer).not.toBe(one.buffer);
  });

  it.each([
    ['a scene of 33', { scene: 'a'.repeat(33) }, 40169],
    ['no scene', { scene: '' }, 40169],
    ['汉字', { scene: '新民' }, 40169],
    ['a percent sign', { scene: 'a%20b' }, 40169],
    ['a page with a slash before it', { page: '/pages/home/index' }, 41030],
    ['a page with a query', { page: 'pages/home/index?a=1' }, 41030],
    ['a page that is not there', { page: 'pages/none/index' }, 41030],
    ['a picture of ten pixels', { width: 10 }, 40097],
  ])('refuses %s', async (_, changes, errCode) => {
    expect(await asks({ picture: { ...picture, ...changes } })).toMatchObject({ errCode });
  });

  it('draws for a page that is not published yet where the path is not looked at', async () => {
    const later = { ...picture, page: 'pages/none/index', checkPath: false };
    expect(await asks({ picture: later })).toMatchObject({ contentType: 'image/png' });
  });
});
