import * as v from 'valibot';
import { limits } from './limits';
import { parts, rectifyStates, rectifySteps, states } from './states';
import {
  appealNames,
  callOutcomes,
  callResults,
  cardNames,
  channels,
  causeNames,
  clockNames,
  deliveryNames,
  levels,
  modes,
  noticeKinds,
  outcomeNames,
  reviewChannels,
  textStates,
  wallNames,
} from './words';

/** Valibot schemas of what crosses the wire. Instants are epoch milliseconds; days are `YYYY-MM-DD` in Asia/Shanghai. */

const keysOf = <T extends Record<string, unknown>>(table: T) =>
  Object.keys(table) as [keyof T & string, ...(keyof T & string)[]];

/** Trimmed text of 1..max characters, counted by code point so that an emoji or a rare character is one. */
export const text = (max: number, name: string) =>
  v.pipe(
    v.string(`${name}要写成文字。`),
    v.trim(),
    v.check((value) => value.length > 0, `请填写${name}。`),
    v.check((value) => [...value].length <= max, `${name}最多${max}个字,请写短一点。`),
  );

const id = (name: string) =>
  v.pipe(v.string(`缺少${name}。`), v.minLength(1, `缺少${name}。`), v.maxLength(64, `${name}不对。`));

export const caseId = id('办件编号');
export const serviceCode = id('事项编号');
export const orgId = id('单位编号');
/** Where the page before ended: `<number>_<id>`, as the answer gave it. */
export const cursor = v.optional(
  v.pipe(v.string('翻页位置不对。'), v.regex(/^\d{1,16}_.{1,200}$/, '翻页位置不对,请从头看起。')),
);

/** A mobile number or a landline with area code; spaces and hyphens are dropped before the check. */
export const phone = v.pipe(
  v.string('电话要写成数字。'),
  v.transform((value) => value.replace(/[\s-]/g, '')),
  v.regex(/^(1[3-9]\d{9}|0\d{2,3}\d{7,8})$/, '电话不对:手机号是11位,座机请带区号。'),
);

export const address = v.pipe(
  text(limits.address, '地址'),
  v.check((value) => [...value].length >= 4, '地址太短,请写清小区、楼号、单元和门牌。'),
);

/** `2026-11-24T09:30`, taken as Asia/Shanghai, or the same with a zone. Gives epoch milliseconds. */
export const appointment = v.pipe(
  v.string('预约时间不对。'),
  v.regex(
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:?\d{2})?$/,
    '预约时间不对,请重新选一个。',
  ),
  v.transform((value) => Date.parse(/(Z|[+-]\d{2}:?\d{2})$/.test(value) ? value : `${value}+08:00`)),
  v.check((at) => Number.isFinite(at), '预约时间不对,请重新选一个。'),
);

export const day = v.pipe(v.string('日期不对。'), v.isoDate('日期请写成 2026-11-21 这样。'));

export const mode = v.picklist(keysOf(modes), '请选一种办理方式。');
export const level = v.picklist(keysOf(levels), '请选一个满意程度。');
export const state = v.picklist(states);
export const role = v.picklist(['resident', 'agent', 'manager']);
export type Role = v.InferOutput<typeof role>;
export const tier = v.picklist(['district', 'street', 'community', 'grid']);
export type Tier = v.InferOutput<typeof tier>;
export const rectifyState = v.picklist(rectifyStates);
export const rectifyDeed = v.picklist(keysOf(rectifySteps));
export const outcome = v.picklist(keysOf(outcomeNames), '请选整改的结果。');
export const callResult = v.picklist(keysOf(callResults), '请选电话打得怎么样。');
export const textState = v.picklist(keysOf(textStates));
export const appealState = v.picklist(keysOf(appealNames));
export const wallState = v.picklist(keysOf(wallNames));
const part = v.picklist(parts);
const card = v.picklist(keysOf(cardNames));
/** `08:30` */
const time = v.pipe(v.string('时间不对。'), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, '时间请写成 08:30 这样。'));
const span = v.tuple([time, time]);
/** 1 = Monday … 7 = Sunday */
const weekdays = v.pipe(
  v.array(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7))),
  v.transform((days) => [...new Set(days)].sort()),
);

