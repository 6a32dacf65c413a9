import * as v from 'valibot';
import {
  address,
  askerRow,
  beginCode,
  community,
  consent,
  contactCard,
  cursor,
  familyRow,
  invitationDigits,
  invitationToken,
  invitationView,
  familyId,
  kinship,
  notice,
  noticeKind,
  noticeSettings,
  onePerson,
  orgId,
  ownWords,
  person,
  personName,
  phone,
  phoneCode,
  placeCode,
  setOf,
  text,
  theirWords,
} from '../models';
import { limits } from '../limits';
import { type Action, everyone, registered } from './action';

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
      /** whom the person asks for besides */
      family: v.optional(v.array(familyRow)),
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
  /** What the person answered in WeChat's own dialog: each yes is one more message of its kind. */
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
  /**
   * The first manager of an installation: the code that was printed makes the caller the manager of the district. Where there is no
   * district yet, `district` names it; a caller in no register yet says `name` and `phone`.
   */
  begin: {
    roles: everyone,
    writes: true,
    input: v.strictObject({
      code: beginCode,
      name: v.optional(personName),
      phone: v.optional(phone),
      district: v.optional(text(20, '区名')),
    }),
    output: v.object({ person, orgId: v.string() }),
  },
  /**
   * A resident enters the register: of the community of the code that was scanned, or of one that was chosen. A number of WeChat's
   * (`phoneCode`) is verified; a typed one (`phone`) is not until staff say so. One of the two is needed.
   */
  join: {
    roles: everyone,
    writes: true,
    input: v.strictObject({
      code: v.optional(placeCode),
      orgId: v.optional(orgId),
      ...ownWords,
      consent,
    }),
    output: v.object({
      person,
      community,
      /** staff had written this resident down before: those cases are here */
      claimed: v.boolean(),
      /** another person has this verified number: staff are asked to look at both */
      shares: v.boolean(),
    }),
  },
  /** A resident's own name, number, door or community. A typed number is not verified any more; open cases stay where they are. */
  change: {
    roles: registered,
    writes: true,
    input: v.strictObject({
      name: v.optional(personName),
      phone: v.optional(phone),
      phoneCode: v.optional(phoneCode),
      address: v.optional(address),
      code: v.optional(placeCode),
      orgId: v.optional(orgId),
    }),
    output: v.object({ person, community: v.optional(community) }),
  },
  /** 我的家人: whom I ask for, as I wrote them down, and who asks for me. */
  family: {
    roles: ['resident'],
    writes: false,
    input: v.strictObject({}),
    output: v.object({ family: v.array(familyRow), askers: v.array(askerRow) }),
  },
  /** Keeps a person of the caller's family, or changes what was kept (`familyId`). Who that person is in the register the caller never learns. */
  setFamily: {
    roles: ['resident'],
    writes: true,
    input: v.strictObject({ familyId: v.optional(familyId), relation: kinship, ...theirWords }),
    output: v.object({ familyId: v.string(), family: v.array(familyRow) }),
  },
  /** Keeps them no longer. What was asked for stays asked. */
  dropFamily: {
    roles: ['resident'],
    writes: true,
    input: v.strictObject({ familyId }),
    output: v.object({ family: v.array(familyRow) }),
  },
  /** Whether somebody may ask for me. No: they see nothing of my cases any more, which stay mine. */
  answerFamily: {
    roles: ['resident'],
    writes: true,
    input: v.strictObject({ askerId: onePerson, agrees: v.boolean('请选同意还是不同意。') }),
    output: v.object({ askers: v.array(askerRow) }),
  },
  /** Who invites to what: by the card that was shared or scanned, or by the six digits and the number that they were read out to. */
  invitation: {
    roles: everyone,
    writes: false,
    input: v.strictObject({
      invitation: v.optional(invitationToken),
      digits: v.optional(invitationDigits),
      phone: v.optional(phone),
    }),
    output: invitationView,
  },
  /**
   * Takes the post. The number has to be the invitation's: by WeChat (`phoneCode`), or typed together with the six digits, which were
   * read out to it. With `phone` and `digits` the card is not needed.
   */
  accept: {
    roles: everyone,
    writes: true,
    input: v.strictObject({
      invitation: v.optional(invitationToken),
      digits: v.optional(invitationDigits),
      phone: v.optional(phone),
      phoneCode: v.optional(phoneCode),
      consent,
    }),
    output: v.object({ person }),
  },
  /** What broke on a page of the caller's phone: for managers of the district to read (`admin.health`). */
  broke: {
    roles: everyone,
    writes: true,
    input: v.strictObject({
      words: text(limits.trouble, '出错的内容'),
      page: text(limits.pagePath, '页面'),
      version: text(20, '版本'),
    }),
    output: v.object({}),
  },
} satisfies Record<string, Action>;
