import type { Check, Leave, Role, Tier, Verified } from '../../../contract/models';
import type { Relation } from '../../../contract/words';
import type { Imported } from './import';
import type { Span, Unit } from './unit';

/** 人: a person in the register. */
export interface PersonDoc {
  _id: string;
  /** absent for a resident without WeChat, whom staff wrote down */
  openid?: string;
  name: string;
  phone: string;
  /** a resident's phone and name in one spelling, by which staff find them: `personKey` */
  key?: string;
  /** name and door in the spelling they are looked for by: `findKeys` */
  nameKey?: string;
  door?: string;
  /** name and number are known to belong together: by WeChat, or by staff */
  verified?: Verified;
  /** when they entered the register by themselves, and agreed to what is kept */
  joinedAt?: number;
  consentAt?: number;
  /** another entry of the community had this number when they joined, and staff have not looked at both yet */
  shares?: boolean;
  /** What staff have still to look at: kept by `checkOf` with every write of what it follows from. */
  check?: Check;
  /** who changed it last */
  changed?: { at: number; by: string };
  /** not there any more: no caller acts as them */
  goneAt?: number;
  /** 注销: the request that is open, which is one at a time */
  leaving?: string;
  /** they have left: nothing of them stands here any more */
  erasedAt?: number;
  /** this entry and another were one person's: what it was, for a week in which that can be undone */
  merged?: Merged;
  /** there are complaints that they never learn of: every list that they ask for leaves those out */
  isBarred?: true;
  /** by which import they came in, and the mark of what it wrote: `markOf` */
  imported?: Imported;
  posts: { role: Role; orgId: string; orgName: string; tier: Tier }[];
  unit: Unit;
  address?: string;
  /** the agent this household knows (连心卡) */
  agentId?: string;
  /** 家人: whom they ask for */
  family?: Kept[];
  /** 随手报: neighbours' reports that they have met, too, the newest first; the cases know it (`report.joined`) */
  joined?: string[];
  /** who keeps them as family */
  kin?: Kin[];
  /** up to when they have read their inbox; absent: never. Here, since every call reads its person anyway. */
  readAt?: number;
}

/** A person of the family, as the one who keeps them wrote them down; the register's entry may say otherwise. */
export interface Kept {
  /** of no meaning: an id that followed from the entry would tell that there is one */
  id: string;
  personId: string;
  name: string;
  /** absent: none of their own */
  phone?: string;
  address?: string;
  relation: Exclude<Relation, 'neighbour'>;
  orgId: string;
  orgName: string;
  /** when the asker said that they had asked that person */
  askedAt: number;
  /** of the request that wrote it last */
  requestId: string;
  digest?: string;
  /** what that person answered, as their own entry has it */
  agrees?: boolean;
}

/** The other end of it. */
export interface Kin extends Pick<Kept, 'relation' | 'agrees'> {
  /** of `Kept` */
  keptId: string;
  /** the person who keeps them, and how they are called */
  id: string;
  name: string;
}

/** An entry that was made one with another. */
export interface Merged {
  into: string;
  at: number;
  by: string;
  /** what went to the other entry */
  openid?: string;
  cases: string[];
  /** what the other entry was before */
  was: Pick<PersonDoc, 'openid' | 'verified' | 'joinedAt' | 'consentAt' | 'shares' | 'joined'>;
  /** what this entry was before */
  own: Pick<PersonDoc, 'posts' | 'key' | 'nameKey' | 'door'>;
}

/** 代办员. The `_id` is the person's. */
export interface AgentDoc {
  _id: string;
  name: string;
  phone: string;
  unit: Unit;
  gridIds: string[];
  /** categories of service items */
  skills: string[];
  /** 1 = Monday … 7 = Sunday */
  dutyWeekdays: number[];
  dutyHours: Span;
  dailyCapacity: number;
  homeVisitCapacity: number;
  active: boolean;
  /** nights and closed hours of these days: on call for urgent safety */
  onCallWeekdays: number[];
  /** days off, by their first day; those gone by are dropped when the next is added */
  leaves: Leave[];
  /** 上班/下班 by the agent's own hand, until the end of that day */
  override?: { on: boolean; from: number; until: number };
  /** Goes up with every case given to this agent: what was counted before is not counted on any more. */
  turn: number;
  lastOfferedAt: number;
  /** of themselves, for the card of who comes: a cloud file id in `faces/<their id>/` */
  photo?: string;
  /** the last one did not pass WeChat's check and was deleted */
  isPhotoRefused?: boolean;
}

/** Whose turn it is to give out cases of a street: written first, and held until they are given. The `_id` is the street's. */
export interface TurnDoc {
  _id: string;
  at: number;
}
