import { type Kind, OPEN, type RectifyState, type State, WITH_AGENT, kinds, states } from './states';
import { declineReasonsTold, moveReasonsTold } from './words';

/**
 * What may happen to a case, a row a deed: from which states, by whom, where it leads, who reads of it and in which words.
 * The functions allow by this table; the rights table and the pages' buttons are made from it. So a button that the server
 * would refuse cannot be drawn. Rules: docs/domain.md, "States are data".
 */

/**
 * A person's part in one case. `resident`: whose case it is. `asker`: asked for them, as family or a neighbour. `agent`: has it, or is offered it. `colleague`: is asked to take it
 * over. `companion`: goes along to the door at the hour that is agreed on (两人同行). `candidate`: an agent of its street while it has none. `manager`: oversees its community. `summoned`: a manager of a
 * unit that was whistled for. `joiner`: has met what a neighbour reported, too. `bystander` may do nothing but that; `system` is a timer or
 * the assignment.
 */
export const parts = [
  'resident',
  'asker',
  'joiner',
  'agent',
  'colleague',
  'companion',
  'candidate',
  'manager',
  'summoned',
  'system',
  'bystander',
] as const;
export type Part = (typeof parts)[number];

/** What a sentence of the timeline is made from: names as the reader may know them. */
export interface Told {
  /** who did it: 您 or 居民 for the resident */
  name: string;
  /** whether a member of staff did it, for the resident */
  byStaff: boolean;
  /** the reader is the resident */
  you: boolean;
  /** the resident as the reader calls them: 您 or 居民 */
  whom: string;
  /** whom it was offered or handed to */
  agent: string;
  /** who had a part in it before */
  from: string;
  org: string;
  /** whose card it is: a clock's name, or the unit that owes an answer */
  clock: string;
  tier: string;
  cause: string;
  text: string;
  /** of a hand-over: a paper that the office made, no original of the resident's */
  isResult: boolean;
}

export interface Way {
  /** none: it begins a case */
  from: readonly State[];
  by: readonly Part[];
  /** `same`: a fact is added and the case stays where it is */
  to: State | 'same';
  /** the kinds of case that know it; not given, all that agents work on */
  of?: readonly Kind[];
}

interface Row {
  ways: readonly Way[];
  /** whose timeline it stands in; other parts never learn of it */
  readers: readonly Part[];
  /** the sentence that they read */
  says: (told: Told) => string;
  /** words that the office writes to itself: the resident reads of the usual ones these, and of others nothing */
  forResident?: Readonly<Record<string, string>>;
  /** a step of 整改, and the states of it that the step can be taken in */
  rectify?: readonly RectifyState[];
}

/** An agent has it, or is asked to take it. */
const HELD = ['offered', ...WITH_AGENT] as const satisfies State[];

const COMPLAINTS = ['complaint'] as const satisfies Kind[];
const ERRANDS = ['errand'] as const satisfies Kind[];
const QUESTIONS = ['question'] as const satisfies Kind[];
/** What agents work on. */
const WORK = [...ERRANDS, ...QUESTIONS] as const satisfies Kind[];
/** Also before a part of a bundle has begun. */
const BEFORE = [...WORK, 'waiting'] as const satisfies Kind[];
const WAITING = ['waiting'] as const satisfies Kind[];

/** Between the office and its agents: a resident is told where the case is, not who passed it on to whom. */
const OFFICE = ['agent', 'colleague', 'candidate', 'manager', 'summoned'] as const satisfies Part[];
/** The resident, and who asked for them. */
const HOME = ['resident', 'asker'] as const satisfies Part[];
const EVERYBODY = [...HOME, ...OFFICE] as const satisfies Part[];
/** How it goes, without a word of whoever reported it. */
const NEIGHBOURS_TOO = [...EVERYBODY, 'joiner'] as const satisfies Part[];
/** What is said of a resident's papers is for those who deal with them. */
const OF_PAPERS = [...HOME, 'agent', 'manager'] as const satisfies Part[];
/** Of the hour at a door: also who goes along. */
const AT_DOOR = [...EVERYBODY, 'companion'] as const satisfies Part[];
/** Who decides on another agent, and those who wish for one: the agent never reads of it. */
const OF_WISHES = [...HOME, 'manager'] as const satisfies Part[];
/** What would tell that there is a review, or that there is none: the rated agent learns nothing of it, and an asker only of their own. */
const OF_REVIEWS = ['resident', 'manager'] as const satisfies Part[];

