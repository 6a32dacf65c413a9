import * as v from 'valibot';
import { deliveryNames, noticeKinds } from '../words';
import { callOutcome, keysOf } from './field';

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

/** How a person wants to be told by WeChat. */
export const noticeSettings = v.object({
  /** nothing that can wait between 22:00 and 7:00 */
  quiet: v.boolean(),
  kinds: v.array(
    v.object({
      kind: noticeKind,
      /** the id that `wx.requestSubscribeMessage` wants */
      templateId: v.string(),
      isMuted: v.boolean(),
      /** messages that are left, as far as we know: WeChat never tells */
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
  /** `hint`: what phones say and WeChat has not; it stops nothing */
  kind: v.picklist(['template', 'config', 'data', 'queue', 'hint', 'permission']),
  /** of a permission: the cloud function that lacks it */
  function: v.optional(v.string()),
  noticeKind: v.optional(noticeKind),
  code: v.optional(v.number()),
  why: v.string(),
  firstAt: v.number(),
  lastAt: v.number(),
  count: v.number(),
  /** nothing more is sent by this template until a manager says that it is mended */
  stops: v.boolean(),
  /** the caller may say that it is mended */
  canMend: v.boolean(),
  /** of a hint, for managers who may look into it: whose phones said it, by the register's id and a masked name */
  saidBy: v.optional(v.array(v.object({ id: v.string(), name: v.string(), orgName: v.string() }))),
});
export type Alarm = v.InferOutput<typeof alarm>;
/** 请打电话告知: a resident whom no message reaches. */
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
