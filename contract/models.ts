import * as v from 'valibot';
import { limits } from './limits';
import { states } from './states';
import { levels, modes } from './words';

/** Valibot schemas of what crosses the wire. Instants are epoch milliseconds; days are `YYYY-MM-DD` in Asia/Shanghai. */

const keysOf = <T extends Record<string, string>>(table: T) =>
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
const part = v.picklist(['resident', 'agent', 'manager', 'system', 'bystander']);

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
});
export type CaseRow = v.InferOutput<typeof caseRow>;

/** 办件, as much of it as the viewer may see. */
export const caseView = v.object({
  ...caseRow.entries,
  /** the viewer's part in it: with `state` it tells the buttons, see `can` */
  part,
  subtype: v.optional(v.string()),
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
  /** from when on the resident may urge (again), while urging is one of the deeds */
  urgeFrom: v.optional(v.number()),
  /** what the agent asked for, while the case waits for the resident */
  ask: v.optional(v.string()),
  result: v.optional(v.string()),
  review: v.optional(
    v.object({ level, tags: v.array(v.string()), text: v.optional(v.string()), at: v.number() }),
  ),
});
export type CaseView = v.InferOutput<typeof caseView>;

/** What every step of a case answers. */
export const caseStep = v.object({ caseId: v.string(), no: v.string(), state });
export type CaseStep = v.InferOutput<typeof caseStep>;

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

/** A rate with what it is made from. `rate` and `responseRate` are 0..1, or null where the denominator is 0. */
export const score = v.object({
  /** reviews of the upper three levels */
  numerator: v.number(),
  /** reviews */
  denominator: v.number(),
  rate: v.nullable(v.number()),
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
