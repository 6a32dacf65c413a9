import fc from 'fast-check';
import catalogue from '../../../config/content/services.zh.json';
import shared from '../../../tests/data/resident-requests.zh.json';
import type { ServiceItem } from 'contract/models';
import { buildIndex, type Found, search } from './index';
import paraphrases from './paraphrases.zh.json';

const index = buildIndex(catalogue.items as ServiceItem[]);
const find = (text: string): Found => search(index, text, 10);
const codesOf = ({ items }: Found) => items.map(({ item }) => item.code);

interface Asked {
  text: string;
  /** item code → sub-type code, or '' where any will do */
  want: Record<string, string | undefined>;
  alsoAccept?: string[];
  hotlines?: string[];
}

/** The requests of `set` that miss: for the first place, for the first three, for the sub-type, and the numbers. */
function judge(asked: Asked[]) {
  const misses = {
    first: [] as string[],
    three: [] as string[],
    subtype: [] as string[],
    danger: [] as string[],
  };
  let subtypes = 0;
  for (const { text, want, alsoAccept = [], hotlines = [] } of asked) {
    const found = find(text);
    const codes = codesOf(found);
    const wanted = Object.keys(want);
    const accepted = wanted.length > 0 ? wanted : alsoAccept;
    if (codes[0] === undefined ? wanted.length > 0 : !accepted.includes(codes[0])) misses.first.push(text);
    if (!wanted.every((code) => codes.slice(0, 3).includes(code))) misses.three.push(text);
    const numbers = found.hotlines.map(({ number }) => number);
    if (
      !hotlines.every((number) => numbers.includes(number)) ||
      (hotlines.length === 0 && numbers.length > 0)
    ) {
      misses.danger.push(text);
    }
    for (const [code, subtype] of Object.entries(want)) {
      if (!subtype) continue;
      subtypes += 1;
      if (found.items.find(({ item }) => item.code === code)?.subtype !== subtype) misses.subtype.push(text);
    }
  }
  const rate = (missed: string[], of = asked.length) => `${of - missed.length}/${of}`;
  return {
    misses,
    said: `first ${rate(misses.first)}, in three ${rate(misses.three)}, sub-type ${rate(misses.subtype, subtypes)}`,
  };
}

const requests: Asked[] = shared.requests.map(({ text, expected }) => ({
  text,
  want: Object.fromEntries(
    expected.codes.map((code) => [code, (expected.subtypes as Record<string, string | undefined>)[code]]),
  ),
  alsoAccept: expected.alsoAcceptCodes,
  hotlines: expected.redirectTo,
}));

describe('the requests that the project agreed on', () => {
  const { misses, said } = judge(requests);

  it('finds every item among the first three, and a right one first', () => {
    process.stdout.write(`search: shared ${said}\n`);
    expect(misses).toEqual({ first: [], three: [], subtype: [], danger: [] });
  });

  it('finds the disability certificate first for a paralysed spouse', () => {
    expect(codesOf(find('老伴瘫痪在床想办残疾证'))[0]).toBe('disability-certificate');
  });
});

/**
 * Four sets, each written before it was first run, all by the author, who also wrote the street's words:
 * so read them as an upper bound. At the first run: `tuned` 115/119 and `held` 58/59 of those with an item were right
 * first; `oblique`, which avoids the words one would expect, 53/81, and the street's words were widened from it;
 * `later`, plain again and written after that, 75/80 with 79/80 in three. A third of the first 193 is `held`.
 */
describe('what else residents say', () => {
  it.each([
    { set: 'tuned', first: 0.95, three: 0.99, subtype: 6 },
    { set: 'held', first: 0.95, three: 0.97, subtype: 4 },
    { set: 'oblique', first: 0.95, three: 0.97, subtype: 5 },
    { set: 'later', first: 0.93, three: 0.97, subtype: 7 },
  ])('keeps what it reaches on the set "$set"', ({ set, first, three, subtype }) => {
    const asked: Asked[] = paraphrases.filter((each) => each.set === set);
    const { misses, said } = judge(asked);
    process.stdout.write(`search: ${set} ${said}\n`);
    expect(1 - misses.first.length / asked.length).toBeGreaterThanOrEqual(first);
    expect(1 - misses.three.length / asked.length).toBeGreaterThanOrEqual(three);
    expect(misses.subtype.length).toBeLessThanOrEqual(subtype);
    expect(misses.danger).toEqual([]);
  });

  it('asks for every item at least three times, so that no item goes untested', () => {
    const asked = paraphrases.flatMap(({ want }) => Object.keys(want));
    const rare = catalogue.items.filter(({ code }) => asked.filter((each) => each === code).length < 3);
    expect(rare).toEqual([]);
  });
});

describe('speech and spelling', () => {
  it.each([
    ['残急证', 'disability-certificate'],
    ['残疾正怎么办', 'disability-certificate'],
    ['想办个地保', 'minimum-living-allowance'],
    ['医宝怎么交', 'resident-medical-insurance'],
    ['居主证到齐了', 'residence-permit'],
    ['护口迁过来', 'household-migration'],
    ['宫租房怎么申请', 'public-rental-housing'],
    ['老年正', 'senior-preference-card'],
    ['优待正丢了', 'veteran-preference-card'],
    ['高令补贴', 'elderly-allowance'],
    ['育儿不贴', 'childcare-subsidy'],
    ['准生正', 'birth-registration'],
    ['是业金怎么领', 'unemployment-benefit'],
    ['失业登计', 'unemployment-registration'],
    ['慢兵本怎么办', 'chronic-outpatient-benefit'],
    ['义地就医备案', 'remote-medical-filing'],
    ['知文认证', 'pension-qualification-verify'],
    ['刷连认证', 'pension-qualification-verify'],
    ['退修金没到账', 'pension-qualification-verify'],
    ['临时就助', 'temporary-relief'],
    ['特昆供养', 'destitute-support'],
    ['井该没了', 'report-issue'],
    ['路登不亮', 'report-issue'],
    ['暖汽不热', 'report-issue'],
    ['下水到堵了', 'report-issue'],
    ['党圆关系', 'party-relation-transfer'],
    ['取快第', 'daily-errand'],
    ['can ji zheng', 'disability-certificate'],
    ['canjizheng', 'disability-certificate'],
    ['dibao', 'minimum-living-allowance'],
    ['lian zu fang', 'public-rental-housing'],
    ['jing gai', 'report-issue'],
  ])('hears %s as %s', (text, code) => {
    expect(codesOf(find(text))[0]).toBe(code);
  });
});

