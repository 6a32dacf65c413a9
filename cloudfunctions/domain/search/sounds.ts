/**
 * Words of danger as speech input mishears them and as their sounds are typed. Written by hand: what sounds like danger
 * is often a word of its own (找活, 运到, 没气, 包扎), and `pinyin-pro` takes longer to load than danger may wait. A test
 * holds each mishearing against its sounds.
 */
export interface Sound {
  word: string;
  /** as typed, without blanks; a lookahead may say what it is not (找活干) */
  typed: string;
  /** characters for each of its characters; a part of an expression where the neighbours matter */
  misheard?: string;
}

export const sounds: Sound[] = [
  { word: '着火', typed: 'zhaohuo(?!gan|er)', misheard: '[找照招赵罩召朝]火(?![机车锅葬柴腿龙])|着[伙祸夥]' },
  { word: '失火', typed: 'shihuo', misheard: '[湿诗施]火|失[伙祸]' },
  { word: '起火', typed: 'qihuo', misheard: '起[祸夥]' },
  { word: '冒烟', typed: 'maoyan', misheard: '[毛帽貌]烟|冒[盐言咽炎]' },
  { word: '天然气', typed: 'tianranqi', misheard: '天[燃染][气汽]|天然汽' },
  { word: '燃气', typed: 'ranqi', misheard: '(?<!天)[然染]气|燃汽' },
  { word: '煤气', typed: 'meiqi(?=wei|lou|xie|zhong)', misheard: '(?<!倒)[媒霉]气|煤汽|没气(?=泄漏|中毒)' },
  { word: '泄漏', typed: 'xielou', misheard: '[谢卸泻懈写]漏|泄[露楼陋]|[谢卸泻]露' },
  { word: '漏气', typed: 'louqi', misheard: '[露楼陋]气(?=了)|漏汽' },
  { word: '漏电', typed: 'loudian', misheard: '[楼陋]电|漏[店垫]' },
  { word: '触电', typed: 'chudian', misheard: '[处楚除]电了|触[店垫]' },
  { word: '爆炸', typed: 'baozha(?=le)', misheard: '[暴报抱]炸|爆[扎诈榨]' },
  { word: '晕倒', typed: 'yundao', misheard: '[云韵匀允]倒|晕[到道]' },
  { word: '昏倒', typed: 'hundao', misheard: '[混婚魂]倒|昏[到道]' },
  { word: '昏迷', typed: 'hunmi', misheard: '[混婚魂]迷|昏[米谜密]' },
  { word: '休克', typed: 'xiuke', misheard: '[修羞]克|休[客刻]' },
  { word: '抽搐', typed: 'chouchu', misheard: '抽[触畜]' },
  { word: '救命', typed: 'jiuming', misheard: '[就旧舅究久](?:命)(?![令题名])|救[名明鸣]' },
  { word: '叫不醒', typed: 'jiaobuxing', misheard: '[教较轿觉]不醒|叫不[性姓杏]' },
  { word: '喘不上气', typed: 'chuanbushangqi', misheard: '[川串]不上[气汽]|喘不上[汽器]' },
  { word: '噎住', typed: 'yezhu', misheard: '[耶椰]住' },
  { word: '大出血', typed: 'dachuxue', misheard: '大出[雪学]' },
  { word: '流血不止', typed: 'liuxuebuzhi', misheard: '流[雪学]不[止只]' },
  { word: '溺水', typed: 'nishui', misheard: '[逆腻匿]水|溺睡' },
  { word: '煤气中毒', typed: 'meiqizhongdu' },
  { word: '中毒', typed: '(?<=shiwu|yao|jiu)zhongdu', misheard: '[种终钟]毒|中[独督]' },
  { word: '心梗', typed: 'xingeng', misheard: '[新欣辛]梗|心[耕埂]' },
  { word: '中风', typed: 'zhongfeng', misheard: '[种终]风|中[疯封锋]' },
  { word: '自杀', typed: 'zisha(?!hu)', misheard: '自[沙傻刹]|[字子]杀' },
  { word: '跳楼', typed: 'tiaolou', misheard: '跳[漏娄]|眺楼' },
  { word: '割腕', typed: 'gewan', misheard: '[哥搁]腕|割[碗晚]' },
  { word: '不想活', typed: 'buxianghuo', misheard: '不想[火伙]' },
  { word: '走丢', typed: 'zoudiu', misheard: '[揍奏]丢|走[铥]' },
  { word: '走失', typed: 'zoushi', misheard: '走[湿诗施]' },
  { word: '家暴', typed: 'jiabao', misheard: '[加佳]暴|家爆' },
  { word: '被骗', typed: 'beipian', misheard: '[背倍备]骗|被偏' },
  { word: '诈骗', typed: 'zhapian', misheard: '[炸榨扎]骗|诈[片偏]' },
  { word: '停电', typed: 'tingdian', misheard: '[挺听]电了|停[店垫]了' },
  { word: '停水', typed: 'tingshui', misheard: '[挺听]水了|停睡' },
];

const all = (pick: (sound: Sound) => string | undefined) =>
  new RegExp(
    sounds
      .map((sound, at) => (pick(sound) === undefined ? undefined : `(?<w${at}>${pick(sound)})`))
      .filter(Boolean)
      .join('|'),
    'g',
  );
const misheard = all((sound) => sound.misheard);
const typed = all((sound) => sound.typed);

const wordOf = (groups: Record<string, string | undefined>) =>
  Object.entries(groups)
    .find(([, found]) => found !== undefined)?.[0]
    .slice(1);
const put = (text: string, expression: RegExp) =>
  text.replace(expression, (...match: unknown[]) => {
    const place = wordOf(match.at(-1) as Record<string, string | undefined>);
    return sounds[Number(place)]?.word ?? '';
  });

/** The text with its words of danger written right. */
export function heard(text: string): string {
  const right = put(text, misheard);
  return /[a-z]{2}/i.test(right)
    ? put(right.toLowerCase().replace(/(?<=[a-z]) +(?=[a-z])/g, ''), typed)
    : right;
}