export const deeds = {
  submit: {
    ways: [{ from: [], by: [...HOME, 'agent', 'manager'], to: 'submitted', of: kinds }],
    readers: EVERYBODY,
    says: ({ name, byStaff, whom }) => (byStaff ? `${name}替${whom}登记了请求` : `${name}提交了请求`),
  },
  // Asked for again while it is open: what was said is added to it.
  add: {
    ways: [{ from: OPEN, by: [...HOME, 'agent', 'manager'], to: 'same', of: kinds }],
    readers: EVERYBODY,
    says: ({ name, byStaff, whom }) => (byStaff ? `${name}替${whom}补了几句` : `${name}补了几句`),
  },
  // 一件事: a part that needs another's result begins by itself when that is there; where it will not be, whoever asked is asked.
  begin: {
    ways: [{ from: ['submitted'], by: ['system'], to: 'same', of: WAITING }],
    readers: EVERYBODY,
    says: ({ text }) => (text === '' ? '不等别的了，这件开始办' : `${text}办好了，这件开始办`),
  },
  stall: {
    ways: [{ from: ['submitted'], by: ['system'], to: 'same', of: WAITING }],
    readers: EVERYBODY,
    says: ({ text, whom }) => `${text}没办成，等${whom}说要不要接着办`,
  },
  await: {
    ways: [{ from: ['submitted'], by: ['system'], to: 'same', of: WAITING }],
    readers: EVERYBODY,
    says: ({ text }) => `${text}又接着办了，还等它`,
  },
  goOn: {
    ways: [{ from: ['submitted'], by: [...HOME, 'manager'], to: 'same', of: WAITING }],
    readers: EVERYBODY,
    says: ({ name, byStaff, whom, text }) =>
      byStaff ? `${name}转达：${whom}说不等${text}，接着办` : `${name}说不等${text}，接着办`,
  },
  // 我也遇到了: a neighbour joins a report that is open, and takes that back.
  join: {
    ways: [{ from: OPEN, by: ['bystander'], to: 'same', of: ERRANDS }],
    readers: EVERYBODY,
    says: () => '有邻居说也遇到了',
  },
  leave: {
    ways: [{ from: OPEN, by: ['joiner'], to: 'same', of: ERRANDS }],
    readers: EVERYBODY,
    says: () => '有邻居收回了“也遇到了”',
  },
  // 像是同一件: between managers; the reports stay what they are.
  apart: {
    ways: [{ from: OPEN, by: ['manager'], to: 'same', of: ERRANDS }],
    readers: ['manager'],
    says: ({ name }) => `${name}说和一样的几件不是一回事`,
  },
  alike: {
    ways: [{ from: OPEN, by: ['manager'], to: 'same', of: ERRANDS }],
    readers: ['manager'],
    says: ({ name }) => `${name}放回一样的几件里`,
  },
  offer: {
    ways: [{ from: ['submitted'], by: ['system'], to: 'offered' }],
    readers: EVERYBODY,
    says: ({ agent }) => `派给了代办员${agent}，等代办员答应`,
  },
  unassigned: {
    ways: [{ from: ['submitted'], by: ['system'], to: 'same' }],
    readers: EVERYBODY,
    says: () => '暂时没有合适的代办员，社区正在安排',
  },
  claim: {
    ways: [{ from: ['submitted'], by: ['candidate'], to: 'in_progress' }],
    readers: NEIGHBOURS_TOO,
    says: ({ name }) => `代办员${name}主动接了`,
  },
  accept: {
    ways: [
      { from: ['offered'], by: ['agent'], to: 'in_progress' },
      { from: WITH_AGENT, by: ['colleague'], to: 'same' },
    ],
    readers: NEIGHBOURS_TOO,
    says: ({ name }) => `代办员${name}接单了`,
  },
  decline: {
    ways: [
      { from: ['offered'], by: ['agent'], to: 'submitted' },
      { from: WITH_AGENT, by: ['colleague'], to: 'same' },
    ],
    readers: EVERYBODY,
    says: ({ name, you }) => (you ? '换一位代办员' : `代办员${name}没有接`),
    forResident: declineReasonsTold,
  },
  lapse: {
    ways: [
      { from: ['offered'], by: ['system'], to: 'submitted' },
      { from: WITH_AGENT, by: ['system'], to: 'same' },
    ],
    readers: EVERYBODY,
    says: ({ agent, you }) => (you ? '换一位代办员' : `代办员${agent}没有按时答复`),
  },
  assign: {
    ways: [{ from: OPEN, by: ['manager'], to: 'offered' }],
    readers: EVERYBODY,
    says: ({ name, agent, you }) =>
      you ? `社区安排了代办员${agent}，等代办员答应` : `${name}指派给代办员${agent}`,
  },
  // An agent is not there any more: what they had in hand is given out anew.
  release: {
    ways: [{ from: HELD, by: ['system'], to: 'submitted' }],
    readers: EVERYBODY,
    says: ({ agent, you }) => (you ? '换一位代办员' : `代办员${agent}停岗了，另找代办员`),
  },
  // The agent who hands over answers for the case until the colleague has said yes.
  handover: {
    ways: [{ from: WITH_AGENT, by: ['agent'], to: 'same' }],
    readers: OFFICE,
    says: ({ name, agent }) => `代办员${name}请${agent}接手`,
  },
  progress: {
    ways: [{ from: WITH_AGENT, by: ['agent'], to: 'same' }],
    readers: EVERYBODY,
    says: ({ text }) => `办好了一步：${text}`,
  },
  // The hour of a visit or an appointment: agreed on, moved, called off, not kept, begun. The case stays where it is.
  book: {
    ways: [
      { from: OPEN, by: [...HOME, 'manager'], to: 'same' },
      { from: WITH_AGENT, by: ['agent'], to: 'same' },
    ],
    readers: AT_DOOR,
    says: ({ name }) => `${name}约了时间`,
  },
  callOff: {
    ways: [
      { from: OPEN, by: [...HOME, 'manager'], to: 'same' },
      { from: WITH_AGENT, by: ['agent'], to: 'same' },
    ],
    readers: AT_DOOR,
    says: ({ name }) => `${name}说先不约了`,
  },
  miss: {
    ways: [{ from: WITH_AGENT, by: ['agent', ...HOME], to: 'same' }],
    readers: AT_DOOR,
    says: ({ name, byStaff }) => (byStaff ? `代办员${name}到了，没遇到人` : `${name}说代办员没有来`),
  },
  // 两人同行: why two go to the door is between those who work; that two come, and who, everybody reads.
  pair: {
    ways: [
      { from: OPEN, by: ['manager'], to: 'same' },
      { from: WITH_AGENT, by: ['agent'], to: 'same' },
    ],
    readers: [...OFFICE, 'companion'],
    says: ({ name }) => `${name}说要两个人上门`,
  },
  unpair: {
    ways: [{ from: OPEN, by: ['manager'], to: 'same' }],
    readers: [...OFFICE, 'companion'],
    says: ({ name }) => `${name}说一个人上门就行`,
  },
  bring: {
    // By the system where who was to go along takes that day off, or works here no more.
    ways: [{ from: WITH_AGENT, by: ['agent', 'manager', 'companion', 'system'], to: 'same' }],
    readers: AT_DOOR,
    says: ({ name, agent, from }) =>
      agent ? `定了${agent}一起上门` : from ? `${from}那天去不了，同行的人另定` : `${name}说同行的人另定`,
  },
  arrive: {
    ways: [{ from: WITH_AGENT, by: ['agent'], to: 'same' }],
    readers: AT_DOOR,
    says: ({ name, whom }) => `代办员${name}到了，对上了${whom}的数字`,
  },
  misread: {
    ways: [{ from: WITH_AGENT, by: ['system'], to: 'same' }],
    readers: EVERYBODY,
    says: ({ agent }) => `代办员${agent}输的上门数字不对`,
  },
  // 材料: one paper of the list, with its photos.
  paper: {
    ways: [
      { from: OPEN, by: [...HOME, 'manager'], to: 'same', of: BEFORE },
      { from: WITH_AGENT, by: ['agent'], to: 'same' },
    ],
    readers: OF_PAPERS,
    says: ({ name, byStaff, whom }) => (byStaff ? `${name}替${whom}记了材料` : `${name}说了材料`),
  },
  check: {
    ways: [{ from: WITH_AGENT, by: ['agent'], to: 'same' }],
    readers: OF_PAPERS,
    says: ({ name }) => `代办员${name}看了材料`,
  },
  // 容缺: what was promised for later is nearly due, and was not there on its day.
  remind: {
    ways: [{ from: OPEN, by: ['system'], to: 'same', of: BEFORE }],
    readers: OF_PAPERS,
    says: ({ whom }) => `提醒${whom}：答应后补的材料快到日子了`,
  },
  demand: {
    ways: [
      { from: ['in_progress'], by: ['system'], to: 'awaiting_resident' },
      { from: ['submitted', 'offered', 'awaiting_resident'], by: ['system'], to: 'same', of: BEFORE },
    ],
    readers: OF_PAPERS,
    says: ({ whom }) => `后补的日子到了，等${whom}补材料`,
  },
  ask: {
    ways: [{ from: ['in_progress'], by: ['agent'], to: 'awaiting_resident' }],
    readers: EVERYBODY,
    says: ({ name, whom }) => `代办员${name}请${whom}补材料`,
  },
  supply: {
    ways: [
      { from: ['awaiting_resident'], by: [...HOME, 'agent', 'manager'], to: 'in_progress' },
      // The agent who asked is not there any more, and the paper comes all the same.
      { from: ['submitted', 'offered', 'in_progress'], by: ['manager'], to: 'same' },
    ],
    readers: EVERYBODY,
    says: ({ name, byStaff, whom }) => (byStaff ? `${name}替${whom}记上了材料` : `${name}补上了材料`),
  },
  resume: {
    ways: [{ from: ['awaiting_resident'], by: ['system'], to: 'same' }],
    readers: EVERYBODY,
    says: () => '等材料的时间到了上限，时限接着算',
  },
  complete: {
    ways: [{ from: ['in_progress'], by: ['agent'], to: 'completed', of: ERRANDS }],
    readers: NEIGHBOURS_TOO,
    says: ({ name }) => `代办员${name}办好了`,
  },
  // Its answer may be one for all.
  propose: {
    ways: [{ from: ['completed'], by: ['agent', 'manager'], to: 'same', of: QUESTIONS }],
    readers: ['agent', 'manager'],
    says: ({ name }) => `${name}提议公开这条答复`,
  },
  // A complaint of the staff: no agent has it, a manager looks into it and answers. A question: by its agent, or by a manager for one.
  reply: {
    ways: [
      { from: ['submitted', 'in_progress'], by: ['manager'], to: 'completed', of: COMPLAINTS },
      { from: ['in_progress'], by: ['agent'], to: 'completed', of: QUESTIONS },
      { from: WITH_AGENT, by: ['manager'], to: 'completed', of: QUESTIONS },
    ],
    readers: EVERYBODY,
    says: ({ name }) => `${name}答复了`,
  },
  // The answer did: that ends the question.
  helped: {
    ways: [{ from: ['completed'], by: HOME, to: 'same', of: QUESTIONS }],
    readers: EVERYBODY,
    says: ({ name }) => `${name}说答复有帮助`,
  },
  // Once, of whoever answered; a manager says it for a resident who told them so.
  askOn: {
    ways: [{ from: ['completed'], by: [...HOME, 'manager'], to: 'in_progress', of: QUESTIONS }],
    readers: EVERYBODY,
    says: ({ name, byStaff, whom }) => (byStaff ? `${name}转达：${whom}接着问` : `${name}接着问`),
  },
  receive: {
    ways: [{ from: ['submitted'], by: ['manager'], to: 'in_progress', of: COMPLAINTS }],
    readers: EVERYBODY,
    says: ({ name }) => `${name}受理了，在查`,
  },
  callBack: {
    ways: [{ from: ['completed'], by: ['manager'], to: 'same', of: COMPLAINTS }],
    readers: EVERYBODY,
    says: ({ name }) => `${name}打了回访电话`,
  },
  // Not satisfied with the answer, said by the resident or on the phone: one tier up, once.
  contest: {
    ways: [{ from: ['completed'], by: ['resident', 'manager'], to: 'submitted', of: COMPLAINTS }],
    readers: EVERYBODY,
    says: ({ name, byStaff, org }) =>
      byStaff ? `${name}转达：居民还不满意，交给${org}再查` : `${name}还不满意，交给${org}再查`,
  },
  close: {
    ways: [{ from: ['completed'], by: ['system'], to: 'same', of: [...COMPLAINTS, ...QUESTIONS] }],
    readers: EVERYBODY,
    says: () => '办结了',
  },
  terminate: {
    ways: [
      { from: WITH_AGENT, by: ['agent'], to: 'terminated' },
      { from: OPEN, by: ['manager'], to: 'terminated', of: BEFORE },
    ],
    readers: NEIGHBOURS_TOO,
    says: ({ name }) => `${name}终止了办件`,
  },
  // A word to the other side, in between; nothing follows from it.
  say: {
    ways: [
      { from: OPEN, by: [...HOME, 'manager'], to: 'same', of: BEFORE },
      { from: WITH_AGENT, by: ['agent'], to: 'same' },
    ],
    readers: [...HOME, 'agent', 'colleague', 'manager'],
    says: ({ name }) => `${name}留言`,
  },
  // 换一位代办员: between the resident and those who decide; the agent does not read of it.
  wish: {
    ways: [{ from: HELD, by: HOME, to: 'same' }],
    readers: OF_WISHES,
    says: ({ name }) => `${name}想换一位代办员`,
  },
  stay: {
    ways: [{ from: HELD, by: ['manager'], to: 'same' }],
    readers: OF_WISHES,
    says: ({ name }) => `${name}答复：先不换人`,
  },
  urge: {
    ways: [{ from: ['offered', 'in_progress'], by: HOME, to: 'same' }],
    readers: EVERYBODY,
    says: ({ name }) => `${name}催了一次`,
  },
  cancel: {
    ways: [
      { from: OPEN, by: HOME, to: 'cancelled', of: kinds },
      // A complaint is taken back by the resident alone.
      { from: OPEN, by: ['manager'], to: 'cancelled', of: BEFORE },
    ],
    readers: EVERYBODY,
    says: ({ name, byStaff, whom }) => (byStaff ? `${name}替${whom}撤销了请求` : `${name}撤销了请求`),
  },
  // 分享进展: between the resident and their own; the agent does not read of it.
  share: {
    ways: [{ from: OPEN, by: HOME, to: 'same' }],
    readers: [...HOME, 'manager'],
    says: ({ name }) => `${name}把进展分享给了家人`,
  },
  unshare: {
    ways: [{ from: states, by: HOME, to: 'same' }],
    readers: [...HOME, 'manager'],
    says: ({ name }) => `${name}停止了分享`,
  },
  // 身份证号, where the item needs it.
  identify: {
    ways: [{ from: OPEN, by: [...HOME, 'agent'], to: 'same', of: ERRANDS }],
    readers: OF_PAPERS,
    says: ({ name }) => `${name}写了身份证号，加密存着`,
  },
  reveal: {
    ways: [{ from: WITH_AGENT, by: ['agent'], to: 'same' }],
    readers: OF_PAPERS,
    says: ({ name }) => `代办员${name}打开看了身份证号`,
  },
  // 委托书.
  authorise: {
    ways: [{ from: OPEN, by: HOME, to: 'same', of: ERRANDS }],
    readers: EVERYBODY,
    says: ({ name, agent }) => `${name}签了委托书，委托${agent}`,
  },
  revoke: {
    ways: [{ from: states, by: HOME, to: 'same', of: BEFORE }],
    readers: EVERYBODY,
    says: ({ name, agent }) => `${name}收回了给${agent}的委托书`,
  },
  show: {
    ways: [{ from: WITH_AGENT, by: ['agent'], to: 'same' }],
    readers: EVERYBODY,
    says: ({ name }) => `代办员${name}出示了委托书`,
  },
  renew: {
    ways: [{ from: WITH_AGENT, by: ['agent'], to: 'same' }],
    readers: EVERYBODY,
    says: ({ name, whom }) => `代办员${name}请${whom}续签委托书`,
  },
  // The resident does without who asked for them.
  dismiss: {
    ways: [{ from: states, by: ['resident'], to: 'same', of: BEFORE }],
    readers: EVERYBODY,
    says: ({ name, from }) => `${name}说不用${from}代办了`,
  },
  move: {
    ways: [{ from: OPEN, by: ['manager'], to: 'submitted' }],
    readers: EVERYBODY,
    says: ({ org }) => `转到${org}接着办`,
    forResident: moveReasonsTold,
  },
  warn: {
    ways: [{ from: states, by: ['system'], to: 'same', of: kinds }],
    readers: OFFICE,
    says: ({ clock }) => `黄牌：${clock}快到期`,
  },
  breach: {
    ways: [{ from: states, by: ['system'], to: 'same', of: kinds }],
    readers: OFFICE,
    says: ({ clock }) => `红牌：${clock}超期`,
  },
  escalate: {
    ways: [{ from: states, by: ['system'], to: 'same', of: kinds }],
    readers: OFFICE,
    says: ({ tier, cause }) => `上报${tier}：${cause}`,
  },
  acknowledge: {
    ways: [{ from: states, by: ['manager'], to: 'same', of: kinds }],
    readers: OFFICE,
    says: ({ name }) => `${name}知道了，来督办`,
  },
  whistle: {
    ways: [{ from: OPEN, by: ['manager'], to: 'same' }],
    readers: OFFICE,
    says: ({ name, org }) => `${name}向${org}吹哨`,
  },
  answer: {
    ways: [{ from: states, by: ['summoned'], to: 'same', of: kinds }],
    readers: OFFICE,
    says: ({ name, org }) => `${org}${name}答复了`,
  },
  rateAnswer: {
    ways: [{ from: states, by: ['manager'], to: 'same', of: kinds }],
    readers: ['manager', 'summoned'],
    says: ({ name, org }) => `${name}评了${org}的答复`,
  },
  recompute: {
    ways: [{ from: OPEN, by: ['system'], to: 'same', of: kinds }],
    readers: EVERYBODY,
    says: () => '放假安排公布了，期限重新核定',
  },
  review: {
    ways: [{ from: ['completed'], by: [...HOME, 'manager'], to: 'same', of: ERRANDS }],
    readers: OF_REVIEWS,
    says: ({ name, byStaff, whom }) => (byStaff ? `${name}替${whom}记了评价` : `${name}做了评价`),
  },
  invite: {
    ways: [{ from: ['completed'], by: ['system'], to: 'same', of: kinds }],
    readers: OF_REVIEWS,
    says: ({ whom }) => `再请${whom}评一评`,
  },
  // "It is not done": said by the resident, or by a manager whom they told so. Who gave up is not asked again first.
  reopen: {
    ways: [
      { from: ['completed'], by: [...HOME, 'manager'], to: 'in_progress', of: ERRANDS },
      { from: ['terminated'], by: [...HOME, 'manager'], to: 'submitted' },
      // Taken back by mistake, or by somebody who was not asked to.
      { from: ['cancelled'], by: ['manager'], to: 'submitted' },
    ],
    readers: EVERYBODY,
    says: ({ name, byStaff }) => (byStaff ? `${name}转达：居民说还没办成` : `${name}说还没办成`),
  },
  // 整改, step by step, whatever becomes of the case: verify, mend what was found true, call back always; that ends it.
  take: {
    ways: [{ from: states, by: ['manager'], to: 'same', of: kinds }],
    readers: OF_REVIEWS,
    rectify: ['verifying', 'mending', 'calling'],
    says: ({ name }) => `${name}来核实这条评价`,
  },
  verify: {
    ways: [{ from: states, by: ['manager'], to: 'same', of: kinds }],
    readers: OF_REVIEWS,
    rectify: ['verifying'],
    says: ({ name }) => `${name}核实了`,
  },
  mend: {
    ways: [{ from: states, by: ['manager'], to: 'same', of: kinds }],
    readers: OF_REVIEWS,
    rectify: ['mending'],
    says: ({ name }) => `${name}整改了`,
  },
  phone: {
    ways: [{ from: states, by: ['manager'], to: 'same', of: kinds }],
    readers: OF_REVIEWS,
    rectify: ['calling'],
    says: ({ name, org, whom }) =>
      org ? `${name}打了回访电话，${whom}还不满意，交给${org}重新查` : `${name}打了回访电话`,
  },
  // 原件, from hand to hand: the agent says what was done, the resident says that it was so. And 证件, which the office made: it goes from
  // the agent to the resident, also when the case has ended.
  keep: {
    ways: [{ from: [...WITH_AGENT, 'completed'], by: ['agent'], to: 'same', of: ERRANDS }],
    readers: OF_PAPERS,
    says: ({ name, isResult }) => (isResult ? `代办员${name}记下：有证件要交` : `代办员${name}收了原件`),
  },
  lodge: {
    ways: [{ from: WITH_AGENT, by: ['agent'], to: 'same' }],
    readers: OF_PAPERS,
    says: ({ name }) => `代办员${name}把原件交到了窗口`,
  },
  giveBack: {
    ways: [
      { from: [...WITH_AGENT, 'completed'], by: ['agent'], to: 'same' },
      { from: [...OPEN, 'completed'], by: ['manager'], to: 'same' },
    ],
    readers: OF_PAPERS,
    says: ({ name, isResult }) => `${name}说${isResult ? '证件交了' : '原件还了'}`,
  },
  confirm: {
    ways: [
      { from: [...OPEN, 'completed'], by: ['resident', 'manager'], to: 'same' },
      { from: [...WITH_AGENT, 'completed'], by: ['agent'], to: 'same' },
    ],
    readers: OF_PAPERS,
    says: ({ name, byStaff, whom, isResult }) => {
      const what = isResult ? '收到证件了' : '认了原件的事';
      return byStaff ? `${name}记下：${whom}${what}` : `${name}${what}`;
    },
  },
  deny: {
    ways: [{ from: [...OPEN, 'completed'], by: ['resident', 'manager'], to: 'same' }],
    readers: OF_PAPERS,
    says: ({ name, byStaff, whom, isResult }) => {
      const what = isResult ? '没收到证件' : '原件的事不是这样';
      return byStaff ? `${name}记下：${whom}说${what}` : `${name}说${what}`;
    },
  },
  inspect: {
    ways: [{ from: states, by: ['manager'], to: 'same', of: BEFORE }],
    readers: OF_REVIEWS,
    says: ({ name }) => `${name}查看了照片`,
  },
  // The photos of a case that ended long ago are not kept.
  discard: {
    ways: [{ from: states, by: ['system'], to: 'same', of: kinds }],
    readers: ['resident', 'manager'],
    says: () => '照片、证件号到了保存期，删掉了',
  },
  // WeChat's check of pictures says that a photo may not be shown; and the same of a review's.
  refuse: {
    ways: [{ from: states, by: ['system'], to: 'same', of: kinds }],
    readers: OF_PAPERS,
    says: () => '有张照片没有通过微信的检查，删掉了',
  },
  refuseOfReview: {
    ways: [{ from: states, by: ['system'], to: 'same' }],
    readers: OF_REVIEWS,
    says: () => '评价里有张照片没有通过微信的检查，删掉了',
  },
  contact: {
    ways: [{ from: states, by: ['manager'], to: 'same', of: kinds }],
    readers: OF_REVIEWS,
    says: ({ name }) => `${name}查看了联系方式`,
  },
} as const satisfies Record<string, Row>;