/** 服务事项: a catalogue entry with the ten elements (十要素). */
export const serviceItem = v.object({
  code: v.string(),
  name: v.string(),
  category: v.string(),
  summary: v.string(),
  audience: v.array(v.string()),
  legalBasis: v.array(v.object({ title: v.string(), docNo: v.string() })),
  conditions: v.array(v.string()),
  materials: v.array(
    v.object({
      name: v.string(),
      original: v.boolean(),
      copies: v.number(),
      required: v.boolean(),
      /** when it is needed, for a material that is not always */
      when: v.string(),
      source: v.picklist(['self', 'onsite', 'government', 'hospital', 'employer']),
      /** an electronic licence (电子证照) will do */
      electronicLicence: v.boolean(),
      note: v.string(),
    }),
  ),
  acceptedAt: v.string(),
  finalTier: v.picklist(['community', 'street', 'district']),
  steps: v.array(
    v.object({
      name: v.string(),
      actor: v.picklist(['resident', 'agent', 'community', 'street', 'district']),
      detail: v.string(),
      workingDays: v.number(),
    }),
  ),
  fee: v.object({ amount: v.number(), note: v.string() }),
  statutoryWorkingDays: v.nullable(v.number()),
  promisedWorkingDays: v.number(),
  serviceHours: v.string(),
  consultation: v.string(),
  supervision: v.string(),
  modes: v.array(mode),
  residentMustAppear: v.object({ required: v.boolean(), reason: v.string() }),
  keywords: v.array(v.string()),
  relatedCodes: v.array(v.string()),
  subtypes: v.array(
    v.object({
      code: v.string(),
      name: v.string(),
      keywords: v.array(v.string()),
      note: v.string(),
      urgency: v.optional(v.picklist(['urgent', 'normal'])),
      firstResponseHours: v.optional(v.number()),
      promisedWorkingDays: v.optional(v.number()),
      handlerTier: v.optional(v.picklist(['community', 'street', 'district'])),
      handlerUnit: v.optional(v.string()),
      safetyTip: v.optional(v.string()),
    }),
  ),
  localVariation: v.string(),
  sources: v.array(v.object({ title: v.string(), publisher: v.string() })),
  /** how sure the editors are of the content */
  confidence: v.picklist(['high', 'medium', 'low']),
});
export type ServiceItem = v.InferOutput<typeof serviceItem>;

/** One line of a catalogue list. */
export const serviceRow = v.object({
  code: v.string(),
  name: v.string(),
  category: v.string(),
  summary: v.string(),
  promisedWorkingDays: v.number(),
  /** the sub-type that the words point to, when searching */
  subtype: v.optional(v.string()),
});
export type ServiceRow = v.InferOutput<typeof serviceRow>;

/** Who someone is: roles, and the posts (岗位) behind them. */
export const person = v.object({
  id: v.string(),
  name: v.string(),
  roles: v.array(role),
  posts: v.array(v.object({ role, orgId: v.string(), orgName: v.string(), tier })),
  phone: v.optional(v.string()),
  address: v.optional(v.string()),
});
export type Person = v.InferOutput<typeof person>;

/** The community a person belongs to, as the home page shows it. */
export const community = v.object({
  id: v.string(),
  name: v.string(),
  station: v.string(),
  address: v.string(),
  phone: v.string(),
  afterHoursPhone: v.string(),
  hours: v.string(),
});
export type Community = v.InferOutput<typeof community>;

