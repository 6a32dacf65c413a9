import type { Candidate, LocalContent, MapPoint, ServiceItem, Source, Tier } from '../../../contract/models';
import type { Deed, Part } from '../../../contract/deeds';
import type { State } from '../../../contract/states';
import type { Cause, Channel, ClockName, Level, MandateAct, Mode, Relation } from '../../../contract/words';
import type { Clock } from './clock';
import type { Custody } from './custody';
import type { PendingNotice } from './notice';
import type { Paper } from './paper';
import type { Terms } from './policy';
import type { Rectification } from './rectification';
import type { Unit } from './unit';

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
  /** the client's id of the write: the same id again is the same write, and is not done twice */
  requestId: string;
  /** of what that request asked for: the same id with another input is refused */
  digest?: string;
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
  /** which paper or original it is about, or what came with the message */
  paper?: string;
  prev: string;
  hash: string;
  /** what it said of a person who left is gone; the hash is still that of the whole */
  erased?: true;
}

/** 替办: who asked for the resident. */
export interface Asker {
  id: string;
  name: string;
  phone: string;
  /** what the resident is to them */
  relation: Relation;
}

/** 分享进展: a link that somebody of the resident's side made. Of what it carries the hash alone is kept. */
export interface Share {
  hash: string;
  by: { part: 'resident' | 'asker'; id: string };
  at: number;
  /** the request that made it */
  requestId: string;
  stoppedAt?: number;
}

