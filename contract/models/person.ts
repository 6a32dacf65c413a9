import * as v from 'valibot';
import { limits } from '../limits';
import { isBlank, seen } from '../text';
import { checkNames, relationNames, verifiedNames } from '../words';
import { address, keysOf, orgId, personName, phone, relation, role, text, tier } from './field';
import { rosterEntry } from './roster';

/** How it is known that name and number belong together: WeChat said the number, or staff know the person. Absent: 未核实. */
export const verified = v.picklist(keysOf(verifiedNames));
export type Verified = v.InferOutput<typeof verified>;

/** Why staff look at an entry. */
export const check = v.picklist(keysOf(checkNames), '请选要核对的是哪些。');
export type Check = v.InferOutput<typeof check>;

/** Who a person is: roles, and the posts (岗位) behind them. */
export const person = v.object({
  id: v.string(),
  name: v.string(),
  roles: v.array(role),
  posts: v.array(v.object({ role, orgId: v.string(), orgName: v.string(), tier })),
  phone: v.optional(v.string()),
  address: v.optional(v.string()),
  verified: v.optional(verified),
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

/** A unit that can be whistled for or handed a case. */
export const unitRow = v.object({
  id: v.string(),
  name: v.string(),
  tier,
  managers: v.array(v.object({ id: v.string(), name: v.string() })),
});
export type UnitRow = v.InferOutput<typeof unitRow>;

const token = (name: string, form: RegExp) =>
  v.pipe(v.string(`${name}不对。`), v.trim(), v.regex(form, `${name}不对，请核对后再试。`));

/** What a sheet of a community or a grid carries: eight characters of which no two look alike; small letters are taken as well. */
export const placeCode = v.pipe(
  v.string('登记码不对。'),
  v.transform((code) => seen(code).replace(/ /g, '').toUpperCase()),
  v.regex(/^[2-9A-HJ-NP-Z]{8}$/, '登记码是8位字母和数字，请对着码牌再看一遍。'),
);
/** What `account.begin` asks for, as it was printed: blanks and hyphens do not matter. */
export const beginCode = v.pipe(
  v.string('启用码不对。'),
  v.transform((code) => seen(code).replace(/[ -]/g, '').toUpperCase()),
  v.regex(/^[2-9A-HJ-NP-Z]{12}$/, '启用码是12位字母和数字，请对着屏幕再看一遍。'),
);
/** What a shared card of an invitation carries. */
export const invitationToken = token('邀请', /^[0-9a-z]{32}$/);
/** What is read out of an invitation: six digits, blanks do not matter. */
export const invitationDigits = v.pipe(
  v.string('邀请码要写成数字。'),
  v.transform((code) => seen(code.normalize('NFKC')).replace(/ /g, '')),
  v.regex(/^\d{6}$/, '邀请码是6位数字，请再问一遍。'),
);
/** Of `open-type="getPhoneNumber"`: good once, for five minutes. */
export const phoneCode = token('微信给的号码凭证', /^[\w-]{1,128}$/);
/** The notice on privacy was read, and agreed to. */
export const consent = v.literal(true, '请先看过并同意《隐私说明》。不同意也可以看内容、打电话。');

const personId = (name: string) =>
  v.pipe(v.string(`请选${name}。`), v.minLength(1, `请选${name}。`), v.maxLength(64, `请选${name}。`));
export const familyId = personId('一位家人');
export const onePerson = personId('一个人');
export const otherPerson = personId('另一个人');

const { neighbour: _, ...kept } = relationNames;
/** What the people are whom a person keeps to ask for. */
export const kinship = v.picklist(keysOf(kept), '请选他是您的什么人。');
/** The person whose data is written down has been asked first. */
export const asked = v.literal(true, '请先跟本人说一声，再点“说好了”。');

/** 家人: a person whom the caller asks for, as the caller writes them down: nothing of what the register has. */
export const theirWords = {
  name: personName,
  /** none of their own: the caller's */
  phone: v.optional(phone),
  address: v.optional(address),
  code: v.optional(placeCode),
  orgId: v.optional(orgId),
  asked,
};
export const familyRow = v.object({
  id: v.string(),
  name: v.string(),
  relation: kinship,
  phone: v.optional(v.string()),
  address: v.optional(v.string()),
  orgId: v.string(),
  orgName: v.string(),
  /** what that person has answered: nothing yet where it is absent */
  agrees: v.optional(v.boolean()),
});
export type FamilyRow = v.InferOutput<typeof familyRow>;

/** Who keeps the caller as family, and asks for them. */
export const askerRow = v.object({
  id: v.string(),
  name: v.string(),
  /** what the caller is to them */
  relation,
  agrees: v.optional(v.boolean()),
});
export type AskerRow = v.InferOutput<typeof askerRow>;

/** Who a person is, as they say it themselves: the phone by WeChat's code, or typed. */
export const ownWords = {
  name: personName,
  phone: v.optional(phone),
  phoneCode: v.optional(phoneCode),
  address: v.optional(address),
};

/** What a person is looked for by: a name, a number, a door or a case number. */
export const findText = v.pipe(
  v.string('要找的内容要写成文字。'),
  v.transform(seen),
  v.trim(),
  v.check((value) => !isBlank(value), '请写姓名、电话、门牌或办件编号。'),
  v.check((value) => [...value].length <= limits.address, `最多写${limits.address}个字。`),
);

/** What an agent does, where an invitation says so; what is left out is taken from the community. */
export const agentWish = v.partial(v.omit(rosterEntry, ['active']));
export type AgentWish = v.InferOutput<typeof agentWish>;

/** A post that can be offered. */
export const post = v.picklist(['agent', 'manager'], '请选邀请来做什么。');

/** An open invitation, as the managers of its unit see it. */
export const invitationRow = v.object({
  id: v.string(),
  role: post,
  orgId: v.string(),
  orgName: v.string(),
  name: v.string(),
  /** masked */
  phone: v.string(),
  by: v.string(),
  at: v.number(),
  until: v.number(),
});
export type InvitationRow = v.InferOutput<typeof invitationRow>;

/** What is shown before an invitation is accepted. */
export const invitationView = v.object({
  role: post,
  orgName: v.string(),
  tier,
  /** who invites, and the unit they do it for */
  by: v.string(),
  name: v.string(),
  /** masked: whose number it is bound to */
  phone: v.string(),
  until: v.number(),
});
export type InvitationView = v.InferOutput<typeof invitationView>;

/** One entry of the register, as staff find it. Phone and door are masked until it is opened (`people.look`). */
export const personRow = v.object({
  id: v.string(),
  name: v.string(),
  phone: v.string(),
  address: v.optional(v.string()),
  orgId: v.string(),
  orgName: v.string(),
  gridName: v.optional(v.string()),
  posts: person.entries.posts,
  verified: v.optional(verified),
  /** reached by WeChat; without it staff wrote this person down */
  hasWechat: v.boolean(),
  /** when they entered the register by themselves */
  joinedAt: v.optional(v.number()),
  /** who changed it last */
  changed: v.optional(v.object({ at: v.number(), by: v.string() })),
  /** another entry has the same number: staff look at both and decide */
  shares: v.optional(v.boolean()),
  /** two entries were made one in it less than a week ago: of these the other's id */
  merged: v.optional(v.array(v.object({ id: v.string(), name: v.string(), until: v.number() }))),
  /** not there any more: since when */
  goneAt: v.optional(v.number()),
});
export type PersonRow = v.InferOutput<typeof personRow>;

/** What staff change of an entry. */
export const personChange = {
  name: v.optional(personName),
  phone: v.optional(phone),
  address: v.optional(address),
  /** the community or the grid that a resident moves to */
  orgId: v.optional(orgId),
  /** staff know that name and number belong together, or not any more */
  verified: v.optional(v.boolean()),
};

/** What a person who goes has in hand, and to whom each goes. */
export const leaving = v.object({
  cases: v.array(
    v.object({
      caseId: v.string(),
      no: v.string(),
      serviceName: v.string(),
      /** who is asked to take it; missing while no agent could be found */
      agentName: v.optional(v.string()),
    }),
  ),
  /** hand-overs to this agent that are off */
  handovers: v.number(),
  calls: v.number(),
  /** grids that no other agent had, and who has them now */
  grids: v.array(v.object({ id: v.string(), name: v.string(), agentName: v.string() })),
});
export type Leaving = v.InferOutput<typeof leaving>;

/** A community that a resident can choose, or a scanned code leads to. */
export const placeRow = v.object({
  id: v.string(),
  name: v.string(),
  street: v.string(),
  phone: v.string(),
  afterHoursPhone: v.string(),
  /** the grid whose code was scanned, or whose estate was found */
  grid: v.optional(v.object({ id: v.string(), name: v.string() })),
  /** the estate or street by which it was found */
  found: v.optional(v.string()),
});
export type PlaceRow = v.InferOutput<typeof placeRow>;

/** What units are looked for by. */
export const placeText = v.pipe(text(limits.placeText, '小区或街道'), v.transform(seen));
