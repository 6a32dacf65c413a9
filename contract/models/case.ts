import * as v from 'valibot';
import { kinds } from '../states';
import { causeNames, channels, clockNames } from '../words';
import { custodyView } from './custody';
import { card, keysOf, level, mode, part, rectifyState, relation, state, tier } from './field';
import { mandateView } from './mandate';
import { paperView } from './paper';
import { reportView } from './report';
import { rectificationView, reviewView } from './review';
import { sourceView } from './source';

/** One entry of a case's timeline. */
export const timelineEntry = v.object({
  seq: v.number(),
  at: v.number(),
  do: v.string(),
  state,
  /** a plain sentence of what happened */
  says: v.string(),
  /** the words that came with the deed, if any */
  text: v.optional(v.string()),
  /** photos that came with a message: which of `cases.photos`, and how many */
  photos: v.optional(v.object({ of: v.string(), count: v.number() })),
});
export type TimelineEntry = v.InferOutput<typeof timelineEntry>;

/** One candidate of an assignment, with the reason it was taken or passed over. */
export const candidate = v.object({
  agentId: v.string(),
  name: v.string(),
  chosen: v.boolean(),
  reason: v.string(),
  /** a manager may not give the case to this agent by hand either */
  barred: v.optional(v.boolean()),
});
export type Candidate = v.InferOutput<typeof candidate>;

/** One line of a list of cases. */
export const caseRow = v.object({
  caseId: v.string(),
  no: v.string(),
  state,
  serviceCode: v.string(),
  serviceName: v.string(),
  mode,
  submittedAt: v.number(),
  /** the promised end */
  dueAt: v.number(),
  /** resident's name, as much of it as the viewer may see */
  residentName: v.string(),
  /** for who asked for somebody else: what that person is to them */
  relation: v.optional(relation),
  /** where to go, for the agent it is with; the grid's name for managers; of a report where it is, for all of them */
  place: v.optional(v.string()),
  agentName: v.optional(v.string()),
  appointmentAt: v.optional(v.number()),
  /** what happens next, and who does it */
  next: v.string(),
  /** 投诉建议: no agent gets it, a manager answers it */
  isComplaint: v.optional(v.boolean()),
  kind: v.optional(v.picklist(kinds)),
  /** 一件事: what it was asked for together with, and how many that is */
  bundle: v.optional(v.object({ id: v.string(), code: v.string(), name: v.string(), size: v.number() })),
  /** it has not begun: it waits for the results of `of`; of `asks` there will be none, and it is asked whether to go on */
  waits: v.optional(v.object({ of: v.array(v.string()), asks: v.array(v.string()) })),
  /** 随手报: `place` is where it is; how many neighbours have met it, too */
  joined: v.optional(v.number()),
  /** 随手报, for managers: reports of the same kind at the same place have the same; none where it was taken out of them */
  alike: v.optional(v.string()),
  /** 两人同行: two go to the door; who goes along, once that is chosen */
  pair: v.optional(v.object({ name: v.optional(v.string()) })),
  reviewed: v.boolean(),
  /** of the clock that runs now */
  card: v.optional(card),
  /** a date in a year whose holidays are not published yet */
  provisional: v.optional(v.boolean()),
  /** for the agent who is asked to take it: until when, and how many working minutes that is */
  offer: v.optional(
    v.object({
      until: v.number(),
      minutesLeft: v.number(),
      /** the colleague who hands it over */
      from: v.optional(v.string()),
    }),
  ),
  /** 证件 that the resident does not have yet, or has not said to have: still to be handed over, or said to be */
  owed: v.optional(v.picklist(['held', 'said'])),
  /** when it last ended, while it is not open */
  endedAt: v.optional(v.number()),
  /** for the resident, while the case waits for them: what the agent asked for, and by which day */
  supply: v.optional(v.object({ what: v.string(), by: v.optional(v.number()) })),
  /** since when the clock stands, while the case waits for the resident */
  pausedAt: v.optional(v.number()),
  /** for managers: why no agent could be found, in one sentence */
  failure: v.optional(v.string()),
  /** for managers: the tier it was taken up to and that has not said that it knows */
  escalatedTo: v.optional(tier),
  /** for managers: the question of a unit that was whistled for and has not answered */
  asked: v.optional(v.string()),
  /** for managers: the rectification that a bad review opened, while it lasts; `by` is its next date */
  rectify: v.optional(
    v.object({
      state: rectifyState,
      level,
      by: v.number(),
      card: v.optional(card),
      handler: v.optional(v.string()),
    }),
  ),
});
export type CaseRow = v.InferOutput<typeof caseRow>;

