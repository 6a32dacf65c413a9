import type { Candidate, Role, ServiceItem, Tier } from '../../contract/models';
import type { Deed, Part, State } from '../../contract/states';
import type { Level, Mode } from '../../contract/words';

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
  openid: string;
  name: string;
  phone: string;
  posts: { role: Role; orgId: string; orgName: string; tier: Tier }[];
  unit: Unit;
  address?: string;
  /** the agent this household knows (连心卡) */
  agentId?: string;
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
  /** Goes up with every case given to this agent; whoever gives a case must have seen the newest turn. */
  turn: number;
  lastOfferedAt: number;
}

export interface ServiceDoc extends ServiceItem {
  _id: string;
  /** place in the catalogue */
  order: number;
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
  /** whom it was offered to */
  agent?: { id: string; name: string };
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
  /** the case's state in at most five 汉字 */
  phrase: string;
  serviceName: string;
  caseId: string;
  no: string;
  page: string;
}
export type NoticeTemplate = 'assignment' | 'progress' | 'supplement' | 'result';

/** 通知, once `notify` has taken it from the outbox. */
export interface NoticeDoc extends PendingNotice {
  delivery: { state: 'sending' | 'sent' | 'inbox_only' | 'failed' | 'unknown'; code?: number; at: number };
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
  note: string;
  residentId: string;
  contact: { name: string; phone: string; address?: string };
  appointmentAt?: number;
  unit: Unit;
  gridName?: string;

  submittedAt: number;
  /** the promised end */
  dueAt: number;
  statutoryDueAt?: number;
  completedAt?: number;
  completedMonth?: string;

  /** the agent it is offered to or with; absent when nobody has it */
  holderId?: string;
  /** the day it takes a slot of its agent's capacity */
  workDay?: string;
  /** the agent of the last offer, kept when the case ends */
  assignment?: Assignment;
  /** the last dispatch, candidate by candidate */
  candidates: Candidate[];
  /** agents who said no to this case */
  declinedBy: string[];
  /** the agent this household knows */
  knownAgentId?: string;
  /** when the assignment looks at it next; absent when somebody has it */
  dispatchAt?: number;

  ask?: string;
  /** since when the clock stands, while the case waits for the resident */
  pausedAt?: number;
  result?: string;
  /** the review as a fact; its words are in `reviews` */
  reviewLevel?: Level;

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
  level: Level;
  bad: boolean;
  tags: string[];
  text?: string;
  at: number;
}
