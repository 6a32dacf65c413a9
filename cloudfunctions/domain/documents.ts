import type { Ranking } from '../../contract/actions/metrics';
import type {
  Candidate,
  Leave,
  PolicyChange,
  PolicyValues,
  Role,
  ServiceItem,
  Tier,
} from '../../contract/models';
import type { Deed, Part, State } from '../../contract/states';
import type {
  AppealState,
  CallOutcome,
  CallResult,
  Cause,
  Channel,
  ClockName,
  DeliveryState,
  Level,
  Mode,
  Outcome,
  RectifyState,
  ReviewChannel,
  TextState,
  WallState,
} from '../../contract/words';

/** What the database holds, a type a collection. Instants are epoch milliseconds, days `YYYY-MM-DD` in Asia/Shanghai. */

/** A place in the tree, spelt out: district, street, community and, for a household, its grid. */
export interface Unit {
  district: string;
  street?: string;
  community?: string;
  grid?: string;
}

/** `['08:30', '11:30']` */
export type Span = [string, string];

/** 单位: one node of the tree. Hours are a community's. */
export interface OrgDoc {
  _id: string;
  name: string;
  tier: Tier;
  unit: Unit;
  station: string;
  address: string;
  phone: string;
  afterHoursPhone: string;
  hoursText: string;
  /** who answers for it; their posts say the same */
  managers: { id: string; name: string }[];
  hours?: Hours;
}

/** A community's opening hours. Spans of a day follow each other. */
export interface Hours {
  /** a statutory working day: Monday to Friday, and the make-up days (调休) */
  open: Span[];
  /** other hours on some weekdays (周三延时), 1 = Monday … 5 = Friday; on make-up days too, by their real weekday */
  shifted?: { weekday: number; open: Span[] }[];
  /** duty for callers; it is not working time */
  saturday: Span[];
  /** the community's own days: closed (no span), half days, other hours */
  days?: { day: string; open: Span[]; why: string }[];
}

/** 人: anyone in the register. */
export interface PersonDoc {
  _id: string;
  /** absent for somebody without WeChat, whom staff wrote down */
  openid?: string;
  name: string;
  phone: string;
  posts: { role: Role; orgId: string; orgName: string; tier: Tier }[];
  unit: Unit;
  address?: string;
  /** the agent this household knows (连心卡) */
  agentId?: string;
  /** up to when they have read their inbox; absent: never. Here, since every call reads its person anyway. */
  readAt?: number;
}

/** 代办员. The `_id` is the person's. */
export interface AgentDoc {
  _id: string;
  name: string;
  phone: string;
  unit: Unit;
  gridIds: string[];
  /** categories of service items */
  skills: string[];
  /** 1 = Monday … 7 = Sunday */
  dutyWeekdays: number[];
  dutyHours: Span;
  dailyCapacity: number;
  homeVisitCapacity: number;
  active: boolean;
  /** nights and closed hours of these days: on call for urgent safety */
  onCallWeekdays: number[];
  /** days off, by their first day; those gone by are dropped when the next is added */
  leaves: Leave[];
  /** 上班/下班 by the agent's own hand, until the end of that day */
  override?: { on: boolean; from: number; until: number };
  /** Goes up with every case given to this agent; whoever gives a case must have seen the newest turn. */
  turn: number;
  lastOfferedAt: number;
}

export interface ServiceDoc extends ServiceItem {
  _id: string;
  /** place in the catalogue */
  order: number;
}

/** 规则: what a unit sets itself of how cases are given out and which clocks run. The `_id` is the unit's. */
export interface PolicyDoc {
  _id: string;
  version: number;
  own: PolicyChange;
  /** every version, newest first */
  history: { version: number; at: number; by: string; own: PolicyChange }[];
  /** whether this unit's page may set its agents side by side, and who said so, newest first */
  ranking?: Ranking;
}

/** Who did something. A timer or the assignment is `system`. */
export interface Actor {
  part: Part;
  id: string;
  name: string;
}

