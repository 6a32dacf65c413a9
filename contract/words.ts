import type { Kind, RectifyState, State } from './states';

/** The product's code words and what a person reads for each. */

export const modes = {
  'home-visit': '上门代办',
  appointment: '预约代办',
  online: '线上代办',
  counter: '到站办理',
} as const;
export type Mode = keyof typeof modes;

export const modeHints: Record<Mode, string> = {
  'home-visit': '代办员到您家里来',
  appointment: '约个时间再办',
  online: '您不用动，我们在网上办',
  counter: '您到便民服务站，我们帮您办',
};

/** 渠道: how a request came in. All but `self` are written down by a member of staff (代录). */
export const channels = { self: '本人提交', phone: '电话', counter: '窗口', visit: '入户' } as const;
export type Channel = keyof typeof channels;

export const stateNames: Record<State, string> = {
  submitted: '待派单',
  offered: '待接单',
  in_progress: '办理中',
  awaiting_resident: '等补材料',
  completed: '已办结',
  terminated: '已终止',
  cancelled: '已撤销',
};

/** The same as a resident says it. */
export const residentStateNames: Record<State, string> = {
  ...stateNames,
  submitted: '正在安排代办员',
  offered: '等代办员答应',
  awaiting_resident: '等您补材料',
};

/** Of a complaint, which no agent gets. */
export const complaintStateNames: Record<State, string> = {
  ...stateNames,
  submitted: '待受理',
  in_progress: '在查',
  completed: '已答复',
};

/** Of a question, which is answered and not done. */
const questionNames = { completed: '已答复' } as const;
/** Of a part of a bundle that has not begun. */
const waitingNames = { submitted: '等前一件' } as const;

/** Where a case of this kind stands; `mine`: in the words of the resident whose case it is. */
export function stateNamesOf(kind: Kind | undefined, mine = false): Record<State, string> {
  if (kind === 'complaint') return complaintStateNames;
  const names = mine ? residentStateNames : stateNames;
  if (kind === 'waiting') return { ...names, ...waitingNames };
  return kind === 'question' ? { ...names, ...questionNames } : names;
}

/** 依据: what an answer stands on. */
export const sourceKinds = { document: '文件', link: '网页', item: '服务事项' } as const;

/** What runs against a case: 时限. */
export const clockNames = {
  response: '首次响应',
  offer: '接单',
  completion: '办结',
  supply: '居民补材料',
  verify: '核实差评',
  mend: '整改差评',
  custody: '交还原件、证件',
} as const;
export type ClockName = keyof typeof clockNames;

/** 黄牌: four fifths of a clock are gone. 红牌: all of it. */
export const cardNames = { yellow: '快到期', red: '已超期' } as const;
export type CardColour = keyof typeof cardNames;

/** Why a case was taken one tier up. */
export const causeNames = {
  dispatch: '派不出去',
  response: '没按时响应',
  completion: '没按时办结',
  supply: '等居民太久',
  whistle: '吹哨没回音',
  verify: '差评没按时核实',
  mend: '差评没按时整改',
  custody: '原件、证件没按时交还',
} as const;
export type Cause = keyof typeof causeNames;

/** How it is known that name and number are one person's; absent: 未核实. */
export const verifiedNames = { platform: '微信已核实', staff: '社区已核实' } as const;

/** 关系: what a person is to the one who asks for them. A neighbour is asked for once, and not kept. */
export const relationNames = {
  parent: '父母',
  spouse: '配偶',
  child: '子女',
  grandparent: '祖父母',
  relative: '其他亲属',
  neighbour: '邻居',
} as const;
export type Relation = keyof typeof relationNames;

/** How a case stands, for who was sent a link to it: in words that name nobody and nothing of theirs. */
export const sharedStates = {
  submitted: '登记好了，社区正在安排代办员',
  offered: '派给代办员了，等代办员答应',
  in_progress: '代办员正在办',
  awaiting_resident: '等家里回话，回了接着办',
  completed: '办好了',
  terminated: '停办了',
  cancelled: '不办了，撤回了',
} as const satisfies Record<State, string>;

/** 委托书: what the one who is authorised may do. Nothing else, and never to pass it on. */
export const mandateActs = {
  papers: '交材料',
  progress: '查询进度',
  result: '取结果',
  receipt: '签收',
} as const;
export type MandateAct = keyof typeof mandateActs;

/** How it was signed: a finger's drawing is a record of what was meant, no seal. */
export const signedNames = { screen: '在屏幕上手写签名', paper: '用笔签在纸上' } as const;