/** 委托书: who authorises whom, for this case alone, for what and until when. It is never passed on. */
export interface Mandate {
  /** of the request that made it */
  id: string;
  to: { part: 'agent' | 'asker'; id: string; name: string };
  acts: MandateAct[];
  at: number;
  until: number;
  signed: 'screen' | 'paper';
  strokes?: number[][];
  by: string;
  guardian?: boolean;
  endedAt?: number;
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

/** One tier up for one breach. Closed when a manager there says that they know, or when its cause is gone. */
export interface Escalation {
  cause: Cause;
  tier: 'community' | 'street' | 'district';
  orgId: string;
  at: number;
  /** when the next tier hears of it, if no manager says that they know */
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

export interface Assignment {
  agentId: string;
  agentName: string;
  agentPhone: string;
  offeredAt: number;
  acceptedAt?: number;
}

/** 两人同行: the agent who goes along to the door at the hour that was agreed on then. */
export interface Companion {
  id: string;
  name: string;
  phone: string;
  at: number;
}

/** 时段: an hour of a street's day that a case has, with the agent who has the case, or still without one. */
export interface SlotHeld {
  street: string;
  day: string;
  hour: number;
  agentId?: string;
  /** at the resident's door */
  isVisit: boolean;
  /** 两人同行: who goes along, and has the same hour taken */
  withId?: string;
}

/**
 * 预约簿: which hours of a street's day are taken. The `_id` is the street's with the day. It follows from the cases and is written with
 * them (docs/decisions/0055).
 */
export interface DayBookDoc {
  _id: string;
  /** when its day is over and it is read no more; absent in older ones that nobody wrote since */
  deleteAt?: number;
  /** agent → the hours they are booked at, a bit an hour */
  taken: Record<string, number>;
  /** of these, the hours at a door */
  visits: Record<string, number>;
  /** of these, the hours at which they go along with a colleague (两人同行); absent in older ones */
  along?: Record<string, number>;
  /** hour → cases that have it and wait for an agent */
  waiting: Record<string, number>;
}

/** 随手报: where it is, and which neighbours have met it, too. */
export interface Report {
  /** the kind's code; `other` where none was chosen: what is asked for nearby */
  kind: string;
  /** in words */
  landmark: string;
  point?: MapPoint;
  /** nobody but the resident knows who reported it: the contact holds nothing */
  isAnonymous?: boolean;
  /** who has met it, too; nobody else is told who they are */
  joined?: string[];
  /** a manager says that it is not the same as those which it looks like */
  isApart?: boolean;
}

/** 投诉建议: whom it is about, and what became of it. */
export interface Complaint {
  /** in the words of the resident who complains */
  about?: string;
  accused?: string[];
  repliedBy?: string;
  /** when the resident was last rung up about the answer */
  calledAt?: number;
  /** when it closes by itself */
  closeAt?: number;
  closedAt?: number;
  /** when it went one tier up */
  contestedAt?: number;
}

/** 政策咨询: what its answer stands on, and what became of it. */
export interface Question {
  source?: Source;
  /** when it closes by itself */
  closeAt?: number;
  closedAt?: number;
  /** the answer did */
  helped?: true;
  /** when it was asked on */
  askedOnAt?: number;
}

/** 一件事: what a case was asked for together with. */
export interface OfBundle {
  /** the same for all its parts */
  id: string;
  code: string;
  name: string;
  size: number;
  /** its place among the parts */
  nth: number;
  /** the first that was made: the others' receipt goes with its own */
  speaks?: boolean;
  /** the agent who got the first of them: goes first for the others */
  agentId?: string;
  /** what the other parts were told of how it ended; none: that it is open */
  told?: 'done' | 'undone';
}

/** What a part of a bundle waits for. */
export interface Waits {
  /** whose results; `isWaived`: it goes on without */
  needs: { caseId: string; name: string; isWaived?: boolean }[];
  /** of these there will be none, and it is asked whether to go on */
  asks?: string[];
  /** when it is looked at again, should it not have been told */
  lookAt: number;
}

/** Something that the database cannot read: by which key it was encrypted, and the cipher text. */
export interface Encrypted {
  key: number;
  /** base64 of nonce, tag and cipher text */
  box: string;
}

/** 办件: one resident's request, with its state, timeline and outbox. `rev` counts its writes: a write holds only while it is
 * what was read, and raises it (kit/write.ts). */
export interface CaseDoc {
  _id: string;
  rev: number;
  /** digits that can be read over the phone: year, month and day, and at least four more */
  no: string;
  state: State;
  /** how often this resident has asked for this item, this case included; part of what makes `_id` unique */
  nth: number;
  /** of the submission: `personId:requestId` of who wrote it down, so that one request never makes two cases */
  requestId: string;
  serviceCode: string;
  serviceName: string;
  category: string;
  subtype?: string;
  mode: Mode;
  channel: Channel;
  note: string;
  report?: Report;
  /** of a complaint */
  complaint?: Complaint;
  /** of a question; those of before have none, and are errands to their end */
  question?: Question;
  /** who never learn of it: those a complaint is about, and their families */
  barred?: string[];
  residentId: string;
  contact: { name: string; phone: string; address?: string };
  /** cloud file ids of the resident's own folder */
  photos?: string[];
  /** about whom it is, beside the resident: a child, who has died */
  about?: string;
  bundle?: OfBundle;
  /** it has not begun: no agent is looked for, and no clock runs */
  waits?: Waits;
  /** the same for queries, while it is open: derived by `settle` */
  isWaiting?: boolean;
  /** when its clocks began, where that was not when it was asked for */
  begunAt?: number;
  /** absent: the resident asked for themselves, or staff did */
  asker?: Asker;
  /** those without whom the resident wants to do */
  dismissed?: string[];
  mandates?: Mandate[];
  shares?: Share[];
  /** the contact's name and phone in one spelling, by which managers find it (domain/case/sought.ts); older ones have none */
  foundBy?: { name: string; phone: string };
  appointmentAt?: number;
  /** what it holds of its street's day, while that is still to come: derived by `settle` */
  slot?: SlotHeld;
  /** of an hour at the door: what the resident reads out, how often it was wrong, when it began. The agent never sees the code. */
  visit?: { code: string; tries: number; begunAt?: number };
  /**
   * 改到了: the resident chose an hour past the promise, which moved to the end of that day: since when, the hour, that end, and the clock
   * as it would be without.
   */
  extended?: { at: number; hourAt: number; until: number; kept: Clock };
  /** 两人同行: two go to the door; who goes along at the hour `at`, while that stands: kept by `settle` */
  pair?: { companion?: Companion };
  unit: Unit;
  gridName?: string;
  /** the grid that it was asked for in, where its household has been moved to another since: its figures stay there */
  countedGrid?: string;
  /** the community that it was asked for in, where that has gone into another since: that it was asked for is counted there */
  countedIn?: string;