describe('few words', () => {
  it.each([
    ['低保', ['minimum-living-allowance']],
    ['残疾证', ['disability-certificate']],
    ['医保', ['resident-medical-insurance']],
    ['井盖', ['report-issue']],
    ['残疾', ['disability-certificate', 'disability-subsidies']],
    ['二胎', ['birth-registration', 'childcare-subsidy']],
  ])('shows for %s what it may mean', (text, codes) => {
    expect(codesOf(find(text)).toSorted()).toEqual(codes);
  });

  it.each([
    '证',
    '钱',
    '老',
    'a',
    'asdf',
    'qwer',
    'hello',
    'nihao',
    '???',
    '。。。',
    ' ',
    '',
    '123',
    '你好',
    '哈哈哈哈',
    '丢了',
  ])('shows nothing for "%s"', (text) => {
    expect(find(text)).toEqual({ items: [], hotlines: [] });
  });

  it('sends a question that no item answers to those who know whom to ask', () => {
    expect(codesOf(find('你们那儿能借雨伞吗'))).toEqual(['policy-consultation']);
  });

  it('does not take names and numbers for words', () => {
    expect(find('王有福 电话15400000123 身份证230299194201010024 低保')).toEqual(find('低保'));
  });
});

describe('danger', () => {
  it.each([
    ['我爸摔倒了叫不醒,快来人!!', '120'],
    ['老人口吐白沫翻白眼', '120'],
    ['我妈突然嘴歪了说不出话', '120'],
    ['孕妇羊水破了', '120'],
    ['有人喝农药', '120'],
    ['厨房着火了', '119'],
    ['一屋子煤气味', '119'],
    ['我爸困在电梯里了', '119'],
    ['变压器打火', '95598'],
    ['电线断了垂到地上', '95598'],
    ['他又打我了', '110'],
    ['老公喝多了动手', '12338'],
    ['有人拿刀', '110'],
    ['老太太走失了', '110'],
    ['被骗了五千块', '96110'],
    ['我真不想活了', '12356'],
    ['我们这片停水了', '12345'],
  ])('gives for %s the number %s', (text, number) => {
    expect(find(text).hotlines.map((hotline) => hotline.number)).toContain(number);
  });

  it.each(['我爸摔倒了叫不醒', '他又打我了,我带着孩子能去哪', '有人喝农药', '被骗了养老金'])(
    'shows no item beside it that would mislead: %s',
    (text) => {
      expect(find(text).items).toEqual([]);
    },
  );

  it('keeps the report of a live wire beside the numbers', () => {
    const found = find('树倒了,压电线上,直冒火星子');
    expect(codesOf(found)).toEqual(['report-issue']);
    expect(found.hotlines.map(({ number }) => number)).toEqual(['119', '95598']);
  });

  it.each([
    '给我打电话',
    '打电话叫他来',
    '给我打个电话说一声低保的事',
    '低保钱打我卡里没',
    '打老人机不会用',
    '买火车票',
    '我摔倒过两次想办残疾证',
    '我爸脑梗后半边身子不能动,想评残',
    '老伴昏迷半年了能评残不',
    '去年心梗住院,慢病咋办',
    '动手术的钱报销不',
    '昨晚着火,火灭了',
    '飞线充电怕着火',
    '楼道里堆满东西,着火都跑不出去',
    '暖气漏气',
    '燃气费漏交了',
    '孩子户口本找不着了',
    '我妈的残疾证找不到了',
    '老年证走路上丢了',
    '微信群加不上',
    '帮我加个微信',
  ])('does not ring for %s', (text) => {
    expect(find(text).hotlines).toEqual([]);
  });

  it.each([
    '免考包过驾照,加V信154zzz,量大优惠',
    '代开发票',
    '低息贷款当天放款,无抵押',
    '高价回收旧家电,电话联系',
  ])('shows nothing for an advert: %s', (text) => {
    expect(find(text)).toEqual({ items: [], hotlines: [] });
  });

  it('still hears a resident who speaks of WeChat', () => {
    expect(codesOf(find('帮我加个微信'))).toEqual(['daily-errand']);
  });
});

describe('any text at all', () => {
  const words = fc.constantFrom(
    '低保',
    '残疾证',
    '老伴',
    '丢了',
    'can ji',
    '八十一',
    '154',
    ',',
    '?',
    '井盖',
    '👵',
    '\u0000',
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(words, { maxLength: 40 }).map((parts) => parts.join('').slice(0, 200)),
  );

  it('is answered, the same way twice, within the limit, no item twice', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 20 }), (asked, limit) => {
        const found = search(index, asked, limit);
        expect(search(index, asked, limit)).toEqual(found);
        expect(found.items.length).toBeLessThanOrEqual(limit);
        expect(new Set(codesOf(found)).size).toBe(found.items.length);
      }),
      { seed: 8, numRuns: 300 },
    );
  });
});