/** How it stands. `elsewhere`: the agent whom it names does not have the case any more. */
export const mandateStates = {
  valid: '有效',
  over: '到期了',
  ended: '收回了',
  elsewhere: '换了人，不作数了',
} as const;
export type MandateState = keyof typeof mandateStates;

/** What staff have to look at: others have the number too; or a resident typed it, and no staff have said that they know it. */
export const checkNames = { shared: '同一个电话', unproved: '未核实' } as const;

export const roleNames = { resident: '居民', agent: '代办员', manager: '管理员' } as const;

export const tierNames = { district: '区', street: '街道', community: '社区', grid: '网格' } as const;

/** The categories of the catalogue, which are also what agents know how to handle. */
export const OF_CATALOGUE = [
  '党群与退役军人',
  '残疾人服务',
  '社会救助',
  '住房与户籍',
  '社会保险与医保',
  '就业创业',
  '生育与儿童',
  '养老助老',
  '咨询与反映',
  '生活代办',
] as const;

/** 台账: what an entry is about. */
export const journalKinds = {
  unit: '单位',
  resident: '居民',
  staff: '工作人员',
  item: '服务事项',
  answer: '公开问答',
} as const;
export type JournalKind = keyof typeof journalKinds;

/** What a reader of the journal chooses from: entries of one kind, or that an entry was opened, which changed nothing. */
export const journalChoices = { ...journalKinds, look: '查看' } as const;

/** What was done. */
export const journalNames = {
  'unit.add': '新设',
  'unit.change': '修改',
  'unit.close': '撤销',
  'unit.reopen': '恢复',
  'unit.merge': '合并',
  'unit.move': '换上级',
  'unit.regrid': '重划网格',
  'unit.unplan': '不再重划网格',
  'unit.hours': '改开门时间',
  'unit.policy': '改规则',
  'unit.keeping': '改保存期限',
  'item.draft': '起草',
  'item.start': '启用目录',
  'item.publish': '发布',
  'item.drop': '放弃草稿',
  'item.restore': '恢复旧版',
  'item.local': '改本地内容',
  'item.learn': '加常用说法',
  'item.review': '核对过',
  'answer.publish': '发布',
  'answer.withdraw': '撤回',
  'person.begin': '启用',
  'person.join': '登记',
  'person.change': '修改',
  'person.verify': '核实',
  'person.merge': '合并',
  'person.unmerge': '撤销合并',
  'person.invite': '邀请',
  'person.revoke': '收回邀请',
  'person.accept': '接受邀请',
  'person.look': '查看',
  'person.roster': '改排班',
  'person.deactivate': '停用',
  'person.family': '记作家人',
  'person.copy': '取个人信息副本',
  'person.ask': '提个人信息请求',
  'person.answer': '答复个人信息请求',
  'person.leave': '注销',
  'unit.export': '取走文件',
  'person.export': '取走名单',
  'import.do': '导入',
  'import.undo': '撤回导入',
} as const;
export type JournalDeed = keyof typeof journalNames;

/** What an entry says of it, before and after. */
export const journalFields = {
  name: '名称',
  above: '上级',
  station: '便民服务站',
  address: '地址',
  phone: '电话',
  afterHoursPhone: '下班后电话',
  estates: '小区和楼栋',
  closed: '状态',
  into: '划入',
  day: '从哪天起',
  from: '来自',
  hours: '开门时间',
  policy: '规则',
  keeping: '保存期限',
  version: '版本',
  keywords: '说法',
  promise: '承诺时限',
  place: '办理地点',
  consultation: '咨询电话',
  supervision: '监督电话',
  offered: '是否办理',
  role: '身份',
  verified: '核实',
  unit: '所在单位',
  grids: '管的网格',
  skills: '会办',
  duty: '当班',
  capacity: '一天几件',
  count: '数量',
  answer: '答复',
  source: '依据',
  review: '复核日',
  request: '请求',
  paper: '凭据',
  why: '说明',
  file: '文件',
} as const;
export type JournalField = keyof typeof journalFields;

/** Five levels of 好差评, best first. */
export const levels = {
  'very-satisfied': '非常满意',
  satisfied: '满意',
  'basically-satisfied': '基本满意',
  dissatisfied: '不满意',
  'very-dissatisfied': '非常不满意',
} as const;
export type Level = keyof typeof levels;