export type Deed = keyof typeof deeds;

/** On the resident's side of a case: reads of it as they do. */
export const isAtHome = (part: Part): boolean => part === 'resident' || part === 'asker';

export const isDeed = (name: string): name is Deed => Object.keys(deeds).includes(name);

const rowOf = (deed: Deed): Row => deeds[deed];

/** Whose deed it is, in any state. */
export const doersOf = (deed: Deed): Part[] => rowOf(deed).ways.flatMap(({ by }) => by);

/** Whether this part reads of such a deed. */
export const isReadBy = (deed: Deed, part: Part): boolean => rowOf(deed).readers.includes(part);

/** The words of a deed as this part reads them. */
export function wordsFor(deed: Deed, part: Part, words: string | undefined): string | undefined {
  const { forResident } = rowOf(deed);
  if (!isAtHome(part) || !forResident || words === undefined) return words;
  return Object.hasOwn(forResident, words) ? forResident[words] : undefined;
}

/** Whether the deed can lead to this state. */
export const leadsTo = (deed: Deed, state: State): boolean => rowOf(deed).ways.some(({ to }) => to === state);

/** The state that `deed` by `part` leads to in such a case, or undefined where the table has no such way. */
export function nextState(from: State, deed: Deed, part: Part, kind: Kind = 'errand'): State | undefined {
  const way = rowOf(deed).ways.find(
    ({ from: states, by, of = WORK }) => states.includes(from) && by.includes(part) && of.includes(kind),
  );
  return way?.to === 'same' ? from : way?.to;
}

/** Whether the viewer of a case may do this now, as far as the state decides: the buttons of a page. */
export function can(
  { state, parts: own, kind }: { state: State; parts: readonly Part[]; kind?: Kind },
  deed: Deed,
): boolean {
  return own.some((part) => nextState(state, deed, part, kind) !== undefined);
}

/** The steps of 整改, in their order. */
export type RectifyDeed = {
  [D in Deed]: (typeof deeds)[D] extends { rectify: readonly RectifyState[] } ? D : never;
}[Deed];
export const rectifyDeeds = Object.keys(deeds).filter(
  (deed): deed is RectifyDeed => isDeed(deed) && rowOf(deed).rectify !== undefined,
);

/** What may be done to a rectification in this state. */
export function rectifyDeedsIn(state: RectifyState): RectifyDeed[] {
  return rectifyDeeds.filter((deed) => rowOf(deed).rectify?.includes(state));
}