/** 连心卡: the agent a household knows. */
export const contactCard = v.object({
  name: v.string(),
  phone: v.string(),
  /** where this agent works: the community's name */
  orgName: v.string(),
  /** when this agent is on duty, as people say it */
  hours: v.string(),
  isOnDuty: v.boolean(),
  /** when this agent is on duty next, while off duty */
  nextDutyAt: v.optional(v.number()),
});
export type ContactCard = v.InferOutput<typeof contactCard>;

/** One entry of a case's timeline. */
export const timelineEntry = v.object({
  seq: v.number(),
  at: v.number(),
  do: v.string(),
  state,
  /** a plain sentence of what happened */
  says: v.string(),
  /** the words somebody wrote, if any */
  text: v.optional(v.string()),
});
export type TimelineEntry = v.InferOutput<typeof timelineEntry>;

/** One candidate of an assignment, with the reason it was taken or passed over. */
export const candidate = v.object({
  agentId: v.string(),
  name: v.string(),
  chosen: v.boolean(),
  reason: v.string(),
  /** in the way whoever asks: nobody may give the case to this agent by hand either */
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
  /** where to go, for the agent it is with; the grid's name for managers */
  place: v.optional(v.string()),
  agentName: v.optional(v.string()),
  appointmentAt: v.optional(v.number()),
  /** what happens next, and who does it */
  next: v.string(),
  reviewed: v.boolean(),
  /** of the clock that runs now */
  card: v.optional(card),
  /** a date in a year whose holidays are not published yet */
  provisional: v.optional(v.boolean()),
  /** for whoever is being asked to take it: until when, and how many working minutes that is */
  offer: v.optional(
    v.object({
      until: v.number(),
      minutesLeft: v.number(),
      /** the colleague who hands it over */
      from: v.optional(v.string()),
    }),
  ),
  /** since when the clock stands, while the case waits for the resident */
  pausedAt: v.optional(v.number()),
  /** for managers: why nobody could be found, in one sentence */
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

/** 评价, as the resident and the managers read it; the agent whom it is about never does. */
export const reviewView = v.object({
  level,
  tags: v.array(v.string()),
  /** for the resident always; for others once it is `shown` */
  text: v.optional(v.string()),
  textState: v.optional(textState),
  /** cloud file ids: evidence for the resident, who put them there, and for managers (`reviews.photos`) */
  photos: v.array(v.string()),
  at: v.number(),
  channel: v.picklist(keysOf(reviewChannels)),
  /** counts in headline rates */
  headline: v.boolean(),
  /** who wrote it down, for managers */
  enteredBy: v.optional(v.string()),
  addition: v.optional(v.object({ text: v.optional(v.string()), textState, at: v.number() })),
  wall: v.optional(wallState),
  /** the community's answer on the wall */
  answer: v.optional(v.string()),
  appeal: v.optional(
    v.object({
      state: appealState,
      at: v.number(),
      /** the agent's words, for managers */
      reason: v.optional(v.string()),
      why: v.optional(v.string()),
    }),
  ),
});
export type ReviewView = v.InferOutput<typeof reviewView>;

/** 整改, as the resident and the managers read it. */
export const rectificationView = v.object({
  state: rectifyState,
  level,
  openedAt: v.number(),
  verifyBy: v.number(),
  /** mended and called back by then */
  mendBy: v.number(),
  card: v.optional(card),
  /** the unit that answers for it, and who of it has taken it */
  orgName: v.string(),
  handler: v.optional(v.string()),
  isUpheld: v.optional(v.boolean()),
  findings: v.optional(v.string()),
  outcome: v.optional(outcome),
  mended: v.optional(v.string()),
  calls: v.array(v.object({ at: v.number(), result: callResult })),
  /** what the resident said on the phone; `unreached`: 未接通 */
  after: v.optional(level),
  afterText: v.optional(v.string()),
  unreached: v.optional(v.boolean()),
  closedAt: v.optional(v.number()),
  /** what the viewer may do now */
  deeds: v.array(rectifyDeed),
});
export type RectificationView = v.InferOutput<typeof rectificationView>;

/** 办件, as much of it as the viewer may see. */
export const caseView = v.object({
  ...caseRow.entries,
  /** the viewer's parts in it, the first decides the words: with `state` they tell the buttons, see `can` */
  parts: v.array(part),
  subtype: v.optional(v.string()),
  channel: v.picklist(keysOf(channels)),
  note: v.string(),
  contact: v.object({ name: v.string(), phone: v.string(), address: v.optional(v.string()) }),
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
  /** for managers: why nobody could be found at the last dispatch */
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
  /** for the resident, outside hours: when somebody will be there next, and the number for emergencies */
  afterHours: v.optional(v.object({ nextAt: v.number(), phone: v.string() })),
  /** from when on the resident may urge (again), while urging is one of the deeds */
  urgeFrom: v.optional(v.number()),
  /** what the agent asked for, while the case waits for the resident */
  ask: v.optional(v.string()),
  result: v.optional(v.string()),
  review: v.optional(reviewView),
  rectification: v.optional(rectificationView),
  /** until when it can be said not to be done (没办成), while `reopen` is one of the deeds */
  reopenUntil: v.optional(v.number()),
  /** when it was last said not to be done */
  reopenedAt: v.optional(v.number()),
});
export type CaseView = v.InferOutput<typeof caseView>;

/** What every step of a case answers. */
export const caseStep = v.object({ caseId: v.string(), no: v.string(), state });
export type CaseStep = v.InferOutput<typeof caseStep>;

/** Days off, both included. */
export const leave = v.object({ from: v.string(), to: v.string(), why: v.string() });
export type Leave = v.InferOutput<typeof leave>;
export const leaveWish = {
  from: day,
  to: day,
  why: text(limits.reason, '请假的原因'),
};

/** What a manager sets of an agent: 排班. */
export const rosterEntry = v.object({
  gridIds: v.pipe(v.array(v.string()), v.minLength(1, '至少要管一个网格。')),
  skills: v.pipe(v.array(v.pipe(v.string(), v.maxLength(20))), v.minLength(1, '至少要会办一类事项。')),
  dutyWeekdays: v.pipe(weekdays, v.minLength(1, '至少要有一天当班。')),
  dutyHours: v.pipe(
    span,
    v.check(([from, to]) => from < to, '下班要在上班之后。'),
  ),
  /** days whose nights and closed hours this agent is on call for urgent safety */
  onCallWeekdays: weekdays,
  dailyCapacity: v.pipe(
    v.number(),
    v.integer('件数要是整数。'),
    v.minValue(1, '一天至少一件。'),
    v.maxValue(50, '一天最多50件。'),
  ),
  homeVisitCapacity: v.pipe(
    v.number(),
    v.integer('件数要是整数。'),
    v.minValue(0, '上门件数不能是负数。'),
    v.maxValue(50, '一天最多50件。'),
  ),
  active: v.boolean(),
});

/** One line of a roster. */
export const rosterRow = v.object({
  id: v.string(),
  name: v.string(),
  phone: v.string(),
  orgName: v.string(),
  ...rosterEntry.entries,
  isOnDuty: v.boolean(),
  nextDutyAt: v.optional(v.number()),
  leaves: v.array(leave),
  /** open cases in hand or on offer */
  open: v.number(),
  /** of these, past their promised end */
  overdue: v.number(),
  /** slots of today that are taken */
  today: v.number(),
  todayVisits: v.number(),
});
export type RosterRow = v.InferOutput<typeof rosterRow>;

/** An agent's own day: how full it is, whether they are on duty, their leave. */
export const dayView = v.object({
  isOnDuty: v.boolean(),
  isOnCall: v.boolean(),
  nextDutyAt: v.optional(v.number()),
  today: v.number(),
  dailyCapacity: v.number(),
  todayVisits: v.number(),
  homeVisitCapacity: v.number(),
  leaves: v.array(leave),
});
export type DayView = v.InferOutput<typeof dayView>;

/** A community's opening hours; see `Hours` in the functions' documents. */
export const openingHours = v.object({
  open: v.array(span),
  shifted: v.optional(
    v.array(
      v.object({
        weekday: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5)),
        open: v.array(span),
      }),
    ),
  ),
  saturday: v.array(span),
  days: v.optional(v.array(v.object({ day, open: v.array(span), why: v.pipe(v.string(), v.maxLength(40)) }))),
});
export type OpeningHours = v.InferOutput<typeof openingHours>;