/** The upper three count as satisfied, the lower two open a rectification. Source: GB/T 39735, 好差评. */
export const SATISFIED = ['very-satisfied', 'satisfied', 'basically-satisfied'] as const satisfies Level[];
export const BAD = ['dissatisfied', 'very-dissatisfied'] as const satisfies Level[];

const praise = [
  '上门服务',
  '办得快',
  '态度好',
  '讲得清楚',
  '问题解决',
  '有回告',
  '零跑腿',
  '一次办成',
] as const;
const mixed = [
  '部分解决',
  '办得慢',
  '多跑腿',
  '材料没说清',
  '系统难用',
  '结果满意',
  '态度好',
  '有回告',
] as const;
const blame = [
  '问题没解决',
  '办得慢',
  '多跑腿',
  '没有回告',
  '态度差',
  '推来推去',
  '失约',
  '没办说办了',
  '违规收费',
] as const;

/** The reasons that fit each level. */
export const tagsFor: Record<Level, readonly string[]> = {
  'very-satisfied': praise,
  satisfied: praise,
  'basically-satisfied': mixed,
  dissatisfied: blame,
  'very-dissatisfied': blame,
};

/** One of the two lowest levels: it is looked into. */
export function isBad(level: Level): boolean {
  return BAD.some((bad) => bad === level);
}

/** Does a reason say what was good? All others say what was not. */
export function isPraise(tag: string): boolean {
  return [...praise, '结果满意'].some((one) => one === tag);
}

/** Who wrote a rating down. What staff wrote (代录) is labelled and stays out of headline rates. */
export const reviewChannels = { self: '本人评价', staff: '工作人员代录' } as const;
export type ReviewChannel = keyof typeof reviewChannels;

/** What became of a resident's words: others read them only after they were checked. */
export const textStates = {
  shown: '可以给别人看',
  waiting: '正在审',
  refused: '没通过，只有您能看到',
} as const;
export type TextState = keyof typeof textStates;

/** 整改: what a bad review opens. */
export const rectifyNames: Record<RectifyState, string> = {
  verifying: '待核实',
  mending: '整改中',
  calling: '待回访',
  closed: '已办结',
};

/** How a rectification ended. */
export const outcomeNames = {
  mended: '属实，已整改',
  explained: '属实，已解释',
  unfounded: '不属实',
} as const;
export type Outcome = keyof typeof outcomeNames;

/** How one attempt of a call-back (回访) went. */
export const callResults = {
  reached: '接通了',
  refused: '接通了，不愿多说',
  unanswered: '没人接',
  wrong: '号码不对',
} as const;
export type CallResult = keyof typeof callResults;
/** The resident picked up: the call-back is over. */
export const HEARD = ['reached', 'refused'] as const satisfies CallResult[];
/** Not reached in any of the attempts. */
export const unreachedName = '未接通';
/** The resident said on the phone that it is still bad. */
export const refusedName = '居民还不满意，没整改好';

/** 申诉: an agent holds a rating to be unjust. One that is upheld leaves the rate and stays visible. */
export const appealNames = { open: '等裁定', upheld: '申诉成立，不计入', rejected: '维持原评价' } as const;
export type AppealState = keyof typeof appealNames;

/** 回音墙: whether a review is put where neighbours read it. */
export const wallNames = { asked: '等社区看过', shown: '上墙', hidden: '不上墙' } as const;
export type WallState = keyof typeof wallNames;

/** What a person can be told by WeChat, a subscribe-message template each. */
export const noticeKinds = {
  assignment: '派单和催办',
  progress: '办到哪一步',
  supplement: '还缺什么材料',
  result: '办好了没有',
} as const;
export type NoticeKind = keyof typeof noticeKinds;

/** What became of a notice on its way to WeChat; it is in the inbox whatever this says. */
export const deliveryNames = {
  waiting: '等着发',
  sending: '正在发',
  sent: '已发到微信',
  inbox_only: '只在小程序里',
  unknown: '不知道收没收到',
  failed: '没发成',
} as const;
export type DeliveryState = keyof typeof deliveryNames;

/** How a call of 请打电话告知 went. */
export const callOutcomes = {
  told: '告知本人了',
  family: '告知家人了',
  unanswered: '没人接',
  wrong: '号码不对',
} as const;
export type CallOutcome = keyof typeof callOutcomes;

