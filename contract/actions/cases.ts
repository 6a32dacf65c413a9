import * as v from 'valibot';
import { type Deed, type Part, doersOf } from '../deeds';
import { limits } from '../limits';
import {
  type Role,
  address,
  appointment,
  callOutcome,
  callResult,
  callTask,
  candidate,
  caseId,
  caseRow,
  caseStep,
  caseView,
  cursor,
  familyId,
  level,
  mandateId,
  mandateWords,
  mode,
  orgId,
  personName,
  phone,
  serviceCode,
  serviceItem,
  text,
  theirWords,
} from '../models';
import { type Action, registered } from './action';

export const heap = v.picklist(['open', 'waiting', 'offered', 'overdue', 'escalated', 'whistled', 'rectify']);
export type Heap = v.InferOutput<typeof heap>;
const agentId = v.pipe(
  v.string('请选一位代办员。'),
  v.minLength(1, '请选一位代办员。'),
  v.maxLength(64, '请选一位代办员。'),
);
const whistleId = v.pipe(v.string('缺少吹哨编号。'), v.maxLength(64, '吹哨编号不对。'));

const page = v.object({ cases: v.array(caseRow), cursor });

const roleOf: Partial<Record<Part, Role>> = {
  resident: 'resident',
  asker: 'resident',
  agent: 'agent',
  colleague: 'agent',
  candidate: 'agent',
  manager: 'manager',
  summoned: 'manager',
};

/** A deed that people do is an action of its name; who has it follows from whose deed it is. */
const step = <Entries extends v.ObjectEntries>(deed: Deed, entries: Entries) => ({
  roles: [...new Set(doersOf(deed).flatMap((part) => roleOf[part] ?? []))],
  writes: true,
  input: v.strictObject({ caseId, ...entries }),
  output: caseStep,
});