/** One entry of a case's timeline; append-only, each carries the hash of the one before. */
export interface CaseEvent {
  seq: number;
  at: number;
  do: Deed;
  state: State;
  by: Actor;
  /** the client's id of the write, so that a repeat is recognised */
  requestId: string;
  text?: string;
  /** whom it was offered or handed to */
  agent?: { id: string; name: string };
  /** who had it before */
  from?: { id: string; name: string };
  /** the unit it was taken up to, moved to, or that was whistled for */
  org?: { id: string; name: string };
  /** which clock it is about */
  clock?: ClockName;
  cause?: Cause;
  tier?: Tier;
  whistleId?: string;
  prev: string;
  hash: string;
}

/** A notice waiting in a case's outbox. The `_id` is `caseId:rev:template:recipient`. */
export interface PendingNotice {
  _id: string;
  to: string;
  at: number;
  template: NoticeTemplate;
  title: string;
  text: string;
  /** the same in WeChat's twenty characters, beside the item's name and the case's number */
  brief: string;
  /** the case's state in at most five 汉字 */
  phrase: string;
  serviceName: string;
  caseId: string;
  no: string;
  page: string;
  /** whose page it opens: who is told */
  opens: 'resident' | 'agent' | 'manager';
  unit: Unit;
  /** `now`: at any hour; `day`: can wait for the end of quiet hours */
  urgency: 'now' | 'day';
  /** why it is not worth one of the reader's messages: it stays in the inbox */
  inboxOnly?: string;
  /** nobody is asked to call: it was said to the reader in person, or the case's agent must not learn of it */
  noCall?: boolean;
}
export type NoticeTemplate = 'assignment' | 'progress' | 'supplement' | 'result';

/** 通知, once `notify` has taken it from the outbox. */
export interface NoticeDoc extends PendingNotice {
  state: DeliveryState;
  /** since when it is in that state */
  stateAt: number;
  /** how often it was sent, a sending that is under way included */
  tries: number;
  /** WeChat's last answer, and what it means */
  code?: number;
  why?: string;
  /** when it is sent; absent once it is settled what became of it */
  sendAt?: number;
  /** its words were too much for WeChat: it goes out once more without them */
  isNeutral?: boolean;
}

/** How somebody is reached by WeChat: their quota of messages and what they wish. The `_id` is the person's. */
export interface SubscriberDoc {
  _id: string;
  /** “yes” said and not used yet, by template: a hint, since WeChat never tells */
  left: Partial<Record<NoticeTemplate, number>>;
  /** “no” said in WeChat, by template: when */
  refused: Partial<Record<NoticeTemplate, number>>;
  /** what they do not want to be told by WeChat */
  muted: NoticeTemplate[];
  /** nothing that can wait between 22:00 and 7:00 */
  quiet: boolean;
  /** the newest requests that were counted, so that a repeat counts once */
  counted: string[];
}

/** 请打电话告知: what somebody whom no message reaches is to be told. The `_id` is the notice's. */
export interface CallDoc {
  _id: string;
  /** the agent who calls */
  agentId: string;
  at: number;
  caseId: string;
  no: string;
  serviceName: string;
  name: string;
  phone: string;
  says: string;
  outcome?: CallOutcome;
  text?: string;
  calledAt?: number;
  /** nobody has been told yet */
  open: boolean;
}

/** What an admin must look at: one entry a trouble, however often it came. */
export interface AlarmDoc {
  _id: string;
  kind: 'template' | 'config' | 'data' | 'queue';
  template?: NoticeTemplate;
  code?: number;
  why: string;
  firstAt: number;
  lastAt: number;
  count: number;
  /** nothing more is sent by this template until an admin says that it is mended */
  stops: boolean;
  /** nobody has said that it is mended */
  open: boolean;
  mendedAt?: number;
}

/** One timer's turn: only one run of it works at a time. The `_id` is the function's. */
export interface RunDoc {
  _id: 'notify';
  /** until when a run has it in hand */
  until: number;
  /** when a run last left nothing behind that was due */
  doneAt: number;
}

