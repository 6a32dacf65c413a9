import { type Hotline, call } from './numbers';
import { heard } from './sounds';

/**
 * Danger that cannot wait for a case. Written as rules that a person can read and correct; each is tested both ways, that it
 * rings and that everyday talk does not ring it.
 */
interface Rule {
  /** global: each place counts, since one may be taken back by its clause and the next not */
  when: RegExp;
  /** said in the same clause, it tells of something else */
  unless?: RegExp;
  hotlines: Hotline[];
  /** the report of it is worth making, beside the call */
  isReport?: true;
  /** nothing is urgent enough to stand before what was asked */
  isMild?: true;
}

export interface Danger {
  hotlines: Hotline[];
  /** a report of the danger itself belongs beside the numbers */
  isReport: boolean;
  /** what was asked besides: the text without the clauses that tell of the danger */
  rest: string;
}

/** It happened before, or is being dealt with: the words then tell of an illness or a loss, not of an emergency. */
const past =
  /去年|前年|上个?月|上周|上回|以前|从前|早先|之前|那年|曾经|年前|月前|天前|多年|好几年|[\d两三几半一]+年|[\d两三几]+个?月|[过了]几?[一两二三几]?[次回]|住院|出院|报销|后遗症|康复|落下|偏瘫|(?:脑梗|中风|血栓|出血|车祸|手术)以?后|残|补贴|救助|备案|慢病|特病|低保|护理|证|抢救|icu|重症|治病|花光|去世|走了|怕|容易|万一|防|预防|讲座|演练|险/i;
/** It has not happened: the writer is afraid of it, or wants to learn of it. */
const feared = /险|怕|容易|万一|要是|防|演练|讲座|培训|宣传|知识|电影|电视剧|新闻/;

const person =
  '(?:我|俺|她|他|咱|孩子|娃|宝宝|老人|媳妇|老婆|老公|爸|妈|爹|娘|爷爷|奶奶|姥姥|姥爷|外公|外婆|老伴|老头|老太太|闺女|女儿|儿子|孙子|孙女)';
/** Another person than the writer: 我没气了 and 我晕了 are said of a mood. */
const other =
  '(?:她|他|孩子|娃|宝宝|老人|老人家|媳妇|老婆|老公|爸爸?|妈妈?|爹|娘|爷爷?|奶奶?|姥姥|姥爷|外公|外婆|老伴儿?|老头子?|老爷子|老太太?|大爷|大妈|大娘|闺女|女儿|儿子|孙子|孙女|邻居|有个?人|那人|姐姐?|妹妹?|哥哥?|弟弟?|婴儿)';
/** A person whom a hole may have taken. */
const someone = '(?:有?个?人|我|他|她|孩子|小孩|娃|老人|大爷|大妈|大娘|老太太|老头|邻居|妈|爸|奶奶|爷爷)';
const now = '(?:好像|突然|忽然|一下子?|已经|刚才?|都|就|快|又|现在)*';
/** 打 with a person: not 打我电话, 打我卡里, 打老人机. */
const hits = `(?<!拨)(?:打|揍|踹|掐|砍|捅|扇|抽)(?:了|死)?${person}(?!.{0,3}(?:电话|手机|微信|卡|账|钱|款|招呼|听|印|机|车|交|医保|针|疫苗|分))`;

