/**
 * 留存表: what the product keeps of a person, why, where it lies, who sees it and for how long. One table: 我的信息, the copy of everything,
 * the erasure and the admin's pages are made from it. Sources: 个人信息保护法 articles 13, 17, 19, 28, 47; DA/T 85-2019.
 */

/** How long a kind is kept. `policy`: the unit's rules say how many days. */
export type Keeping =
  | { until: 'leaving' }
  /** as long as the person works here: of interest to nobody else */
  | { until: 'post' }
  /** days after its case has ended */
  | { until: 'end'; days: number; policy?: 'photoDays'; shelf?: 'contacts' }
  /** days after it was made; `shelf`: the district's rules say how many (contract/keeping.ts) */
  | { until: 'made'; days: number; shelf?: 'inbox' | 'requests' | 'looks' }
  /** with its case, as long as the archive's class says */
  | { until: 'archive' }
  /** on the person's own phone: theirs to delete */
  | { until: 'own' };

/** What leaving (注销) does to it. */
export type OnLeaving = 'erased' | 'masked' | 'kept' | 'own' | 'post';

export interface Kept {
  /** 种类 */
  name: string;
  /** what is among it */
  what: string;
  /** 目的 */
  why: string;
  /** 依据: the ground that the law names */
  basis: 'consent' | 'service' | 'duty';
  /** 敏感个人信息: needs a consent of its own */
  isSensitive?: true;
  /** who but the person sees it, in words */
  seenBy: string;
  /** where it lies: collections with their fields, folders of the storage, the phone */
  where: readonly string[];
  keeping: Keeping;
  onLeaving: OnLeaving;
}

export const bases = {
  consent: '您同意了',
  service: '办您托的事要用',
  duty: '法律要求留着',
} as const satisfies Record<Kept['basis'], string>;