/** 时限: computed once, moved only by a pause of its own case. */
export interface Clock {
  startedAt: number;
  /** four fifths of it are gone */
  warnAt: number;
  dueAt: number;
  /** when it ended, in time or not */
  stoppedAt?: number;
  /** the cards it has shown */
  warned?: boolean;
  breached?: boolean;
}

/** One entry of the ledger of pauses: the completion clock stands while the resident is waited for. */
export interface Pause {
  from: number;
  /** the longest it may last */
  until: number;
  to?: number;
  why: string;
  askedBy: string;
}

/** One tier up for one breach. Closed when somebody there says that they know, or when its cause is gone. */
export interface Escalation {
  cause: Cause;
  tier: 'community' | 'street' | 'district';
  orgId: string;
  at: number;
  /** when the next tier hears of it, if nobody says that they know */
  furtherAt?: number;
  acknowledgedAt?: number;
  acknowledgedBy?: string;
  endedAt?: number;
}

/** 吹哨: one unit summoned into a case with a question. */
export interface Whistle {
  id: string;
  orgId: string;
  orgName: string;
  tier: 'street' | 'district';
  owner: { id: string; name: string };
  question: string;
  askedBy: { id: string; name: string };
  clock: Clock;
  answer?: string;
  answeredBy?: string;
  rating?: Level;
  ratingText?: string;
}

/** One attempt of a call-back. */
export interface Attempt {
  at: number;
  by: { id: string; name: string };
  result: CallResult;
}

/** What a call-back heard in the end. */
export interface Heard {
  level?: Level;
  text?: string;
  /** five attempts, and nobody: 未接通 */
  unreached?: boolean;
}

/** 整改: what a bad review opens; its dates are the case's clocks `verify` and `mend`. */
export interface Rectification {
  state: RectifyState;
  level: Level;
  openedAt: number;
  /** the lowest unit whose managers never had the case in hand */
  orgId: string;
  orgName: string;
  tier: 'community' | 'street' | 'district';
  /** who of it has taken it: the first to act */
  handler?: { id: string; name: string };
  isUpheld?: boolean;
  findings?: string;
  outcome?: Outcome;
  mended?: string;
  calls: Attempt[];
  heard?: Heard;
  closedAt?: number;
}

/** What held on the day of the submission. A later policy changes none of it. */
export interface Terms extends Omit<PolicyValues, 'weights'> {
  /** unit and version of each policy it was made from */
  policy: string;
  workdays: number;
  statutoryWorkdays?: number;
  /** an appointment's day: nothing is due before it */
  notBefore?: number;
}

export interface Assignment {
  agentId: string;
  agentName: string;
  agentPhone: string;
  offeredAt: number;
  acceptedAt?: number;
}

/** 办件: one resident's request, with its state, timeline and outbox. Every write checks and raises `rev`. */
export interface CaseDoc {
  _id: string;
  rev: number;
  /** eight digits that can be read over the phone */
  no: string;
  state: State;
  /** how often this resident has asked for this item, this case included; part of what makes `_id` unique */
  nth: number;
  /** of the submission */
  requestId: string;
  serviceCode: string;
  serviceName: string;
  category: string;
  subtype?: string;
  mode: Mode;
  channel: Channel;
  note: string;
  residentId: string;
  contact: { name: string; phone: string; address?: string };
  appointmentAt?: number;
  unit: Unit;
  gridName?: string;

  submittedAt: number;
  /** the promised end: the completion clock's, kept here for the lists */
  dueAt: number;
  /** when the completion clock goes red as things stand; `NEVER` while it stands still or has ended */
  redAt: number;
  statutoryDueAt?: number;
  completedAt?: number;
  completedMonth?: string;
  /** when an agent first said yes to it */
  respondedAt?: number;
  /** when it last ended, and whether its completion clock had gone by then; both stay while it is open again */
  endedAt?: number;
  endedLate?: boolean;

