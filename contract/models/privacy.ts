import * as v from 'valibot';
import { limits } from '../limits';
import { looks, lookers, refusalGrounds, requestKinds, requestStates } from '../kept';
import { card, keysOf, text } from './field';

/** Not among `./index`: what a page takes of the other models would bring the whole 留存表 into each package. */

/** One opening of a person's data: who, when, why, by which case. */
export const reading = v.object({
  at: v.number(),
  /** how long it lasted; absent: an instant, or it still lasts (`isOn`) */
  until: v.optional(v.number()),
  isOn: v.optional(v.boolean()),
  by: v.string(),
  part: v.picklist(keysOf(lookers)),
  how: v.picklist(keysOf(looks)),
  why: v.optional(v.string()),
  case: v.optional(v.object({ id: v.string(), no: v.string(), serviceName: v.string() })),
});
export type Reading = v.InferOutput<typeof reading>;

export const requestKind = v.picklist(keysOf(requestKinds), '请选要做什么。');
export const refusalGround = v.picklist(keysOf(refusalGrounds), '请选不能照办的理由。');
export const dataRequestId = v.pipe(
  v.string('请选一个请求。'),
  v.regex(/^dr-[0-9a-f]{20}$/, '请选一个请求。'),
);

/** 个人信息请求: as its person and the managers of the unit see it. */
export const dataRequest = v.object({
  id: v.string(),
  kind: v.picklist(keysOf(requestKinds)),
  state: v.picklist(keysOf(requestStates)),
  personId: v.string(),
  /** masked for managers */
  name: v.string(),
  orgName: v.string(),
  at: v.number(),
  dueAt: v.number(),
  card: v.optional(card),
  text: v.optional(v.string()),
  /** the person is without WeChat: who started it for them, and what the paper says */
  byStaff: v.optional(v.string()),
  paper: v.optional(v.string()),
  /** of a leaving: cases that go on until their end first */
  waits: v.optional(v.boolean()),
  /** what stood in the way on its day */
  stuck: v.optional(v.string()),
  answer: v.optional(
    v.object({
      at: v.number(),
      by: v.string(),
      ground: v.optional(v.picklist(keysOf(refusalGrounds))),
      why: v.optional(v.string()),
    }),
  ),
});
export type DataRequest = v.InferOutput<typeof dataRequest>;

const namedCase = v.object({ caseId: v.string(), no: v.string(), serviceName: v.string() });

/** 注销: what would go, what stays until when, and what stands in its way. */
export const leavingView = v.object({
  /** reasons for which it cannot be asked for now */
  blocked: v.array(v.object({ caseId: v.optional(v.string()), says: v.string() })),
  /** cases that have to end or be taken back first, or go on until their end by choice */
  open: v.array(namedCase),
  /** kept as an archive without the person */
  archived: v.array(v.object({ ...namedCase.entries, until: v.optional(v.number()) })),
  /** the post stays, and with it name and number */
  isStaff: v.boolean(),
  dueAt: v.number(),
});
export type LeavingView = v.InferOutput<typeof leavingView>;

export const requestText = text(limits.message, '要改的内容');
/** What the paper says by which somebody without WeChat asked: day, who signed. */
export const paperNote = text(limits.reason, '凭据');

/** What stands of the consents that can be taken back. */
export const consentView = v.object({
  joinedAt: v.optional(v.number()),
  askers: v.number(),
  shares: v.array(namedCase),
  mandates: v.array(namedCase),
  wall: v.array(v.object({ ...namedCase.entries, text: v.string() })),
  photos: v.array(v.object({ ...namedCase.entries, count: v.number() })),
});
export type ConsentView = v.InferOutput<typeof consentView>;