const weight = (name: string) =>
  v.pipe(
    v.number(`${name}要是数字。`),
    v.minValue(0, `${name}不能是负数。`),
    v.maxValue(1000, `${name}最多1000。`),
  );
const amount = (name: string, least: number, most: number) =>
  v.pipe(
    v.number(`${name}要是数字。`),
    v.integer(`${name}要是整数。`),
    v.minValue(least, `${name}最少${least}。`),
    v.maxValue(most, `${name}最多${most}。`),
  );

/**
 * 规则: how cases are given out and which clocks run. A unit overrides what its upper unit says; a case keeps what held
 * on the day it was submitted.
 */
export const policyValues = v.object({
  /** working minutes to answer an offer; calendar minutes for urgent safety */
  offerMinutes: amount('接单时限(分钟)', 5, 480),
  /** calendar hours until somebody has taken an urgent safety report, where its sub-type says nothing else */
  urgentResponseHours: amount('紧急响应(小时)', 1, 24),
  /** hours of a working day's clock until somebody has taken any other case */
  responseHours: amount('首次响应(小时)', 1, 72),
  /** working days the resident has to supply what was asked for */
  supplyDays: amount('补材料期限(工作日)', 1, 60),
  /** working days that one case may stand still in all */
  pauseCapDays: amount('暂停上限(工作日)', 1, 120),
  /** working hours until what nobody acknowledged goes one tier further up */
  escalateHours: amount('逐级上报(工作小时)', 1, 80),
  /** working days for a whistle's answer, where the asker says nothing else */
  whistleDays: amount('吹哨答复(工作日)', 1, limits.whistleDays),
  /** how often a case may be handed over */
  handovers: amount('转手次数', 0, 5),
  /** what a candidate costs; the least cost gets the case */
  weights: v.object({
    /** a step away: same grid 0, same community 1, same street 2 */
    distance: weight('远近的权重'),
    /** an open case in hand */
    load: weight('手头件数的权重'),
    /** what a home visit counts more than an errand at the counter */
    homeVisit: weight('上门的权重'),
    /** what an overdue case counts more than a fresh one */
    overdue: weight('超期的权重'),
    /** a case taken since the month began */
    month: weight('本月件数的权重'),
    /** what it is worth that the household knows the agent */
    known: weight('熟人的权重'),
  }),
});
export type PolicyValues = v.InferOutput<typeof policyValues>;
/** What a unit sets itself; the rest is its upper unit's. */
export const policyChange = v.object({
  ...v.partial(policyValues).entries,
  weights: v.optional(v.partial(policyValues.entries.weights)),
});
export type PolicyChange = v.InferOutput<typeof policyChange>;