export const kept = {
  entry: {
    name: '登记',
    what: '姓名、电话、住址、住哪个社区',
    why: '知道您是谁、归哪个社区办、怎么找到您',
    basis: 'consent',
    seenBy: '管理员打开才看得到，每次都记下；代办员接了您的事才看得到',
    where: ['people'],
    keeping: { until: 'leaving' },
    onLeaving: 'erased',
  },
  wechat: {
    name: '微信身份',
    what: '微信给这个小程序的一串编号，不是微信号',
    why: '认出是您本人，把通知发给您',
    basis: 'consent',
    seenBy: '谁也看不到',
    where: ['people.openid'],
    keeping: { until: 'leaving' },
    onLeaving: 'erased',
  },
  family: {
    name: '家人',
    what: '您记下的家人的姓名、电话、住址；谁把您记作家人',
    why: '替家人请人办事，不用每次再填',
    basis: 'consent',
    seenBy: '您自己；家人看得到您的姓名',
    where: ['people.family', 'people.kin'],
    keeping: { until: 'leaving' },
    onLeaving: 'erased',
  },
  cases: {
    name: '办件的经过',
    what: '什么事、哪天提的、谁办的、办到哪一步、结果',
    why: '把事办完，答应的期限有据可查',
    basis: 'duty',
    seenBy: '接了这件的代办员，您社区、街道和区里的管理员',
    where: ['cases'],
    keeping: { until: 'archive' },
    onLeaving: 'masked',
  },
  words: {
    name: '办件里写的话',
    what: '您写的说明、留言，那次留的姓名，约的时间',
    why: '代办员照着办',
    basis: 'service',
    seenBy: '办这件的人',
    where: ['cases.note', 'cases.events', 'calls', 'callbacks'],
    keeping: { until: 'archive' },
    onLeaving: 'erased',
  },
  contact: {
    name: '办件里留的电话和门牌',
    what: '那次留的电话、门牌，替您提的人的电话',
    why: '办的时候、回访的时候找得到您',
    basis: 'service',
    seenBy: '接了这件的代办员，办完就看不到；管理员打开才看得到，每次都记下',
    where: ['cases.contact', 'cases.asker'],
    keeping: { until: 'end', days: 365, shelf: 'contacts' },
    onLeaving: 'erased',
  },
  papers: {
    name: '材料照片',
    what: '您拍的证件、表格，原件收条，委托书上的签名',
    why: '代您交材料，原件交还有凭据',
    basis: 'consent',
    isSensitive: true,
    seenBy: '接了这件的代办员，办完就看不到；管理员打开才看得到，每次都记下',
    where: ['cases.papers', 'cases.custody', 'cases.mandates', 'cases.enclosures', 'papers/'],
    keeping: { until: 'end', days: 180, policy: 'photoDays' },
    onLeaving: 'erased',
  },
  idNumber: {
    name: '身份证号',
    what: '办养老金认证、参保这些要填的18位号码',
    why: '窗口的表上要填',
    basis: 'consent',
    isSensitive: true,
    seenBy: '加密存着；接了这件的代办员点开才看得到，每次都记下',
    where: ['cases.idNumber'],
    keeping: { until: 'end', days: 180, policy: 'photoDays' },
    onLeaving: 'erased',
  },
  pictures: {
    name: '随手报和投诉的照片、地点',
    what: '您拍的现场、标的位置',
    why: '找得到地方，看得清问题',
    basis: 'service',
    seenBy: '办这件的代办员和管理员；匿名报的不写您是谁',
    where: ['cases.photos', 'cases.report', 'cases/'],
    keeping: { until: 'end', days: 180, policy: 'photoDays' },
    onLeaving: 'erased',
  },
  reviews: {
    name: '评价',
    what: '满意不满意，您写的话和照片，回音墙上您同意公开的话',
    why: '办得不好有人管，办得好大家看得到',
    basis: 'service',
    seenBy: '管理员；代办员只看到攒够五条一起给的，不知道是谁说的',
    where: ['reviews', 'reviews/', 'batches'],
    keeping: { until: 'archive' },
    onLeaving: 'masked',
  },
  notices: {
    name: '通知和通知设置',
    what: '发给您的每一条通知，您要不要收哪一种',
    why: '办到哪一步让您知道',
    basis: 'service',
    seenBy: '只有您',
    where: ['notices', 'subscribers'],
    keeping: { until: 'made', days: 365, shelf: 'inbox' },
    onLeaving: 'erased',
  },
  requests: {
    name: '您对个人信息提的请求',
    what: '要改、要注销，哪天提的、怎么答复的',
    why: '15个工作日里给您办到，有据可查',
    basis: 'duty',
    seenBy: '您社区、街道和区里的管理员',
    where: ['dataRequests'],
    keeping: { until: 'made', days: 1095, shelf: 'requests' },
    onLeaving: 'masked',
  },
  looks: {
    name: '谁看过的记录',
    what: '谁在哪天打开看了、为什么看，谁改了您的登记',
    why: '让您查得到，也让乱看的人藏不住',
    basis: 'duty',
    seenBy: '您，您社区、街道和区里的管理员；您的姓名和电话是遮住的',
    where: ['journal', 'cases.events'],
    keeping: { until: 'made', days: 1825, shelf: 'looks' },
    onLeaving: 'kept',
  },
  copies: {
    name: '您取的个人信息副本',
    what: '一份网页、一份数据文件',
    why: '您要看自己的信息',
    basis: 'consent',
    seenBy: '拿到链接的人，所以链接很快失效',
    where: ['exports', 'exports/'],
    keeping: { until: 'made', days: 1 },
    onLeaving: 'erased',
  },
  face: {
    name: '代办员的照片',
    what: '您做代办员、自己放了照片的话，就是那一张',
    why: '上门以前让居民认得出来的是谁',
    basis: 'consent',
    seenBy: '约了您上门的居民和替他提的人，到上门那天为止',
    where: ['agents.photo', 'faces/'],
    keeping: { until: 'post' },
    onLeaving: 'post',
  },
  phone: {
    name: '存在您手机里的',
    what: '没写完的草稿，看过的办件，字的大小',
    why: '断了网、退出去都不丢',
    basis: 'consent',
    seenBy: '拿着这台手机的人',
    where: ['phone'],
    keeping: { until: 'own' },
    onLeaving: 'own',
  },
} as const satisfies Record<string, Kept>;

export type KeptKind = keyof typeof kept;
export const keptKinds = Object.entries<Kept>(kept) as [KeptKind, Kept][];

/** DA/T 85-2019: 永久, 定期30年, 定期10年. `years` absent: for good. */
export const archiveClasses = {
  permanent: { name: '永久' },
  long: { name: '30年', years: 30 },
  short: { name: '10年', years: 10 },
} as const satisfies Record<string, { name: string; years?: number }>;
export type ArchiveClass = keyof typeof archiveClasses;