/** 时限, as the viewer reads it. A running clock has no `stoppedAt`; a standing one is `paused`. */
export const clockView = v.object({
  name: v.picklist(keysOf(clockNames)),
  startedAt: v.number(),
  warnAt: v.number(),
  dueAt: v.number(),
  stoppedAt: v.optional(v.number()),
  paused: v.boolean(),
  card: v.optional(card),
});
export type ClockView = v.InferOutput<typeof clockView>;

/** 吹哨, with its answer and what the asking side thought of it. */
export const whistleView = v.object({
  id: v.string(),
  orgId: v.string(),
  orgName: v.string(),
  /** who answers for it there */
  owner: v.string(),
  question: v.string(),
  askedBy: v.string(),
  askedAt: v.number(),
  dueAt: v.number(),
  card: v.optional(card),
  answer: v.optional(v.string()),
  answeredBy: v.optional(v.string()),
  answeredAt: v.optional(v.number()),
  rating: v.optional(level),
  ratingText: v.optional(v.string()),
  /** the viewer may answer it now */
  mine: v.boolean(),
});
export type WhistleView = v.InferOutput<typeof whistleView>;

/** 办件, as much of it as the viewer may see. */
export const caseView = v.object({
  ...caseRow.entries,
  /** the viewer's parts in it, the first decides the words: with `state` they tell the buttons, see `can` */
  parts: v.array(part),
  subtype: v.optional(v.string()),
  /** about whom it is, beside the resident: for those who see the contact */
  about: v.optional(v.string()),
  channel: v.picklist(keysOf(channels)),
  note: v.string(),
  contact: v.object({ name: v.string(), phone: v.string(), address: v.optional(v.string()) }),
  /** 身份证号, where the item needs it: not given yet, or kept encrypted. For those who may give or open it */
  idNumber: v.optional(v.picklist(['asked', 'given'])),
  /** who answers for it, as a receipt names them: the community, of a complaint the unit that looks into it */
  unit: v.optional(v.object({ name: v.string(), phone: v.string(), address: v.optional(v.string()) })),
  /** 替办: who asked for the resident, and what the resident is to them; the number for the agent who has it */
  asker: v.optional(v.object({ name: v.string(), relation, phone: v.optional(v.string()) })),
  /** 分享进展, for the resident's side: how many links run, and until when the last */
  sharing: v.optional(v.object({ count: v.number(), until: v.number() })),
  /** 委托书, the newest first */
  mandates: v.optional(v.array(mandateView)),
  /** for the resident's side: the law excludes a 委托书 for this item */
  mandate: v.optional(v.literal('excluded')),
  statutoryDueAt: v.optional(v.number()),
  events: v.array(timelineEntry),
  assignment: v.optional(
    v.object({
      agentId: v.string(),
      agentName: v.string(),
      agentPhone: v.string(),
      offeredAt: v.number(),
      acceptedAt: v.optional(v.number()),
      /** for managers: each candidate of the last dispatch with its reason */
      candidates: v.optional(v.array(candidate)),
    }),
  ),
  /** for managers: why no agent could be found at the last dispatch */
  unassigned: v.optional(v.array(candidate)),
  clocks: v.array(clockView),
  /** the ledger of pauses: who was waited for, from when to when; `until` is the longest it may last */
  pauses: v.array(
    v.object({ from: v.number(), until: v.number(), to: v.optional(v.number()), why: v.string() }),
  ),
  /** the item's own steps, each with its day */
  steps: v.array(
    v.object({
      name: v.string(),
      actor: v.picklist(['resident', 'agent', 'community', 'street', 'district']),
      dueAt: v.number(),
      doneAt: v.optional(v.number()),
      /** not done in its time */
      late: v.boolean(),
    }),
  ),
  /** a colleague has been asked to take it over */
  handover: v.optional(
    v.object({ agentId: v.string(), agentName: v.string(), reason: v.string(), until: v.number() }),
  ),
  /** the hour that was agreed on, while it is to come or has begun */
  visit: v.optional(
    v.object({
      at: v.number(),
      isAtDoor: v.boolean(),
      /** what the resident reads out at the door: for them, or for who reads it to a resident without WeChat: who asked, or a manager */
      code: v.optional(v.string()),
      /** the agent may still try so often */
      triesLeft: v.number(),
      begunAt: v.optional(v.number()),
    }),
  ),
  /** 两人同行: who goes along at that hour */
  companion: v.optional(v.object({ id: v.string(), name: v.string(), phone: v.string() })),
  /** the resident moved the hour past the promised day, which moved with it: when, to which hour, and the day before that */
  extended: v.optional(v.object({ at: v.number(), hourAt: v.number(), from: v.number() })),
  /** the community that it is in: where its hours are looked for */
  orgId: v.optional(v.string()),
  /** how often it may still be handed over */
  handoversLeft: v.number(),
  /** for managers */
  escalations: v.array(
    v.object({
      cause: v.picklist(keysOf(causeNames)),
      tier,
      at: v.number(),
      acknowledgedAt: v.optional(v.number()),
      acknowledgedBy: v.optional(v.string()),
      /** the viewer may say that they know */
      mine: v.boolean(),
    }),
  ),
  /** for managers */
  whistles: v.array(whistleView),
  /** for the resident, outside hours: when staff will be there next, and the number for emergencies */
  afterHours: v.optional(v.object({ nextAt: v.number(), phone: v.string() })),
  /** from when on the resident may urge (again), while urging is one of the deeds */
  urgeFrom: v.optional(v.number()),
  /** safety: it is seen to day and night */
  isUrgent: v.optional(v.boolean()),
  /** of a complaint: whom it is about, in the words of who complains, and what became of it */
  complaint: v.optional(
    v.object({
      about: v.optional(v.string()),
      /** the unit that looks into it */
      holder: v.optional(v.string()),
      calledAt: v.optional(v.number()),
      closedAt: v.optional(v.number()),
      contestedAt: v.optional(v.number()),
      /** until when the tier above can be asked to look again, while `contest` is one of the deeds */
      contestUntil: v.optional(v.number()),
    }),
  ),
  /** of a question: what its answer stands on, and what became of it */
  question: v.optional(
    v.object({
      source: v.optional(sourceView),
      /** when it is done by itself */
      closeAt: v.optional(v.number()),
      closedAt: v.optional(v.number()),
      helped: v.optional(v.boolean()),
      /** what was asked on */
      askedOn: v.optional(v.string()),
      /** until when it can be asked on, while `askOn` is one of the deeds */
      askOnUntil: v.optional(v.number()),
    }),
  ),
  /** 随手报 */
  report: v.optional(reportView),
  /** how many photos came with it: `cases.pictures` */
  photos: v.optional(v.number()),
  /** what the agent asked for, while the case waits for the resident */
  ask: v.optional(v.string()),
  /** for the resident, the agent it is with and managers: the papers of its item */
  papers: v.optional(v.array(paperView)),
  /** for the same: originals that were given out of hand */
  originals: v.optional(v.array(custodyView)),
  result: v.optional(v.string()),
  review: v.optional(reviewView),
  rectification: v.optional(rectificationView),
  /** until when it can be said not to be done (没办成), while `reopen` is one of the deeds */
  reopenUntil: v.optional(v.number()),
  /** for the resident and for managers: another agent is wished for, and nobody has decided */
  wish: v.optional(v.object({ at: v.number(), reason: v.optional(v.string()) })),
  /** when it was last said not to be done */
  reopenedAt: v.optional(v.number()),
});
export type CaseView = v.InferOutput<typeof caseView>;

/** What every step of a case answers. */
export const caseStep = v.object({ caseId: v.string(), no: v.string(), state });
export type CaseStep = v.InferOutput<typeof caseStep>;

/** What a link of 分享进展 shows: where a case stands, and nobody in it. */
export const sharedView = v.object({
  serviceName: v.string(),
  state,
  /** where it stands, in one sentence */
  says: v.string(),
  /** the promised end, while it is open; when it ended, else */
  dueAt: v.optional(v.number()),
  endedAt: v.optional(v.number()),
  community: v.optional(v.object({ name: v.string(), phone: v.string() })),
  /** when the link ends */
  until: v.number(),
});
export type SharedView = v.InferOutput<typeof sharedView>;