/** A unit that can be whistled for or handed a case. */
export const unitRow = v.object({
  id: v.string(),
  name: v.string(),
  tier,
  managers: v.array(v.object({ id: v.string(), name: v.string() })),
});
export type UnitRow = v.InferOutput<typeof unitRow>;

/** 通知: one message to one person. */
export const notice = v.object({
  id: v.string(),
  at: v.number(),
  title: v.string(),
  text: v.string(),
  caseId: v.string(),
  no: v.string(),
  /** the page that shows more, as a path with its query */
  page: v.string(),
});
export type Notice = v.InferOutput<typeof notice>;

export const noticeKind = v.picklist(keysOf(noticeKinds));
export const deliveryState = v.picklist(keysOf(deliveryNames));

/** How somebody wants to be told by WeChat. */
export const noticeSettings = v.object({
  /** nothing that can wait between 22:00 and 7:00 */
  quiet: v.boolean(),
  kinds: v.array(
    v.object({
      kind: noticeKind,
      /** the id that `wx.requestSubscribeMessage` wants */
      templateId: v.string(),
      isMuted: v.boolean(),
      /** messages that are left, as far as anybody knows: WeChat never tells */
      left: v.number(),
      /** when they last said no to it, with no yes since */
      refusedAt: v.optional(v.number()),
    }),
  ),
});
export type NoticeSettings = v.InferOutput<typeof noticeSettings>;