/** Why an agent may say no; own words are welcome too. A decline is never counted against a person. */
export const declineReasons = [
  '手头忙不过来',
  '这项业务不熟',
  '和当事人是亲属',
  '离得太远',
  '临时请假',
] as const;
/** What the resident reads of such a reason; of an agent's own words nothing. */
export const declineReasonsTold: Record<(typeof declineReasons)[number], string> = {
  手头忙不过来: '这位代办员手头正忙',
  这项业务不熟: '换一位办这件事更熟的',
  和当事人是亲属: '按规定要换人办',
  离得太远: '换一位离您近些的',
  临时请假: '这位代办员请假了',
};
/** Where a decline leaves no second asking: the case is never offered to this agent again. */
export const conflictReason = declineReasons[2];
export const handoverReasons = ['我要休假', '手头忙不过来', '这项业务他更熟', '离他更近'] as const;
export const leaveReasons = ['年假', '病假', '事假', '培训', '公务外出'] as const;
export const moveReasons = ['居民住在那边', '那边办更方便', '这里没有人能办'] as const;
/** What the resident reads of such a reason; of a manager's own words nothing. */
export const moveReasonsTold: Record<(typeof moveReasons)[number], string> = {
  居民住在那边: '您住在那边',
  那边办更方便: '那边办更方便',
  这里没有人能办: '那边有人能办',
};
export const terminateReasons = [
  '不符合办理条件',
  '材料补不齐',
  '联系不上本人',
  '本人不想办了',
  '转由其他部门办理',
] as const;
export const reopenReasons = ['事情还没办成', '只办了一半', '东西没拿到手', '说好的没做到'] as const;
/** Why a resident wants another agent; of no one of these can it be said that it is the agent's fault. */
export const wishReasons = [
  '时间对不上',
  '想找离家近一点的',
  '说话听不太明白',
  '想找女代办员',
  '想找男代办员',
  '想找熟悉我家的',
] as const;
export const keepReasons = ['这项业务只有他会办', '别的代办员都满了', '已经快办好了'] as const;
/** Why two go to a door; read by those who work alone. */
export const pairReasons = [
  '要当面点钱、点贵重东西',
  '老人一个人在家',
  '要抬人、搬东西',
  '家里有大狗',
  '上次有过争执',
] as const;
/** Why the answer to a complaint will not do. */
export const contestReasons = ['没有查清楚', '说的和事实不一样', '问题还在', '没有人跟我说过'] as const;
/** Why a case that was taken back goes on. */
export const renewReasons = ['撤错了', '不是本人的意思', '想想还是要办'] as const;
export const cancelReasons = ['不想办了', '自己已经办好', '选错了事项', '等得太久'] as const;

/** 材料: how a paper of a case stands. */
export const paperStates = {
  missing: '还没有',
  has: '手上有',
  sent: '照片发了',
  unneeded: '免提交',
  later: '过几天补',
} as const;
export type PaperState = keyof typeof paperStates;

/** 原件: where an original is. `giving` and `returning` wait for the resident's yes; `void`: it was never given. */
export const custodyStates = {
  giving: '交给代办员了，等居民认',
  held: '在代办员手上',
  lodged: '在窗口',
  returning: '说还了，等居民认',
  returned: '还了',
  void: '没有交过',
} as const;
export type CustodyState = keyof typeof custodyStates;

/** How the resident's side of it is known. */
export const confirmWays = {
  phone: '本人在手机上认的',
  slip: '本人在收条上签了字',
  call: '社区问过本人',
} as const;
export type ConfirmWay = keyof typeof confirmWays;

/** The same of 证件 that the office made: they are only ever on the way to the resident. */
export const resultStates: Record<CustodyState, string> = {
  ...custodyStates,
  held: '还没交到居民手上',
  returning: '说交了，等居民认',
  returned: '居民收到了',
};

/** How something was handed over: into the resident's own hands, into another's, or sent. */
export const handWays = { self: '当面交给本人', other: '交给别人', post: '寄出去了' } as const;
export type HandWay = keyof typeof handWays;

/** What an agent says is wrong with a paper; own words are welcome too. */
export const paperFaults = ['看不清', '缺页', '过期了', '不是这份', '要盖章'] as const;
/** The same of a paper of which there is nothing yet. */
export const paperLack = '还缺这样';

export const materialSources: Record<'self' | 'onsite' | 'government' | 'hospital' | 'employer', string> = {
  self: '自己准备',
  onsite: '现场填',
  government: '政府部门出',
  hospital: '医院出',
  employer: '单位出',
};

export const actorNames: Record<'resident' | 'agent' | 'community' | 'street' | 'district', string> = {
  resident: '您',
  agent: '代办员',
  community: '社区',
  street: '街道',
  district: '区里',
};
