import * as v from 'valibot';
import { type Deed, type Part, doersOf } from '../deeds';
import { limits } from '../limits';
import {
  type Role,
  address,
  aboutWhom,
  answerRow,
  answerStates,
  answerWords,
  appointment,
  bundleCode,
  bundleId,
  callOutcome,
  callResult,
  callTask,
  candidate,
  caseId,
  caseRow,
  caseStep,
  caseView,
  courier,
  cursor,
  custodyId,
  day,
  familyId,
  idNumber,
  handWay,
  level,
  mandateId,
  mandateWords,
  mapPoint,
  mode,
  nearbyRow,
  orgId,
  original,
  paperId,
  paperMark,
  paperState,
  paperPhotos,
  parcelNumber,
  personName,
  phone,
  photoId,
  photoIds,
  photoKey,
  placeCode,
  proof,
  serviceCode,
  serviceItem,
  setOf,
  sharedView,
  slotDay,
  source,
  text,
  theirWords,
  tier,
  timelineEntry,
  verdicts,
  where,
} from '../models';
import { wishReasons } from '../words';
import { type Action, everyone, registered } from './action';

export const heap = v.picklist(['open', 'waiting', 'offered', 'overdue', 'escalated', 'whistled', 'rectify']);
export type Heap = v.InferOutput<typeof heap>;
const agentId = v.pipe(
  v.string('请选一位代办员。'),
  v.minLength(1, '请选一位代办员。'),
  v.maxLength(64, '请选一位代办员。'),
);
const answerId = v.pipe(v.string('缺少问答编号。'), v.maxLength(64, '问答编号不对。'));
const whistleId = v.pipe(v.string('缺少吹哨编号。'), v.maxLength(64, '吹哨编号不对。'));

/** Cloud file ids, uploaded to `cases/<own id>/` before. */
const casePhotos = v.pipe(
  setOf(photoId),
  v.maxLength(limits.casePhotos, `最多放${limits.casePhotos}张照片。`),
);

/** Where a report is: the community or the grid, by its code or chosen, and there the landmark; a point where the map is approved. */
const reportPlace = v.strictObject({
  code: v.optional(placeCode),
  orgId: v.optional(orgId),
  landmark: text(limits.address, '在哪儿'),
  point: v.optional(mapPoint),
});

const page = v.object({ cases: v.array(caseRow), cursor });