/** One notice on its way, as an admin sees it. */
export const delivery = v.object({
  id: v.string(),
  at: v.number(),
  title: v.string(),
  no: v.string(),
  caseId: v.string(),
  kind: noticeKind,
  to: v.picklist(['resident', 'agent', 'manager']),
  state: deliveryState,
  tries: v.number(),
  code: v.optional(v.number()),
  why: v.optional(v.string()),
  /** when it is tried next */
  sendAt: v.optional(v.number()),
  /** it did not arrive, and WeChat can be asked again */
  canRetry: v.boolean(),
});
export type Delivery = v.InferOutput<typeof delivery>;

/** What an admin must look at, a trouble each. */
export const alarm = v.object({
  id: v.string(),
  kind: v.picklist(['template', 'config', 'data', 'queue']),
  noticeKind: v.optional(noticeKind),
  code: v.optional(v.number()),
  why: v.string(),
  firstAt: v.number(),
  lastAt: v.number(),
  count: v.number(),
  /** nothing more is sent by this template until somebody says that it is mended */
  stops: v.boolean(),
  /** the caller may say that it is mended */
  canMend: v.boolean(),
});
export type Alarm = v.InferOutput<typeof alarm>;

export const callOutcome = v.picklist(keysOf(callOutcomes));
/** 请打电话告知: somebody whom no message reaches. */
export const callTask = v.object({
  id: v.string(),
  at: v.number(),
  caseId: v.string(),
  no: v.string(),
  serviceName: v.string(),
  name: v.string(),
  phone: v.string(),
  /** the sentence to say */
  says: v.string(),
  outcome: v.optional(callOutcome),
});
export type CallTask = v.InferOutput<typeof callTask>;

/**
 * A rate with what it is made from. `rate` and `responseRate` are 0..1, or null where the denominator is 0; `rate` is null
 * and `hidden` true where the reviews are under 20.
 */
export const score = v.object({
  /** reviews of the upper three levels */
  numerator: v.number(),
  /** reviews */
  denominator: v.number(),
  rate: v.nullable(v.number()),
  hidden: v.boolean(),
  /** cases completed in the same range */
  completed: v.number(),
  /** reviews ÷ cases completed */
  responseRate: v.nullable(v.number()),
  levels: v.object({
    'very-satisfied': v.number(),
    satisfied: v.number(),
    'basically-satisfied': v.number(),
    dissatisfied: v.number(),
    'very-dissatisfied': v.number(),
  }),
});
export type Score = v.InferOutput<typeof score>;

const levelCounts = score.entries.levels;

/** One entry of a batch: a rating without a name, a time or a case. */
export const batchEntry = v.object({
  /** to appeal by; it leads to no case */
  id: v.string(),
  level,
  tags: v.array(v.string()),
  text: v.optional(v.string()),
  appeal: v.optional(v.object({ state: appealState, reason: v.string(), why: v.optional(v.string()) })),
});
export type BatchEntry = v.InferOutput<typeof batchEntry>;

/** What an agent learns of a month and of the months before it that were too few: five ratings or more, or nothing. */
export const batchView = v.object({
  /** the last month in it, `2026-11` */
  month: v.string(),
  /** of the upper three levels, ratings, and their rate; appeals that were upheld are left out */
  numerator: v.number(),
  denominator: v.number(),
  levels: levelCounts,
  tags: v.array(v.object({ tag: v.string(), count: v.number() })),
  /** in an order that tells nothing */
  entries: v.array(batchEntry),
});
export type BatchView = v.InferOutput<typeof batchView>;

