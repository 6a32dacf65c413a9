import * as v from 'valibot';
import { isBlank } from '../text';
import { caseId, cursor, onePerson, orgId, text } from '../models';
import {
  consentView,
  dataRequest,
  dataRequestId,
  leavingView,
  paperNote,
  reading,
  refusalGround,
  requestKind,
  requestText,
} from '../models/privacy';
import { keepingChange, keepingView } from '../models/keeping';
import { openingsOf } from '../models/openings';
import { openingsDays } from '../openings';
import { limits } from '../limits';
import { type Action, registered } from './action';
import { link } from './metrics';

/** A copy of everything: the page and the data, both good until the same instant. */
const copyLinks = v.object({ page: link, data: link, until: v.number() });
export type CopyLinks = v.InferOutput<typeof copyLinks>;

const reason = text(limits.reason, '说明');

/** 我的信息, and what a person may ask of it. For somebody without WeChat managers do the same, with a paper (`personId`, `paper`). */
export const privacy = {
  /** What the caller has asked, what they can ask, which consents stand. */
  mine: {
    roles: registered,
    writes: false,
    input: v.strictObject({}),
    output: v.object({
      requests: v.array(dataRequest),
      consents: consentView,
      /** by the rules of the caller's unit */
      photoDays: v.number(),
      /** what the district has set; phones of before do not ask */
      days: v.optional(
        v.object({
          inbox: v.number(),
          requests: v.number(),
          looks: v.number(),
          contacts: v.optional(v.number()),
        }),
      ),
    }),
  },
  /** Who has looked at what is kept of the caller: a page goes by the cases, the newest first. */
  readers: {
    roles: registered,
    writes: false,
    input: v.strictObject({ cursor }),
    output: v.object({ readings: v.array(reading), cursor }),
  },
  /** A copy of everything; asked for again while it is good, the same. */
  copy: {
    roles: registered,
    writes: true,
    input: v.strictObject({}),
    output: copyLinks,
  },
  /** What leaving would do. */
  leaving: { roles: ['resident'], writes: false, input: v.strictObject({}), output: leavingView },
  /** `text`: what is wrong, of a correction. `goOn`: open cases go on until their end, and then it is done. */
  ask: {
    roles: registered,
    writes: true,
    input: v.strictObject({
      kind: requestKind,
      text: v.optional(requestText),
      goOn: v.optional(v.boolean(), false),
    }),
    output: dataRequest,
  },
  /** The wish is taken back: until it is carried out. */
  takeBack: {
    roles: registered,
    writes: true,
    input: v.strictObject({ id: dataRequestId }),
    output: dataRequest,
  },
  /** The caller's words come off the wall. */
  unpublish: {
    roles: ['resident'],
    writes: true,
    input: v.strictObject({ caseId }),
    output: v.object({ caseId: v.string() }),
  },
  /** The photos of a case of the caller's that has ended are deleted now. */
  dropPhotos: {
    roles: ['resident'],
    writes: true,
    input: v.strictObject({ caseId }),
    output: v.object({ caseId: v.string(), photos: v.number() }),
  },
  /** The requests of a unit and all under it: those that are open by when they are due, the others the newest first. */
  requests: {
    roles: ['manager'],
    writes: false,
    input: v.strictObject({ orgId, open: v.boolean(), cursor }),
    output: v.object({ requests: v.array(dataRequest), cursor }),
  },
  /** Carried out, or refused with a ground of the law. */
  decide: {
    roles: ['manager'],
    writes: true,
    input: v.pipe(
      v.strictObject({
        id: dataRequestId,
        yes: v.boolean('请选照办还是不照办。'),
        ground: v.optional(refusalGround),
        why: v.optional(reason),
      }),
      v.forward(
        v.check(({ yes, ground }) => yes || ground !== undefined, '请选不能照办的理由。'),
        ['ground'],
      ),
      v.forward(
        v.check(({ yes, why }) => yes || !isBlank(why ?? ''), '请写一写为什么，居民会看到。'),
        ['why'],
      ),
    ),
    output: dataRequest,
  },
  /** For somebody without WeChat: what `leaving`, `ask` and `copy` are for the others. */
  leavingOf: {
    roles: ['manager'],
    writes: false,
    input: v.strictObject({ personId: onePerson }),
    output: leavingView,
  },
  askFor: {
    roles: ['manager'],
    writes: true,
    input: v.strictObject({
      personId: onePerson,
      kind: requestKind,
      text: v.optional(requestText),
      goOn: v.optional(v.boolean(), false),
      paper: paperNote,
    }),
    output: dataRequest,
  },
  copyFor: {
    roles: ['manager'],
    writes: true,
    input: v.strictObject({ personId: onePerson, paper: paperNote }),
    output: copyLinks,
  },
  /** 查看记录 of a unit and all under it, of the last days: who opened what of whom, the unusual first; `isMore`: the newest alone, there was too much to look through. */
  openings: {
    roles: ['manager'],
    writes: false,
    input: v.strictObject({
      orgId,
      days: v.optional(v.picklist(openingsDays, '请选看多少天。'), openingsDays[0]),
    }),
    output: v.object({ from: v.number(), isMore: v.boolean(), readers: v.array(openingsOf) }),
  },
  /** The same of one person, from the beginning. */
  readersOf: {
    roles: ['manager'],
    writes: false,
    input: v.strictObject({ personId: onePerson, cursor }),
    output: v.object({ readings: v.array(reading), cursor }),
  },
  /** 保存期限 as they hold in a unit, and what the next run removes, before it does. */
  keeping: { roles: ['manager'], writes: false, input: v.strictObject({ orgId }), output: keepingView },
  /** The district's own, over the version that was read. */
  setKeeping: {
    roles: ['manager'],
    writes: true,
    input: v.strictObject({ orgId, version: v.number(), ...keepingChange.entries }),
    output: v.object({ version: v.number() }),
  },
  /** 个人信息保护影响评估 of a district that are kept, the newest first; `isCurrent`: it says how things stand now. */
  assessments: {
    roles: ['manager'],
    writes: false,
    input: v.strictObject({ orgId }),
    output: v.object({
      isCurrent: v.boolean(),
      assessments: v.array(v.object({ id: v.string(), at: v.number(), by: v.string() })),
    }),
  },
  /** One of them to read and print; without `id` the newest, made anew where what is configured has changed. */
  assess: {
    roles: ['manager'],
    writes: true,
    input: v.strictObject({
      orgId,
      id: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{24}$/, '没有这一份。'))),
    }),
    output: link,
  },
} satisfies Record<string, Action>;