  /** the agent it is offered to or with; absent when nobody has it */
  holderId?: string;
  /** the day it takes a slot of its agent's capacity */
  workDay?: string;
  /** the agent of the last offer, kept when the case ends */
  assignment?: Assignment;
  /** the last dispatch, candidate by candidate */
  candidates: Candidate[];
  /** agents who said no to this case or let its offer lapse, as often as they did */
  passedBy: string[];
  /** agents who must never have it: own family */
  conflicts: string[];
  /** why the last dispatch found nobody, in one sentence */
  failure?: string;
  /** an agent it was handed to who has not answered yet; the holder answers for it meanwhile */
  handover?: { agentId: string; agentName: string; agentPhone: string; reason: string; at: number };
  /** how often it was handed over */
  handovers: number;
  /** who is being asked to take it: the agent it is offered to, or the colleague */
  askedId?: string;
  /** the agent this household knows */
  knownAgentId?: string;
  /** when the assignment looks at it next, while nobody has it */
  dispatchAt?: number;

  ask?: string;
  /** safety: offered at any hour, its clocks run day and night */
  urgent?: boolean;
  terms: Terms;
  clocks: Partial<Record<ClockName, Clock>>;
  pauses: Pause[];
  /** the item's steps with the day each is due */
  steps: {
    name: string;
    actor: ServiceItem['steps'][number]['actor'];
    workdays: number;
    dueAt: number;
    doneAt?: number;
  }[];
  escalations: Escalation[];
  /** the highest unit that was told and has not said that it knows */
  escalatedTo?: string;
  whistles: Whistle[];
  /** the units that owe an answer, one of a tier at a time */
  whistledTo: { street?: string; district?: string };
  /** the first year with a date in it whose holidays were not published */
  provisionalYear?: string;
  /** when `sweep` looks at the case next; absent when nothing can fall due */
  wakeAt?: number;
  /** the run of `sweep` that has it in hand */
  sweptBy?: string;
  result?: string;
  /** the review as a fact; its words are in `reviews` */
  reviewLevel?: Level;
  reviewedAt?: number;
  /** counts in headline rates: said by the resident, and no appeal against it was upheld */
  reviewHeadline?: boolean;
  /** when the resident is asked for a review once more, while there is none */
  inviteAt?: number;
  rectification?: Rectification;
  /** the next date of an open rectification; absent when there is none */
  rectifyBy?: number;
  /** how often it was said not to be done, and when last: such a case was not solved at first */
  reopened?: number;
  reopenedAt?: number;
  /** when it was said to be done the first time, kept when it was not */
  firstCompletedAt?: number;
  /** everybody who ever had it in hand: they neither verify, call back nor write a rating down */
  agentIds: string[];
  /** when something last happened to it */
  touchedAt: number;
  /** the days it counts on or ever counted on, `communityId:day`: their roll-ups are made anew when it changes */
  countedOn: string[];

  events: CaseEvent[];
  outbox: PendingNotice[];
  /** when `notify` looks at the outbox next; absent when it is empty */
  outboxAt?: number;
}

/** 评价. The `_id` is the case's, so that there can only be one. */
export interface ReviewDoc {
  _id: string;
  no: string;
  serviceCode: string;
  serviceName: string;
  unit: Unit;
  residentId: string;
  /** the rated: whoever ended the case */
  agentId: string;
  agentName: string;
  level: Level;
  bad: boolean;
  tags: string[];
  text?: string;
  textState?: TextState;
  /** cloud file ids */
  photos: string[];
  at: number;
  channel: ReviewChannel;
  headline: boolean;
  enteredBy?: { id: string; name: string };
  addition?: { text: string; textState: TextState; at: number; requestId: string };
  /** when WeChat is asked about its words again; absent when nothing waits for WeChat */
  checkAt?: number;
  /** how often it was asked */
  checks: number;
  /** WeChat could not say: a manager has to read the words */
  toRead?: boolean;
  /** when it may go into a batch of its agent; absent until its words are settled, and once it is in one */
  sealAt?: number;
  batchId?: string;
  wall?: WallState;
  answer?: string;
  /** when it may go into a batch of the wall */
  wallSealAt?: number;
  wallBatchId?: string;
  appeal?: Appeal;
  appealState?: AppealState;
}