/** What neighbours read on the wall. */
export const wallEntry = v.object({
  id: v.string(),
  level,
  tags: v.array(v.string()),
  text: v.string(),
  answer: v.optional(v.string()),
});
export type WallEntry = v.InferOutput<typeof wallEntry>;

/** An appeal, for whoever decides on it. */
export const appealRow = v.object({
  caseId: v.string(),
  no: v.string(),
  serviceName: v.string(),
  agentName: v.string(),
  level,
  tags: v.array(v.string()),
  text: v.optional(v.string()),
  reason: v.string(),
  at: v.number(),
  state: appealState,
  why: v.optional(v.string()),
  by: v.optional(v.string()),
  /** what the rectification found */
  findings: v.optional(v.string()),
  outcome: v.optional(outcome),
  /** the viewer may decide on it */
  mine: v.boolean(),
});
export type AppealRow = v.InferOutput<typeof appealRow>;

/** A review that a manager has to look at: its words (WeChat could not say), or whether it goes on the wall. */
export const moderationRow = v.object({
  caseId: v.string(),
  no: v.string(),
  serviceName: v.string(),
  level,
  tags: v.array(v.string()),
  at: v.number(),
  text: v.optional(v.string()),
  textState: v.optional(textState),
  addition: v.optional(v.object({ text: v.string(), textState })),
  wall: v.optional(wallState),
  answer: v.optional(v.string()),
});
export type ModerationRow = v.InferOutput<typeof moderationRow>;

/** `2026-11` or `2026-Q4` */
export const period = v.pipe(
  v.string('请选一个月或一个季度。'),
  v.regex(/^\d{4}-(0[1-9]|1[0-2]|Q[1-4])$/, '请写成 2026-11 或 2026-Q4 这样。'),
);

/** 抽样: which finished cases are phoned. Anybody who has the seed and the population draws the same. */
export const sampleView = v.object({
  id: v.string(),
  orgId: v.string(),
  orgName: v.string(),
  period: v.string(),
  drawnAt: v.number(),
  by: v.string(),
  /** cases asked for, and how many the period had */
  size: v.number(),
  population: v.number(),
  seed: v.string(),
  /** sha256 of the population's lines */
  hash: v.string(),
  strata: v.array(
    v.object({
      agentName: v.string(),
      serviceName: v.string(),
      channel: v.string(),
      rated: v.boolean(),
      population: v.number(),
      drawn: v.number(),
    }),
  ),
  /** how the calls went, and what was said beside what was rated online */
  results: v.object({
    open: v.number(),
    reached: v.number(),
    refused: v.number(),
    unreached: v.number(),
    /** of those reached: rated online as well, and said the same, better or worse on the phone */
    both: v.number(),
    same: v.number(),
    better: v.number(),
    worse: v.number(),
    online: levelCounts,
    phone: levelCounts,
    /** reached, and never rated online */
    unrated: levelCounts,
  }),
});
export type SampleView = v.InferOutput<typeof sampleView>;

/** 回访: one finished case to be phoned about. */
export const callbackRow = v.object({
  id: v.string(),
  sampleId: v.string(),
  caseId: v.string(),
  no: v.string(),
  serviceName: v.string(),
  /** masked; the number is opened by `cases.contact` */
  name: v.string(),
  calls: v.array(v.object({ at: v.number(), result: callResult })),
  open: v.boolean(),
  unreached: v.optional(v.boolean()),
  level: v.optional(level),
  text: v.optional(v.string()),
  /** what was rated online, once the call is over: nobody asks with the answer in view */
  online: v.optional(level),
});
export type CallbackRow = v.InferOutput<typeof callbackRow>;
