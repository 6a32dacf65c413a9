import { canonical } from '../canonical';

/** Which bundle the words of a search are about. They are led there gently: the items that they mean stay beside it. */

const kin =
  /(?:爸|妈|爹|娘|父亲|母亲|老人|老头|老太|老爷子|老伴|爷|奶|姥|丈夫|妻子|老公|老婆|公公|婆婆|岳父|岳母|亲人|家里人|家人|孩子|儿子|女儿|他|她)/u
    .source;
/** 没了, and not 没了低保: said of a person. */
const gone =
  /(?:去世|过世|离世|病故|病逝|身故|不在了|不在人世|死了|没了(?=$|[。,.!?]|怎么|咋|要|该|后|之后|以后|户口|养老)|走了(?=$|[。,.!?]|怎么|咋|要|该|后|之后|以后|户口|养老))/u
    .source;

/** In this order: of a death nobody is wished joy. */
const table: readonly [code: string, words: RegExp][] = [
  [
    'bereavement',
    new RegExp(
      `${/去世|过世|离世|病故|病逝|身故|身后|丧葬|抚恤金|后事|遗属|死亡(?:证明|登记)|(?:销|注销)户口|户口注销/u.source}|${kin}.{0,4}${gone}`,
      'u',
    ),
  ],
  [
    'birth',
    /出生|新生儿|刚生|生了(?:个|一个|孩子|娃|宝宝|儿子|女儿|闺女|小子)|生(?:孩子|娃|宝宝|完孩子)|添丁|(?:宝宝|娃娃?|孩子)(?:上户口|落户)|(?:给)?(?:宝宝|娃|孩子)上户口/u,
  ],
  ['retirement', /退休(?!军人)|养老金(?:怎么领|咋领|申领)|到岁数/u],
];

/** The code of the bundle, or undefined. */
export function bundleIn(text: string): string | undefined {
  const said = canonical(text);
  return table.find(([, words]) => words.test(said))?.[0];
}