/** 申诉, by the rated agent against a bad rating. */
export interface Appeal {
  state: AppealState;
  reason: string;
  at: number;
  /** the unit that decides: one tier above whoever handled the rectification */
  orgId: string;
  requestId: string;
  why?: string;
  by?: { id: string; name: string };
  decidedAt?: number;
  /** the request that decided it */
  decidedBy?: string;
}

/** One entry of a batch. Its place and its id follow from its words and a salt that is kept nowhere. */
export interface BatchEntry {
  id: string;
  level: Level;
  tags: string[];
  text?: string;
  answer?: string;
  appeal?: Pick<Appeal, 'state' | 'reason' | 'why'>;
}

/**
 * Five reviews or more that come to light together, and never change again: an agent's (`agentId:2026-11`) or a
 * community's wall (`wall:communityId:2026-11`).
 */
export interface BatchDoc {
  _id: string;
  owner: string;
  /** the last month in it */
  month: string;
  at: number;
  entries: BatchEntry[];
  /** the case of each entry: for appeals and moderation, never shown */
  members: string[];
}

/** 抽样. The `_id` is `<unit>:<period>`: drawn once. */
export interface SampleDoc {
  _id: string;
  orgId: string;
  orgName: string;
  unit: Unit;
  period: string;
  drawnAt: number;
  by: { id: string; name: string };
  requestId: string;
  size: number;
  /** cases that the period had */
  total: number;
  seed: string;
  /** sha256 of the population's lines */
  hash: string;
  strata: Stratum[];
  /** `<case id> <index of its stratum>`, in order of the ids */
  population: string[];
  /** ids of the cases drawn, in order */
  drawn: string[];
}

export interface Stratum {
  agentId: string;
  agentName: string;
  serviceCode: string;
  serviceName: string;
  channel: Channel;
  rated: boolean;
  population: number;
  drawn: number;
}

/** 回访. The `_id` is `<sample>:<case>`. */
export interface CallbackDoc {
  _id: string;
  sampleId: string;
  at: number;
  caseId: string;
  no: string;
  serviceName: string;
  unit: Unit;
  residentName: string;
  agentIds: string[];
  /** what was rated online when it was drawn */
  online?: Level;
  calls: (Attempt & { requestId: string })[];
  open: boolean;
  heard?: Heard;
  closedAt?: number;
}

export type RollupTable =
  'day' | 'service' | 'mode' | 'channel' | 'below' | 'agent' | 'weekday' | 'hour' | 'tag';

/** Table → row → counts by `CountKey`; of `weekday` (1 to 7) and `hour` (0 to 23) by that, of `tag` by `reviews`. */
export type RollupTables = Partial<Record<RollupTable, Record<string, Record<string, number>>>>;

/**
 * 汇总: what is counted of a unit's cases on a day (`2026-11-23`) or in a month (`2026-11`). The `_id` is `orgId:period`.
 * Of a community a day is made from its cases; all others are sums. See contract/metrics.ts.
 */
export interface RollupDoc {
  _id: string;
  orgId: string;
  tier: 'community' | 'street' | 'district';
  /** the unit above */
  parent: string;
  unit: Unit;
  period: string;
  /** when it was made */
  at: number;
  /** `RollupTables` as one text (`domain/figures/rollup.ts`): nobody looks for anything inside, and one text costs a tenth of its thousand fields to read and write */
  packed: string;
}

/** How far `rollup` has read the cases, in the order they changed. The `_id` is `rollup`. */
export interface MarkDoc {
  _id: string;
  /** `touchedAt` and `_id` of the last case that was read */
  at: number;
  id: string;
  /** when the reading began that has not come to its end yet */
  began?: number;
}

/** A file that somebody took away, and who it was. The `_id` is `personId:requestId`. */
export interface ExportDoc {
  _id: string;
  at: number;
  by: string;
  orgId: string;
  table: string;
  name: string;
  rows: number;
  fileId: string;
  /** when the file is deleted; absent once it is */
  deleteAt?: number;
}
