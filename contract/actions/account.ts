import * as v from 'valibot';
import { community, contactCard, cursor, notice, noticeKind, noticeSettings, person, setOf } from '../models';
import { type Action, registered } from './action';

export const account = {
  /** Who I am, the community I belong to, and the agent my household knows. */
  session: {
    roles: registered,
    writes: false,
    input: v.strictObject({}),
    output: v.object({
      person,
      community: v.optional(community),
      agent: v.optional(contactCard),
      /** notices not read yet, 99 at most */
      unread: v.number(),
    }),
  },
  /** My notices, newest first. */
  inbox: {
    roles: registered,
    writes: false,
    input: v.strictObject({ cursor }),
    output: v.object({
      notices: v.array(notice),
      cursor,
      /** up to when the inbox was read before */
      readAt: v.number(),
    }),
  },
  /** The inbox was read up to this instant. */
  read: {
    roles: registered,
    writes: true,
    input: v.strictObject({ upTo: v.number() }),
    output: v.object({ readAt: v.number() }),
  },
  /** 通知设置. */
  notices: { roles: registered, writes: false, input: v.strictObject({}), output: noticeSettings },
  setNotices: {
    roles: registered,
    writes: true,
    input: v.strictObject({ quiet: v.boolean(), muted: setOf(noticeKind) }),
    output: noticeSettings,
  },
  /** What somebody answered in WeChat's own dialog: each yes is one more message of its kind. */
  subscribed: {
    roles: registered,
    writes: true,
    input: v.strictObject({
      accepted: setOf(noticeKind),
      refused: setOf(noticeKind),
      /** templates that WeChat told this phone it does not allow any more: a hint for the admin, which stops nothing */
      banned: v.optional(setOf(noticeKind), []),
    }),
    output: noticeSettings,
  },
} satisfies Record<string, Action>;
