/**
 * Danger that cannot wait for a case: which number to call at once, in one plain sentence. Written as rules that a
 * person can read and correct; each is tested both ways, that it rings and that everyday talk does not ring it.
 */
export interface Hotline {
  number: string;
  name: string;
  why: string;
}

export interface Danger {
  hotlines: Hotline[];
  /** which items may still be shown beside the numbers */
  leaves: 'nothing' | 'reports' | 'everything';
}

const call = {
  ambulance: { number: '120', name: '急救', why: '人有生命危险,先打120,说清楼号单元,派人到楼下接车。' },
  fire: { number: '119', name: '火警救援', why: '有火、漏气或人被困,先撤到安全处,再打119。' },
  police: { number: '110', name: '报警', why: '人身或财产正受侵害,先躲到安全处,再打110。' },
  power: { number: '95598', name: '供电抢修', why: '电线、变压器的险情归供电公司抢修,离远点,千万别碰。' },
  women: { number: '12338', name: '妇女维权', why: '挨打受欺负不是家务事,12338帮着维权、找地方住。' },
  heart: { number: '12356', name: '心理援助', why: '心里过不去的坎,12356有人听您说,话不外传。' },
  fraud: { number: '96110', name: '反诈专线', why: '钱刚转走还有机会拦,马上打110或96110止付。' },
  city: { number: '12345', name: '政务服务便民热线', why: '停水停气可打12345,转到供水、燃气公司抢修。' },
} satisfies Record<string, Hotline>;

interface Rule extends Danger {
  when: RegExp;
  unless?: RegExp;
}

/** It happened before, or is being dealt with: the words then tell of an illness or a loss, not of an emergency. */
const past =
  /去年|前年|上个?月|以前|从前|早先|之前|那年|曾经|年前|月前|多年|好几年|[两三几半]年|[两三几]个?月|[过了][一两二三几]?[次回]|住院|出院|报销|后遗症|康复|落下|残|补贴|救助|备案|慢病|特病|低保|护理|证/;

const person = '(?:我|俺|她|他|咱|孩子|老人|媳妇|老婆|爸|妈|爷爷|奶奶|姥姥|姥爷|老伴|老头|老太太|闺女|儿子)';
/** 打 with a person: not 打我电话, 打我卡里, 打老人机. */
const hits = `(?:打|揍|踹|掐|砍|捅|扇|抽)(?:了)?${person}(?!.{0,3}(?:电话|手机|微信|卡|账|钱|款|招呼|听|印|机|车|交|医保))`;