const roleOf: Partial<Record<Part, Role>> = {
  resident: 'resident',
  asker: 'resident',
  joiner: 'resident',
  agent: 'agent',
  colleague: 'agent',
  companion: 'agent',
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
   * 一件事一次办: asks for several items at once, for the caller or one of their family: all of them, or none. Each is a case of its
   * own; what is open already for this person, and about the same one, is joined. `mode` holds for each item that is done so.
   */
  submitBundle: {
    roles: ['resident'],
    writes: true,
    input: v.strictObject({
      bundle: bundleCode,
      /** by their items */
      parts: v.pipe(
        setOf(serviceCode),
        v.minLength(1, '请至少选一样。'),
        v.maxLength(limits.bundleParts, `一次最多${limits.bundleParts}样。`),
      ),
      about: v.optional(aboutWhom),
      mode: v.picklist(['home-visit', 'online', 'counter'], '请选一种办理方式。'),
      note: v.optional(text(limits.note, '要办的事')),
      phone: v.optional(phone),
      address: v.optional(address),
      familyId: v.optional(familyId),
    }),
    output: v.object({
      bundleId: v.string(),
      parts: v.array(
        v.object({
          ...caseStep.entries,
          code: v.string(),
          name: v.string(),
          existing: v.boolean(),
          /** it is the person's own, and the caller sees no more of it */
          hidden: v.optional(v.literal(true)),
          /** the names of those it waits for */
          waits: v.array(v.string()),
        }),
      ),
    }),
  },
  /** A bundle with those of its parts that the caller has to do with: the cases, and all that happened in one timeline, newest first. */
  bundle: {
    roles: registered,
    writes: false,
    input: v.strictObject({ bundleId }),
    output: v.object({
      name: v.string(),
      code: v.string(),
      parts: v.array(caseRow),
      events: v.array(v.object({ caseId: v.string(), serviceName: v.string(), ...timelineEntry.entries })),
      /** each paper once: in whose case it is given, and for which it is */
      papers: v.array(
        v.object({ name: v.string(), caseId: v.string(), state: paperState, of: v.array(v.string()) }),
      ),
    }),
  },
  /** A part whose need will not be there goes on without it. */
  goOn: step('goOn', {}),
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
  /**
   * 时段: the hours that can still be had in a community for this item, of fourteen days. Whose the community is, or may be, is not asked:
   * who joins with their first request picks an hour before they are in the register.
   */
  slots: {
    roles: everyone,
    writes: false,
    input: v.strictObject({
      /** the community, or the code on its sheet */
      orgId: v.optional(orgId),
      code: v.optional(placeCode),
      serviceCode,
      mode,
      /** the first of the days; today where it is left out */
      from: v.optional(day),
      /** this agent's alone: the hour of a case that is theirs is moved */
      agentId: v.optional(agentId),
    }),
    output: v.object({
      days: v.array(slotDay),
      /** where the next fourteen begin; none where nothing can be had so late */
      next: v.optional(day),
    }),
  },
  /**
   * 投诉建议: about one of the caller's own cases, a person of the staff, a unit, or what the words say. It goes to the lowest unit above
   * everybody whom it is about; those never learn that it is there. Errors: NOBODY_ABOVE, where nothing was kept.
   */
  complain: {
    roles: ['resident'],
    writes: true,
    input: v.strictObject({
      about: v.picklist(['case', 'person', 'unit', 'words'], '请选要说的是谁、哪件事。'),
      /** of the case, the person or the unit */
      id: v.optional(v.pipe(v.string(), v.maxLength(64, '请重新选一次。'))),
      /** whom or what, where it was written */
      whom: v.optional(text(limits.name, '投诉谁、哪里')),
      note: text(limits.note, '要说的事'),
      phone: v.optional(phone),
      photos: v.optional(casePhotos, []),
    }),
    output: v.object({
      ...caseStep.entries,
      existing: v.boolean(),
      /** the unit that looks into it, and by when it answers */
      holder: v.string(),
      dueAt: v.number(),
    }),
  },
  /**
   * 随手报: what is wrong somewhere, with photos. `place` is where it is, never where the caller lives: its grid's agents get it. Each report is
   * a case of its own; the very same again, in the same words at the same place, is the one that is open (`existing`). Errors: those of a
   * place, PLACE_ELSEWHERE.
   */
  report: {
    roles: ['resident'],
    writes: true,
    input: v.strictObject({
      subtype: v.optional(v.pipe(v.string(), v.maxLength(64))),
      note: text(limits.note, '怎么回事'),
      place: reportPlace,
      photos: v.optional(casePhotos, []),
      /** nobody else may know who reported it, neither the agent nor a manager */
      isAnonymous: v.optional(v.boolean(), false),
    }),
    output: v.object({ ...caseStep.entries, existing: v.boolean(), dueAt: v.number() }),
  },
  /** Open reports of the same kind in the same community, the newest first, for a neighbour who may have met the same. */
  nearby: {
    roles: ['resident'],
    writes: false,
    input: v.strictObject({
      code: v.optional(placeCode),
      orgId: v.optional(orgId),
      subtype: v.optional(v.pipe(v.string(), v.maxLength(64))),
    }),
    output: v.object({ reports: v.array(nearbyRow) }),
  },
  /** 我也遇到了: the caller is told how a neighbour's report goes. It stays the neighbour's, and nobody is told who joined. */
  join: { roles: ['resident'], writes: true, input: v.strictObject({ caseId }), output: caseStep },
  /** Takes that back. */
  leave: step('leave', {}),
  /** 像是同一件: a manager takes a report out of those that it is shown with, for all who see them; and puts it back. */
  apart: step('apart', {}),
  alike: step('alike', {}),
  /** Whom a complaint can be about: the caller's newest cases, the staff whom they have had to do with, the units of their home. */
  complainable: {
    roles: ['resident'],
    writes: false,
    input: v.strictObject({}),
    output: v.object({
      cases: v.array(v.object({ id: v.string(), name: v.string(), no: v.string(), at: v.number() })),
      people: v.array(v.object({ id: v.string(), name: v.string(), post: v.string() })),
      units: v.array(v.object({ id: v.string(), name: v.string(), tier })),
    }),
  },
  /**
   * Where photos may be put, one place each, before they hang anywhere: `cases` of a report or a complaint, `reviews` and `papers` of a
   * case, `faces` an agent's own, `samples` of an item (`caseId` is its code). What hangs nowhere a day later is deleted.
   */
  upload: {
    roles: registered,
    writes: true,
    input: v.strictObject({
      of: v.picklist(['cases', 'reviews', 'papers', 'faces', 'samples']),
      caseId: v.optional(caseId),
      /** how the name of each ends */
      ends: v.pipe(
        v.array(v.picklist(['jpg', 'jpeg', 'png', 'webp'], '只放JPG、PNG的照片。')),
        v.minLength(1, '请选一张照片。'),
        v.maxLength(limits.casePhotos, `最多放${limits.casePhotos}张照片。`),
      ),
    }),
    output: v.object({ paths: v.array(v.string()) }),
  },
  /** Links to the photos that came with a case, good for ten minutes, without one that is gone. */
  pictures: {
    roles: registered,
    writes: false,
    input: v.strictObject({ caseId }),
    output: v.object({ urls: v.array(v.string()) }),
  },
  /**
   * Who comes: the agent and who goes along, each with their photo where they have put one there, by links good for ten minutes. While the visit
   * stands, until the end of its day; nobody before and after.
   */
  visitors: {
    roles: ['resident'],
    writes: false,
    input: v.strictObject({ caseId }),
    output: v.object({ visitors: v.array(v.object({ id: v.string(), url: v.string() })) }),
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
  /** 封存凭据: the caller's case in the chain: what proves to anybody with a printed head that nothing of it was changed since. */
  proof: {
    roles: ['resident', 'manager'],
    writes: false,
    input: v.strictObject({ caseId }),
    output: proof,
  },
  /** A resident's own cases, newest first. */
  mine: {
    roles: ['resident'],
    writes: false,
    input: v.strictObject({ cursor }),
    /** `joined`: neighbours' reports that they have met, too; on the first page */
    output: v.object({ ...page.entries, joined: v.optional(v.array(caseRow)) }),
  },
  /** What an agent has in hand, nearest deadline first; on the first page also what they are being asked to take. */
  queue: {
    roles: ['agent'],
    writes: false,
    input: v.strictObject({ cursor }),
    output: v.object({
      ...page.entries,
      offers: v.array(caseRow),
      /** done, with 证件 that the resident does not have yet; first page only */
      owed: v.optional(v.array(caseRow)),
    }),
  },
  /** Agents who are not there today, on leave or not working here any more, each with the open cases of this unit that wait with them. */
  absent: {
    roles: ['manager'],
    writes: false,
    input: v.strictObject({ orgId }),
    output: v.object({
      agents: v.array(
        v.object({
          agentId: v.string(),
          name: v.string(),
          /** the last day of their leave; none: they do not work here any more */
          until: v.optional(v.string()),
          cases: v.array(caseRow),
        }),
      ),
    }),
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
  /**
   * Who could take the case, best first, each with the reason: for a hand-over or an assignment by hand. `along`: who is free to go along
   * to the door at the hour that is agreed on (两人同行).
   */
  candidates: {
    roles: ['agent', 'manager'],
    writes: false,
    input: v.strictObject({ caseId, along: v.optional(v.literal(true)) }),
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
  /** An hour is agreed on, or another one: by whoever asks, one that exists, of the agent who has the case. */
  book: step('book', { appointment }),
  /** There is no hour any more; the agent rings. */
  callOff: step('callOff', {}),
  /** The hour has come and somebody has not: said by the one who waits. */
  miss: step('miss', {}),
  /** 两人同行: two go to the door, since the item says so or for what is written here; why is read by those who work alone. */
  pair: step('pair', { why: text(limits.reason, '为什么要两个人') }),
  /** A manager says that one is enough, also where the item says two. */
  unpair: step('unpair', { why: text(limits.reason, '为什么一个人就行') }),
  /** Who goes along at the hour that is agreed on: an agent who is free then; nobody: it is to be another. */
  bring: step('bring', { agentId: v.optional(agentId) }),
  /** The visit begins: with the four digits that the resident reads out. `at`: the hour that the agent came for. */
  arrive: step('arrive', {
    code: v.pipe(v.string('请输入4位数字。'), v.trim(), v.regex(/^\d{4}$/, '请输入4位数字。')),
    at: v.number(),
  }),
  /** The agent's appointments of today: by hour, then by building; those at the door of a case that is theirs with whom to call. */
  day: {
    roles: ['agent'],
    writes: false,
    input: v.strictObject({}),
    output: v.object({ visits: v.array(v.object({ ...caseRow.entries, phone: v.optional(v.string()) })) }),
  },
  /**
   * 材料: marks one paper of the list (`state`), or changes its photos: `add` were uploaded before, `drop` are names that
   * `photos` gave. A paper with photos is `sent`.
   */
  paper: step('paper', {
    paper: paperId,
    state: v.optional(paperMark),
    add: v.optional(photoIds, []),
    drop: v.optional(
      v.pipe(setOf(photoKey), v.maxLength(limits.paperPhotos, '照片太多了，请刷新看看。')),
      [],
    ),
  }),
  /** The agent says of papers that they will do. What is wrong with one is said by `ask`. */
  check: step('check', { papers: verdicts }),
  /** The agent asks for what is wrong or lacking: paper by paper, in words, or both. What will do may be said with it. */
  ask: step('ask', {
    text: v.optional(text(limits.message, '要补的材料')),
    papers: v.optional(verdicts),
  }),
  /**
   * 原件: the agent has taken one, and where. It is out from now on, whether or not the resident has said yes to it. In a case that is done:
   * 证件 that are still to be handed over.
   */
  keep: step('keep', { what: original, where }),
  /** It is at a window now. */
  lodge: step('lodge', { custody: custodyId, where }),
  /**
   * It was given back, or 证件 were handed over; it is there once the resident says so. To another than the resident, or by post, which
   * needs its courier and number; then `where` is where it was sent to.
   */
  giveBack: step('giveBack', {
    custody: custodyId,
    to: personName,
    where,
    way: v.optional(handWay),
    courier: v.optional(courier),
    number: v.optional(parcelNumber),
  }),
  /**
   * The resident's yes to what was said last of an original. For one without WeChat the agent sends a photo of the slip that
   * they signed (`slip`, uploaded to `papers/<case id>/<own id>/`), or a manager says how they asked (`text`).
   */
  confirm: step('confirm', {
    custody: custodyId,
    slip: v.optional(photoId),
    text: v.optional(text(limits.reason, '怎么问的')),
  }),
  /** It was not so. */
  deny: step('deny', { custody: custodyId, text: text(limits.reason, '是怎么回事') }),
  /** What was asked for is there, in words or by what was done about its papers. */
  supply: step('supply', { text: v.optional(text(limits.message, '补充的内容')) }),
  /** Links to the photos of papers and messages: for the resident, and the agent while the case is theirs. */
  photos: {
    roles: ['resident', 'agent'],
    writes: false,
    input: v.strictObject({ caseId }),
    output: v.object({ papers: paperPhotos }),
  },
  /** The same for a manager; the opening is written into the timeline. */
  inspect: {
    roles: ['manager'],
    writes: true,
    input: v.strictObject({ caseId, why: text(limits.reason, '查看的原因') }),
    output: v.object({ papers: paperPhotos }),
  },
  /** `hands`: 证件 that are still to be handed over to the resident. */
  complete: step('complete', { result: text(limits.result, '办理结果'), hands: v.optional(original) }),
  /** 受理: a manager looks into a complaint from now on. */
  receive: step('receive', {}),
  /** 回访: one attempt to ask by phone whether the answer will do. Once the resident was reached the complaint is closed. */
  callBack: step('callBack', { result: callResult, text: v.optional(text(limits.message, '通话情况')) }),
  /** The answer will not do: the tier above looks again, once. A manager says it for a resident who told them so on the phone. */
  contest: step('contest', { reason: text(limits.reason, '哪里不满意') }),
  /** A manager ends a complaint of the staff with what was found; whoever has a question answers it, and says by what (`source`). */
  reply: step('reply', { result: text(limits.result, '答复'), source: v.optional(source) }),
  /** The answer to a question did: it is done. */
  helped: step('helped', {}),
  /** The answer may be one for all: in general words, without a person in them. A manager decides. */
  propose: step('propose', answerWords),
  /** What became of the proposal to make a case's answer public. */
  proposal: {
    roles: ['agent', 'manager'],
    writes: false,
    input: v.strictObject({ caseId }),
    output: v.object({ answer: v.optional(answerRow) }),
  },
  /** 公开问答 of a unit's cases in one state, the one changed last first. */
  proposals: {
    roles: ['manager'],
    writes: false,
    input: v.strictObject({ orgId, state: v.optional(v.picklist(answerStates), 'proposed'), cursor }),
    output: v.object({ answers: v.array(answerRow), cursor }),
  },
  /** Anybody may read it from now on, in these words; also of what is public already, or was withdrawn. */
  publish: {
    roles: ['manager'],
    writes: true,
    input: v.strictObject({ answerId, ...answerWords, reviewOn: day }),
    output: v.object({ answerId: v.string(), publishedAt: v.number() }),
  },
  /** Nobody reads it any more; or it does not become public. */
  withdraw: {
    roles: ['manager'],
    writes: true,
    input: v.strictObject({ answerId, reason: text(limits.reason, '撤回的原因') }),
    output: v.object({ answerId: v.string() }),
  },
  /** It was not clear yet: asked on, once. */
  askOn: step('askOn', { text: text(limits.note, '还想问的') }),
  terminate: step('terminate', { reason: text(limits.reason, '终止的原因') }),
  /** 换一位代办员: a resident's wish, which the community's managers decide: by `assign`, or by `keep` with the reason. */
  wish: step('wish', { reason: v.optional(v.picklist(wishReasons, '请选一个，或者不选。')) }),
  stay: step('stay', { reason: text(limits.reason, '不换的原因') }),
  /** The resident asks to hurry; the agent is told. Again only after four working hours. */
  urge: step('urge', {}),
  /** 留言: a word to the other side of the case, photos (uploaded to `papers/<case id>/<own id>/`), or both; it changes nothing. */
  say: step('say', {
    text: v.optional(text(limits.message, '要说的话')),
    photos: v.optional(photoIds, []),
  }),
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
  /** 身份证号, for an item that needs it: kept encrypted, the newest alone. Errors: ID_NUMBER_NOT_NEEDED, KEY_MISSING. */
  identify: step('identify', { idNumber }),
  /** Opens it to the agent who has the case; the opening is written into the timeline. Errors: ID_NUMBER_MISSING, KEY_LOST. */
  reveal: {
    ...step('reveal', {}),
    output: v.object({ idNumber: v.string() }),
  },
  /** 分享进展: makes a link for the family, told this once. Errors: SHARES_FULL. */
  share: {
    ...step('share', {}),
    output: v.object({ ...caseStep.entries, share: v.string(), until: v.number() }),
  },
  /** Ends every link of the case. */
  unshare: step('unshare', {}),
  /** What a link shows, to whoever has it. Errors: SHARE_OVER, whatever is wrong with it. */
  shared: {
    roles: everyone,
    writes: false,
    input: v.strictObject({ share: v.pipe(v.string('分享不对。'), v.maxLength(200, '分享不对。')) }),
    output: sharedView,
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