const rules: Rule[] = [
  // Life
  {
    when: new RegExp(
      [
        '倒(?:在)?地(?:上|下)?(?:了|不|没|起不)|(?:躺|趴)(?:在)?地上(?:不|没|起不)|叫不醒|喊不醒|推不醒|没(?:有)?(?:呼吸|意识|心跳|脉搏|知觉)|不省人事|(?<!里|楼|区|家|屋|水)断气(?!费)|咽气',
        `${other}${now}没(?:有)?了?气(?:了|儿了|息)|人${now}(?:没气|晕|没反应|不行)了|^没气了.{0,3}(?:救|快)`,
        `${other}${now}(?:不行了|晕了|没反应|不会动了|地上不动|抽抽?了)|口吐白沫|翻白眼|浑身抽`,
        '喘不(?:上|过)(?:来)?气|上不来气|透不过气|喘不了气|呼吸困难|(?:不能|没法)呼吸|憋得(?:慌|不行|脸)|脸(?:都)?(?:憋)?(?:紫|青)了|嘴唇发紫',
        '大出血|(?:血流|流血)不(?:止|停)|流血.{0,3}止不住|止不住血|血止不住|流了?(?:好多|很多|一地|不少|一滩)血|吐血|咳血|便血不止',
        '噎(?:住|着|到)|呛(?:住|着)了|卡(?:住|着|在|到)?(?:了)?(?:嗓子|喉咙|气管)|(?:嗓子|喉咙|气管)(?:里)?卡',
        '救命(?!的?(?:钱|款|恩|药|稻草|之恩|费|针|通道))|救救(?:我|俺|他|她|孩子|老人|人|命)|救人(?!员|的?好)|快救|快来人|来人啊|(?:快?叫|快?打|要|等)(?:个|辆)?(?:救护车|急救车)|救护车快',
        '羊水破|要生了|快生了(?!病|锈|产)|(?:孕妇|怀孕|大肚子).{0,8}(?:流血|出血|破水|见红)',
        '(?:煤气|煤烟|炭火|炭|一氧化碳|食物|酒精|药物|蘑菇|农药)中毒|中毒了|喝了?(?:点|口|瓶)?(?:农药|敌敌畏|百草枯|消毒液|洁厕)|[一整半]瓶(?:安眠)?药|(?:吞|咽)(?:下)?了?(?:个|颗|块|枚)?(?:硬币|电池|磁|钉子|针|玻璃|弹珠|异物|药)|喝了?(?:点|口|瓶)?(?:洗衣液|洗洁精|汽油|煤油|柴油|清洁剂|消毒水|84|硫酸|老鼠药)|安眠药吃(?:多|了)|吃错药|误服|误食',
        '触电|电着(?:人|了)|让电打|被电(?:打|击|了|到)|溺水|淹着了|掉(?:进|到)?(?:了)?(?:河|水|冰窟窿|井|坑|湖|江|池塘|鱼塘|沟)(?:里|里头)?了|落水',
        '心脏骤停|过敏.{0,4}(?:休克|喘|肿)|被(?:毒)?蛇咬|被狗咬(?:得)?(?:流血|一地|厉害)|(?:开水|热水|热油).{0,4}(?:烫(?:着|伤|了|到))|烫掉(?:一层)?皮|胳膊断了|腿断了|骨头(?:都)?露',
      ].join('|'),
      'g',
    ),
    unless: new RegExp(
      String.raw`${feared.source}|闹钟|冲我|呕心|断水|停水|去年|前年|以前|之前|上个?月|[\d两三几半]+年|住院|出院|报销|残|补贴|证|后遗症|救命(?:钱|恩)|(?:轮|车|皮|备)胎|足球|篮球|煤气费|燃气费|没气了?(?:费|卡)|打火机|鼻炎`,
    ),
    hotlines: [call.ambulance],
  },
  {
    when: /救命(?!的?(?:钱|款|恩|药|稻草|之恩|费|针|通道))|救救(?:我|俺)|快来人|来人啊|\bsos\b|^(?:打|拨)?110$/gi,
    unless: feared,
    hotlines: [call.ambulance, call.help],
  },
  { when: /^(?:打|拨|叫)?120$/g, hotlines: [call.ambulance] },
  { when: /^(?:打|拨|叫)?119$/g, hotlines: [call.fire] },
  {
    when: /昏迷|(?<!我)晕[倒厥]|昏倒|昏厥|晕过去|昏过去|晕倒|休克|抽搐|抽风了|抽过去|(?:中风|脑梗死?|脑出血|脑溢血|心脏病|心绞痛|哮喘|癫痫|羊角风)(?:又|突然)?(?:犯|发作)|(?:中风|脑梗|脑出血|脑溢血)了(?=$|[,。!;])|突然.{0,6}(?:中风|脑出血|脑梗|偏瘫|不会说话|不会动|说不出话|说不了话|动不了|站不起来|看不见)|嘴歪|口歪|眼歪|半边身子|半身.{0,2}(?:不能动|没知觉)|心梗|心肌梗|脑溢血|(?:心口|胸口|胸|心脏|心).{0,2}(?:疼|痛|闷|绞).{0,6}(?:汗|喘|憋|厉害|不行|受不了)|(?:摔|跌|掉下来|滑倒).{0,6}(?:起不来|动不了|不能动|站不起来|爬不起来|出血|流血|昏)|(?<!皮|砖|瓷|冰|块|水|物|西|叶|枝|柱)从.{0,4}(?:楼|梯|树|架子|窗户|阳台).{0,3}(?:摔|掉|跌)下|[摔掉跌]下(?:了)?(?:楼|来了)|坠楼|[被让].{0,3}车(?:撞|压|轧)(?!塌|坏|碎|裂|翻)|撞(?:了|到|倒)(?:个)?(?:人|老人|孩子)|出车祸|车祸.{0,4}(?:流血|受伤|重伤|有人)/g,
    unless: past,
    hotlines: [call.ambulance],
  },
  {
    when: /不想活(?!动|跃|干)|活够了|活腻|活不下去了?$|活着(?:也|还)?(?:真)?没(?:有|啥|什么)?(?:意思|劲|意义|盼头)|(?<!笑|急|热|冷|烦|累|疼|愁)想死(?!你|我了)|要死给|死了算了|轻生|自杀|自尽|寻短见|想不开|跳楼(?!价|甩)|跳河|跳江|割腕|上吊(?!灯|扇|顶|瓶|水)|一死了之|了断自己|遗书/g,
    unless: feared,
    hotlines: [call.ambulance, call.police, call.heart],
  },
  {
    when: new RegExp(
      String.raw`${someone}.{0,6}(?:掉|摔|跌|栽|踩空).{0,4}(?:井|坑|洞|沟|下水道)|(?:井|坑|洞|下水道).{0,8}${someone}.{0,4}(?:掉|摔|跌|栽)(?:了?进|了?下|里|到)|(?:掉|摔|跌|栽)(?:进|到|下)(?:了)?.{0,4}(?:井|坑|洞)里?(?:头)?(?:了)?.{0,4}${someone}`,
      'gu',
    ),
    unless: /怕|容易|万一|要是|会掉|小心|防|差点|险些|去年|上次|以前|没人|手机|钥匙|[猫狗球车]/u,
    hotlines: [call.ambulance, call.help],
    isReport: true,
  },
  // Violence and crime
  {
    when: new RegExp(
      `家暴|家庭暴力|(?:他|老公|丈夫|男人|爱人|对象|前夫|婆婆|公公|儿子|喝完?酒|喝多).{0,8}(?:${hits}|动手(?!术|机|续|能力)|掐脖子|往死里打)|又打(?:我|俺)(?!.{0,3}(?:电话|手机|卡))`,
      'g',
    ),
    unless: /打官司|判决|去年.*离婚|讲座|宣传/,
    hotlines: [call.police, call.women],
  },
  {
    when: new RegExp(
      `${hits}|挨打|挨揍|被(?:人)?(?:打|揍|砍|捅)(?:了|伤)|打架|打起来|打人(?!工)|动刀|拿刀|拿着刀|持刀|砍人|杀人|捅人|虐待|强奸|猥亵|性侵|耍流氓|抢劫|抢(?:了)?我|绑架|拐卖|被拐|拐走|撬门|撬锁|砸门|入室|进(?:了)?小偷|进(?:了)?贼|有小偷|有贼|跟踪我|尾随|威胁.{0,4}(?:杀|命|弄死)|要杀|弄死我`,
      'g',
    ),
    unless: /讲座|宣传|电视剧|游戏|案件|律师|打官司|打架子鼓|钥匙.{0,8}(?:丢|忘)|(?:丢|忘).{0,8}钥匙/,
    hotlines: [call.police],
  },
  {
    when: /走丢|走失|跑丢(?=了)|(?:孩子|娃|老人|老太太|老头|爸|妈|爹|娘|爷爷|奶奶|姥姥|姥爷|公公|婆婆|老伴|闺女|女儿|儿子|孙子|孙女|人)(?:突然|忽然|一早|早上)?(?:不见了|丢了|失踪|找不着了|找不到了|(?:[^的证卡本机包]{0,10})没回(?:来|家)(?!过年|住|信|话))|失踪|失联/g,
    unless: /快递|手环|定位|怕|万一|防|狗|猫|宠物|鹦鹉|鸟|证|卡|户口|手机|钥匙|包/,
    hotlines: [call.lost],
  },
  {
    when: /(?:被|受|上当|遭).{0,4}骗|诈骗|骗了(?:我|俺|他|她|老人|钱)|骗走|骗子|安全账户|冒充(?:公检法|公安|警察|民警|客服|领导|社保|医保)|(?:钱|款).{0,4}(?:转|打)(?:给|到).{0,4}(?:骗|陌生人)|盗刷|刷单.{0,6}(?:骗|提不出)/g,
    unless: /讲座|宣传|防诈|反诈(?:app|宣传|讲座|骗?软件)|去年|前年|怎么防|怕|万一/,
    hotlines: [call.police, call.fraud],
  },
  // Fire, gas, power
  {
    when: /(?<!怕|容易|万一|要是|会|能|引发|发生|造成|防|防止|打不|点不|不)(?:着火|起火|失火|烧起来|烧着了|爆炸(?!头)|着起来了|着了火)(?!.{0,2}(?:都|就|咋|怎么|可|隐患))|(?:起|着)大火|火(?:好|太|很)?大.{0,4}(?:快|救)|火灾(?!.{0,4}(?:隐患|险|后|救助|报警|演练|知识|自救))|冒(?:着|出)?(?:黑|浓|白|青|大|好大的?)?烟|(?:屋|楼|家|厨房|楼道)里?(?:全|都|到处)是烟|有(?:股)?糊味|浓烟|(?:救|灭)火(?!器|灾|毯|员|演|知识)/g,
    unless:
      /灭了|扑灭|救灾|烧没|烧光|烧毁|昨|前天|前几天|上周|上个?月|去年|前年|油烟|烟囱|烟筒|烧烤|饭店|抽烟|吸烟|演练|讲座|培训|隐患|预防|着火点|打不着|火锅|电影|报警器|保险/,
    hotlines: [call.fire],
    isReport: true,
  },
  {
    when: /(?:煤气|燃气|天然气|液化气|瓦斯|煤气罐|气罐|管道气).{0,4}(?:漏(?!交|缴)|泄|味|跑气|(?:呲|嘶)(?:呲|嘶)响|没关)|漏(?:煤气|燃气|天然气|液化气|瓦斯|气)|闻(?:到|着).{0,4}(?:煤|燃)气|(?:有|股|大|全是)煤气味|(?:困|关|卡)在?.{0,2}电梯|电梯.{0,3}(?:困|关着|卡住|夹).{0,4}人|(?:反)?锁.{0,4}(?:屋|家|车)里(?!.{0,3}钥匙)|(?:手|头|脚|脑袋|胳膊)(?:被|让)?(?:卡|夹)(?:在|住)|困在.{0,6}(?:里|上|中)|(?<!垃圾|电缆|管)被埋|塌了.{0,4}(?:人|埋|压)|马蜂窝|马蜂/g,
    unless: /暖气|怕|万一|防|检测|报警器|讲座|轮胎|车胎|气球|气垫|空调|钥匙|快递柜|(?:漏|跑)气味/,
    hotlines: [call.fire],
    isReport: true,
  },
  {
    when: /电线.{0,8}(?:断|耷拉|垂|掉|冒火|火花|火星|打火|着)|(?:压|砸|刮断?|搭)(?:在|到|着|了)?(?:高压)?电线|变压器.{0,4}(?:冒|炸|着|打火|响)|(?:冒|打|蹦|溅).{0,2}火(?:星|花)|漏电|电(?:表|箱|闸|门).{0,3}(?:冒|打火|火花|烧|着)/g,
    unless: /怕|万一|防漏电|漏电保护|烟花/,
    hotlines: [call.fire, call.power],
    isReport: true,
  },
  { when: /停电/g, unless: /通知|计划|昨|上周|欠费/, hotlines: [call.power], isMild: true },
  { when: /停水|停气/g, unless: /通知|计划|昨|上周|欠费/, hotlines: [call.city], isMild: true },
];