const rules: Rule[] = [
  // Life
  {
    when: /叫不醒|喊不醒|没(?:有)?(?:呼吸|意识|心跳)|没气了|不省人事|喘不上(?:来)?气|上不来气|大出血|血流不止|流了?(?:好多|很多|一地|不少)血|口吐白沫|翻白眼|噎(?:住|着)|卡(?:住|着)?(?:了)?(?:嗓子|喉咙)|救命啊|快来人|羊水破|煤气中毒|一氧化碳中毒|食物中毒|喝了?(?:农药|敌敌畏)|[一整半]瓶(?:安眠)?药|(?:孕妇|怀孕|大肚子).{0,8}(?:流血|出血|破水)|流血不止|吃错药|误服|触电|电着人|让电打|溺水|掉(?:进)?(?:河|水|冰窟窿|井)里了/,
    unless: /去年|前年|以前|[两三几半]年|怕|容易|万一|救命钱/,
    hotlines: [call.ambulance],
    leaves: 'nothing',
  },
  {
    when: /昏迷|晕倒|昏倒|晕过去|昏过去|休克|抽搐|抽过去|突然.{0,6}(?:中风|不会说话|说不出话|动不了|站不起来)|嘴歪|半边身子|心梗|(?:心口|胸口|胸).{0,2}(?:疼|痛|闷).{0,6}(?:汗|喘|憋|厉害)|(?:摔|跌|掉下来).{0,6}(?:起不来|动不了|不能动)|要生了|被.{0,3}车撞/,
    unless: past,
    hotlines: [call.ambulance],
    leaves: 'nothing',
  },
  {
    when: /不想活|活够了|活着(?:也)?没(?:啥|什么)?(?:意思|劲|意义)|想死(?!你)|轻生|自杀|寻短见|跳楼|割腕|一死了之/,
    hotlines: [call.ambulance, call.police, call.heart],
    leaves: 'nothing',
  },
  // Violence and crime
  {
    when: new RegExp(
      `家暴|家庭暴力|(?:他|老公|丈夫|男人|爱人|对象|前夫|婆婆|公公|喝完?酒|喝多).{0,8}(?:${hits}|动手(?!术|机|续)|掐脖子|往死里打)|又打(?:我|俺)(?!.{0,3}(?:电话|手机|卡))`,
    ),
    unless: /打官司|判决|去年.*离婚/,
    hotlines: [call.police, call.women],
    leaves: 'nothing',
  },
  {
    when: new RegExp(
      `${hits}|挨打|挨揍|打架|打起来|打人(?!工)|动刀|拿刀|拿着刀|砍人|虐待|强奸|猥亵|性侵|抢劫|绑架|拐卖|被拐|拐走|撬门|撬锁|入室|进小偷|进贼|有小偷|跟踪我|威胁.{0,4}(?:杀|命|弄死)`,
    ),
    hotlines: [call.police],
    leaves: 'nothing',
  },
  {
    when: /走丢|走失|(?:孩子|老人|老太太|老头|爸|妈|爷爷|奶奶|姥姥|姥爷|闺女|儿子|孙子|孙女)(?:不见了|找不着了|找不到了|(?:[^的证卡本机包]{0,10})没回(?:来|家)(?!过年|住))/,
    unless: /快递|手环|怕|万一/,
    hotlines: [call.police],
    leaves: 'nothing',
  },
  {
    when: /被骗|诈骗|骗了我|骗走|骗子|安全账户|冒充(?:公检法|公安|警察|民警|客服|领导|社保|医保)/,
    hotlines: [call.police, call.fraud],
    leaves: 'nothing',
  },
  // Fire, gas, power
  {
    when: /(?<!怕|容易|万一|要是|会|能|引发|发生|造成|防|防止)(?:着火|起火|失火|烧起来|烧着了|爆炸)(?!.{0,2}(?:都|就|咋|怎么|可|隐患))|冒(?:着)?(?:黑|浓|白|青)?烟/,
    unless: /灭了|扑灭|救灭|烧没|烧光|烧毁|昨|前天|前几天|上周|上个?月|去年|油烟|烟囱|烟筒|烧烤|饭店/,
    hotlines: [call.fire],
    leaves: 'reports',
  },
  {
    when: /(?:煤气|燃气|天然气|液化气|瓦斯).{0,4}(?:漏(?!交|缴)|泄|味)|漏(?:煤气|燃气|天然气|气)|(?:困|关|卡)在?.{0,2}电梯|电梯.{0,3}(?:困|关着|卡住).{0,4}人|反锁.{0,4}(?:屋|家|车)里|锁在(?:屋|家|车)里/,
    unless: /暖气|怕|万一/,
    hotlines: [call.fire],
    leaves: 'reports',
  },
  {
    when: /电线.{0,8}(?:断|耷拉|垂|掉|冒火|火花|火星|打火)|(?:压|砸|刮断?|搭)(?:在|到|着|了)?电线|变压器.{0,4}(?:冒|炸|着|打火)|(?:冒|打|蹦).{0,2}火(?:星|花)|漏电/,
    hotlines: [call.fire, call.power],
    leaves: 'reports',
  },
  { when: /停电/, unless: /通知|计划|昨|上周/, hotlines: [call.power], leaves: 'everything' },
  { when: /停水|停气/, unless: /通知|计划|昨|上周/, hotlines: [call.city], leaves: 'everything' },
];

const strictest = ['everything', 'reports', 'nothing'] as const;

/** The numbers for the danger that the words tell of, most pressing first; none when they tell of none. */
export function dangerIn(text: string): Danger {
  const met = rules.filter(({ when, unless }) => when.test(text) && !unless?.test(text));
  return {
    hotlines: [...new Set(met.flatMap(({ hotlines }) => hotlines))],
    leaves: strictest.findLast((leaves) => met.some((rule) => rule.leaves === leaves)) ?? 'everything',
  };
}