/** The class of a case by its item's category; what is not named here is `short`. What a district's archive bureau says otherwise is changed here. */
export const archiveByCategory: Readonly<Record<string, ArchiveClass>> = {
  党群与退役军人: 'long',
  残疾人服务: 'long',
  社会救助: 'long',
  住房与户籍: 'long',
  社会保险与医保: 'long',
  // Of no item: what complaints are under.
  投诉: 'short',
};

/** How long it is kept, as a person reads it; `days` by the unit's rules. */
export function sayKeeping(keeping: Keeping, days?: number): string {
  switch (keeping.until) {
    case 'leaving':
      return '一直留着，您注销就删';
    case 'post':
      return '您自己换掉、不做代办员了，就删';
    case 'end':
      return `办结后留${days ?? keeping.days}天，到时自动删`;
    case 'made':
      return `留${days ?? keeping.days}天，到时自动删`;
    case 'own':
      return '在您自己手里，删掉小程序就没了';
    case 'archive':
      return '按档案规定，办结后留10年，低保、户籍、社保这些留30年';
  }
}

/** Working days within which a request is answered at most. Source: GB/T 35273. */
export const REQUEST_DAYS = 15;

/** 不能照办的理由: what the law lets a manager refuse with. */
export const refusalGrounds = {
  archive: '法律、法规规定的保存期还没有满（个人信息保护法第47条）',
  dispute: '有投诉、争议或者诉讼还没有了结，要留着作凭据',
  duty: '国家机关履行法定职责所必需（个人信息保护法第35条）',
  identity: '没能核实是本人提的',
  wrong: '核对过，登记的内容没有错',
} as const;
export type RefusalGround = keyof typeof refusalGrounds;

/** What the person asks of their data that somebody else has to do. */
export const requestKinds = { correct: '更正', leave: '注销' } as const;
export type RequestKind = keyof typeof requestKinds;

export const requestStates = {
  open: '在办',
  erasing: '正在删',
  done: '办好了',
  refused: '没有照办',
  takenBack: '您收回了',
} as const;
export type RequestState = keyof typeof requestStates;

/** 同意: what a person said yes to, what follows from taking it back, and where that is done. */
export const consents = {
  notice: {
    name: '《隐私说明》',
    follows: '收回就不能再用这里办事，等于注销：下面写着删什么、留什么。',
  },
  family: {
    name: '谁可以替我办',
    follows: '收回以后，他看不到您的事，也不能再替您提；已经提了的事还是您的，接着办。',
  },
  share: {
    name: '分享出去的进展',
    follows: '收回以后，那个链接马上打不开。',
  },
  mandate: {
    name: '委托书',
    follows: '收回以后，他不能再拿着它替您办；办到哪一步就停在哪一步，您可以自己去办，也可以再签。',
  },
  wall: {
    name: '回音墙上的话',
    follows: '收回以后，您的话从墙上拿下来，不再挂；评价照算，代办员仍不知道是谁说的。',
  },
  photos: {
    name: '办完的事里的照片',
    follows: '收回以后照片马上删，删了找不回来；事情的经过还在。',
  },
} as const;
export type Consent = keyof typeof consents;

/** Ways in which a person's data was opened to somebody, as 谁看过我的信息 tells them. */
export const looks = {
  agent: '接了这件，办的时候看得到您的姓名、电话、门牌和材料照片',
  contact: '打开看了您的姓名、电话和门牌',
  inspect: '打开看了您的材料照片',
  idNumber: '打开看了您的身份证号',
  written: '替您把这件写了下来，您的姓名和电话是他写的',
  called: '按您留的电话给您打了电话',
  asker: '替您提了这件，看得到这件的姓名、电话和门牌',
  look: '打开看了您的登记：电话、住址',
  change: '改了您的登记',
  merge: '把您的两份登记合成了一份',
  family: '把您记作家人',
  import: '用表格导入了您的登记',
  copy: '替您取了一份个人信息副本',
  /** of everybody in a unit at once; no resident's own */
  list: '取走了名单，有姓名，电话和门牌是星号',
} as const;
export type Look = keyof typeof looks;

/** Whose look it was. */
export const lookers = { agent: '代办员', manager: '管理员', asker: '家人或邻居' } as const;
export type Looker = keyof typeof lookers;