export const cases = {
  /**
   * Asks for an agent. `phone` and `address` default to the register's. What is asked for again while it is
   * open is added to that case (`existing`); of a report, an errand or a question each is a case of its own.
   *
   * For somebody else: one of the caller's family (`familyId`), or a neighbour, once. The case is theirs, in their community; the caller is its
   * asker. Where they have asked for it themselves the words are added, and the caller sees no more of it (`hidden`) unless they agree.
   */
  submit: {
    roles: ['resident'],
    writes: true,
    input: v.strictObject({
      serviceCode,
      subtype: v.optional(v.pipe(v.string(), v.maxLength(64))),
      mode,
      note: text(limits.note, '要办的事'),
      phone: v.optional(phone),
      address: v.optional(address),
      appointment: v.optional(appointment),
      familyId: v.optional(familyId),
      neighbour: v.optional(v.strictObject(theirWords)),
    }),
    output: v.object({ ...caseStep.entries, existing: v.boolean(), hidden: v.optional(v.literal(true)) }),
  },
  /**
   * 代录: staff write down what a resident asked for by phone, at the counter or at the door. The resident is found by name and
   * phone in the staff's own community, else entered into its register.
   */
  intake: {
    roles: ['agent', 'manager'],
    writes: true,
    input: v.strictObject({
      channel: v.picklist(['phone', 'counter', 'visit'], '请选是怎么来说的。'),
      name: personName,
      phone,
      serviceCode,
      subtype: v.optional(v.pipe(v.string(), v.maxLength(64))),
      mode,
      note: text(limits.note, '要办的事'),
      address: v.optional(address),
      appointment: v.optional(appointment),
    }),
    output: v.object({ ...caseStep.entries, existing: v.boolean() }),
  },
  detail: {
    roles: registered,
    writes: false,
    input: v.strictObject({ caseId }),
    output: v.object({ case: caseView }),
  },
  /** 一次性告知, the receipt: what the item said on the day that it was asked for, and by which version. */
  told: {
    roles: registered,
    writes: false,
    input: v.strictObject({ caseId }),
    output: v.object({
      version: v.number(),
      at: v.number(),
      item: serviceItem,
      /** it still says the same */
      isCurrent: v.boolean(),
    }),
  },
  /** A resident's own cases, newest first. */
  mine: { roles: ['resident'], writes: false, input: v.strictObject({ cursor }), output: page },
  /** What an agent has in hand, nearest deadline first; on the first page also what they are being asked to take. */
  queue: {
    roles: ['agent'],
    writes: false,
    input: v.strictObject({ cursor }),
    output: v.object({ ...page.entries, offers: v.array(caseRow) }),
  },
  /** The cases of the agent's street that have no agent and that this one knows how to do, oldest first. */
  pool: { roles: ['agent'], writes: false, input: v.strictObject({ cursor }), output: page },
  /**
   * The dispatch board of a unit: its open cases, or one heap of them. `waiting` is oldest first, the others nearest
   * deadline first; `escalated` and `whistled` are those addressed to this very unit; `rectify` are those whose bad review is being looked
   * into.
   */
  board: {
    roles: ['manager'],
    writes: false,
    input: v.strictObject({ orgId, heap: v.optional(heap, 'open'), cursor }),
    output: v.object({
      ...page.entries,
      /** how many lie in each heap; first page only */
      counts: v.optional(v.record(heap, v.number())),
    }),
  },
  /**
   * Finds cases of a unit, also those that have ended, newest first: by their number, by the resident's name or phone, by the
   * agent's name, each of them whole and however it is written.
   */
  find: {
    roles: ['manager'],
    writes: false,
    input: v.strictObject({ orgId, text: text(limits.sought, '要找的编号、姓名或电话'), cursor }),
    output: page,
  },
  /** Who could take the case, best first, each with the reason: for a hand-over or an assignment by hand. */
  candidates: {
    roles: ['agent', 'manager'],
    writes: false,
    input: v.strictObject({ caseId }),
    output: v.object({ candidates: v.array(candidate) }),
  },
  /** An agent takes a case that has no agent. */
  claim: step('claim', {}),
  /** A manager offers the case to this agent, past the ranking but not past capacity, leave or a conflict. */
  assign: step('assign', { agentId }),
  /** The agent asks a colleague to take the case over; it stays theirs until the colleague accepts. */
  handover: step('handover', { agentId, reason: text(limits.reason, '转手的原因') }),
  /** The next step of the item is done. */
  progress: step('progress', { step: v.pipe(v.number('缺少步骤。'), v.integer(), v.minValue(0)) }),
  /** A manager says that they know of what was escalated to them: it goes no further up. */
  acknowledge: step('acknowledge', {}),
  /** 吹哨: summons a street or district unit of the district, with a question and a limit in working days. */
  whistle: step('whistle', {
    orgId,
    question: text(limits.question, '要问的事'),
    days: v.optional(
      v.pipe(
        v.number(),
        v.integer('期限要是整天数。'),
        v.minValue(1, '期限至少一个工作日。'),
        v.maxValue(limits.whistleDays, `期限最多${limits.whistleDays}个工作日。`),
      ),
    ),
    /** who answers there; a manager of the unit */
    ownerId: v.optional(v.pipe(v.string(), v.maxLength(64))),
  }),
  answer: step('answer', { whistleId, answer: text(limits.answer, '答复') }),
  rateAnswer: step('rateAnswer', { whistleId, level, text: v.optional(text(limits.reviewText, '评语')) }),
  /** 全区通办: hands the case to another community of the district, with its timeline and its clocks. */
  move: step('move', { orgId, reason: text(limits.reason, '转办的原因') }),
  /** 请打电话告知: whom no message reaches, oldest first. */
  calls: {
    roles: ['agent'],
    writes: false,
    input: v.strictObject({}),
    output: v.object({ calls: v.array(callTask) }),
  },
  /** How the call went; no answer leaves the task for later. */
  called: {
    roles: ['agent'],
    writes: true,
    input: v.strictObject({
      callId: v.pipe(v.string(), v.maxLength(200)),
      outcome: callOutcome,
      text: v.optional(text(limits.message, '通话情况')),
    }),
    output: v.object({ callId: v.string() }),
  },
  accept: step('accept', {}),
  decline: step('decline', { reason: text(limits.reason, '不接的原因') }),
  ask: step('ask', { text: text(limits.message, '要补的材料') }),
  supply: step('supply', { text: text(limits.message, '补充的内容') }),
  complete: step('complete', { result: text(limits.result, '办理结果') }),
  /** A manager ends a complaint of the staff with what was found. */
  reply: step('reply', { result: text(limits.result, '答复') }),
  terminate: step('terminate', { reason: text(limits.reason, '终止的原因') }),
  /** The resident asks to hurry; the agent is told. Again only after four working hours. */
  urge: step('urge', {}),
  /** 留言: a word to the other side of the case; it changes nothing. */
  say: step('say', { text: text(limits.message, '要说的话') }),
  /**
   * 没办成: a completed case goes back to the agent who had it; for a terminated case another agent is looked for. The
   * promise was never kept, so its clock has never stopped.
   * A manager says it for a resident who told them so.
   */
  reopen: step('reopen', { reason: text(limits.reason, '哪里没办成') }),
  /** A manager takes over the rectification of a bad review. */
  take: step('take', {}),
  /** What looking into it found. Not true: straight to the call-back. */
  verify: step('verify', {
    isUpheld: v.boolean('请选属实还是不属实。'),
    findings: text(limits.findings, '核实的情况'),
  }),
  /** What was done about it. */
  mend: step('mend', {
    outcome: v.picklist(['mended', 'explained'], '请选已整改还是已解释。'),
    text: text(limits.findings, '整改的情况'),
  }),
  /** One attempt of the rectification's call-back: the resident's answer, or the fifth attempt, closes it. */
  phone: step('phone', {
    result: callResult,
    /** what they say now; the first score stays */
    level: v.optional(level),
    text: v.optional(text(limits.message, '通话情况')),
  }),
  /** Opens name, number and door of a case to a manager; the opening is written into the timeline. */
  contact: {
    roles: ['manager'],
    writes: true,
    input: v.strictObject({ caseId, why: text(limits.reason, '查看的原因') }),
    output: v.object({ name: v.string(), phone: v.string(), address: v.optional(v.string()) }),
  },
  /** 委托书: the resident, or who asks for them, authorises the agent or the asker for this case, with a signature. */
  authorise: step('authorise', mandateWords),
  /** It holds no longer, from this instant on. */
  revoke: step('revoke', { mandateId }),
  /** The agent shows it at a window: only while it holds. */
  show: step('show', { mandateId }),
  /** 续办: it ran out, or is about to, while the agent still needs it. */
  renew: step('renew', { mandateId }),
  /** The resident does without who asked for them: that person sees nothing more of it. */
  dismiss: step('dismiss', {}),
  cancel: step('cancel', { reason: v.optional(text(limits.reason, '撤销的原因')) }),
} satisfies Record<string, Action>;