  submittedAt: number;
  /** the promised end: the completion clock's, kept here for the lists */
  dueAt: number;
  /** when the completion clock goes red as things stand, or went; `NEVER` while it stands still or has ended */
  redAt: number;
  statutoryDueAt?: number;
  completedAt?: number;
  completedMonth?: string;
  /** when an agent first said yes to it */
  respondedAt?: number;
  /** when it last ended, and whether its completion clock had gone by then; both stay while it is open again */
  endedAt?: number;
  endedLate?: boolean;
  /** it last ended as given up or taken back, not as done */
  endedAs?: 'terminated' | 'cancelled';

  /** the agent it is offered to or with; absent when there is none */
  holderId?: string;
  /** the day it takes a slot of its agent's capacity */
  workDay?: string;
  /** the same, of a case that has no hour of that day for itself */
  roomDay?: string;
  /** the agent of the last offer, kept when the case ends */
  assignment?: Assignment;
  /** the last dispatch, candidate by candidate */
  candidates: Candidate[];
  /** agents who said no to this case or let its offer lapse, as often as they did */
  passedBy: string[];
  /** agents who must never have it: own family */
  conflicts: string[];
  /** why the last dispatch found no agent, in one sentence */
  failure?: string;
  /** an agent it was handed to who has not answered yet; the holder answers for it meanwhile */
  handover?: { agentId: string; agentName: string; agentPhone: string; reason: string; at: number };
  /** 换一位代办员: wished for by the resident while this agent has it, and not decided */
  wish?: { at: number; agentId: string; reason?: string };
  /** how often it was handed over */
  handovers: number;
  /** who is being asked to take it: the agent it is offered to, or the colleague */
  askedId?: string;
  /** the agent this household knows */
  knownAgentId?: string;
  /** when the assignment looks at it next, while it has no agent */
  dispatchAt?: number;

  /** what the item said when it was asked for: its version, and what the resident's units said otherwise */
  told?: { version: number; at: number; local?: LocalContent };
  ask?: string;
  /** 材料, from what the item said; absent in older cases and where nothing is needed */
  papers?: Paper[];
  /** those of its photos that WeChat was asked about, or could not be */
  looked?: string[];
  /** photos that came with messages (留言), `w0` on; the event of each names it */
  enclosures?: { id: string; photos: string[] }[];
  /** the submissions whose words were added to it, the newest: sent again they are known, whatever has become of it */
  additions?: string[];
  /** 身份证号: whether the item needs it; the number itself is encrypted (kit/keys) */
  asksIdNumber?: boolean;
  idNumber?: Encrypted;
  /** 原件 that were given out of hand, also those that are back */
  custody?: Custody[];
  /** 证件 that the resident has not said to have: derived by `settle`. `by`: who may hand them over; `isSaid`: it was said to be done; `said`: of some alone, which are these */
  owed?: { by: string; what: string; isSaid: boolean; said?: string };
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
    /** a yes to the case is this step */
    doneBy?: 'accept';
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
  /** all who ever had it in hand: they neither verify, call back nor write a rating down */
  agentIds: string[];
  /** when something last happened to it */
  touchedAt: number;
  /** it has ended and still has a number or a door: derived by `settle` */
  reaches?: true;
  /** when staff last opened what is hidden in it: written with the event */
  openedAt?: number;
  /** the days it counts on or ever counted on, `communityId:day`: their roll-ups are made anew when it changes */
  countedOn: string[];

  /** 注销: its resident has left; what is kept without them, and until when (absent: for good) */
  erased?: { at: number; until?: number };

  events: CaseEvent[];
  outbox: PendingNotice[];
  /** when `notify` looks at the outbox next; absent when it is empty */
  outboxAt?: number;
}