/** Where one clause ends: a mark, or the wish that follows (晕倒了想办残疾证). */
const clauseEnds = /[,。;!?]|(?<!不)(?=想(?!不开|死))|(?=还有|另外|顺便)/g;
/** Marks between 汉字 that part nothing: 着.火.了. */
const stray = /(?<=\p{Script=Han})[ .·*_~|/\\-]+(?=\p{Script=Han})/gu;

/** The clauses that a stretch of the text lies in. */
function clausesAround(text: string, start: number, end: number): [start: number, end: number] {
  const ends = [...text.matchAll(clauseEnds)].map(
    ({ 0: mark, index }) => [index, index + mark.length] as const,
  );
  return [
    ends.findLast(([, after]) => after <= start)?.[1] ?? 0,
    ends.find(([at]) => at >= end)?.[0] ?? text.length,
  ];
}

/** The clauses in which a rule finds its danger. */
const found = (text: string, { when, unless }: Rule) =>
  [...text.matchAll(when)]
    .map(({ 0: words, index }) => clausesAround(text, index, index + words.length))
    .filter(([start, end]) => !unless?.test(text.slice(start, end)));

/**
 * The numbers for the danger that the words tell of, most pressing first; none when they tell of none.
 *
 * @param said the canonical form of the words
 */
export function dangerIn(said: string): Danger {
  const text = heard(said.replace(stray, ''));
  const met = rules.flatMap((rule) => {
    const clauses = found(text, rule);
    return clauses.length > 0 ? [{ rule, clauses }] : [];
  });
  const byNumber = new Map(
    met
      .flatMap(({ rule }) => rule.hotlines.map((hotline) => [hotline.number, hotline] as const))
      .toReversed(),
  );
  const numbers = [...new Set(met.flatMap(({ rule }) => rule.hotlines.map(({ number }) => number)))];
  const urgent = met.filter(({ rule }) => !rule.isMild);
  return {
    hotlines: numbers.flatMap((number) => byNumber.get(number) ?? []),
    isReport: met.some(({ rule }) => rule.isReport),
    rest:
      urgent.length === 0
        ? said
        : urgent
            .flatMap(({ clauses }) => clauses)
            .reduce(
              (rest, [start, end]) => rest.slice(0, start) + ','.repeat(end - start) + rest.slice(end),
              text,
            ),
  };
}
