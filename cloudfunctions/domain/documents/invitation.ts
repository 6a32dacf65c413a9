import type { AgentWish, Tier } from '../../../contract/models';
import type { Imported } from './import';
import type { Unit } from './unit';

/** The one code with which an installation without a manager begins. The `_id` is `begin`. */
export interface InstallationDoc {
  _id: 'begin';
  /** of the code: itself it is kept nowhere */
  hash: string;
  until: number;
  /** wrong codes: who and when */
  tries: { openid: string; at: number }[];
  used?: { openid: string; at: number };
}

/** 邀请: a post that is offered to a number. The `_id` follows from number, post and unit: there is one of these at a time. */
export interface InvitationDoc {
  _id: string;
  /** of the card's token and of the six digits: themselves they are kept nowhere */
  hash: string;
  digits: string;
  role: 'agent' | 'manager';
  orgId: string;
  orgName: string;
  tier: Tier;
  unit: Unit;
  name: string;
  phone: string;
  /** an agent's grids, skills and hours, as far as they were said */
  agent?: AgentWish;
  by: { id: string; name: string };
  imported?: Imported;
  at: number;
  until: number;
  /** neither accepted nor taken back */
  open: boolean;
  /** wrong digits */
  tries: number;
  /** who took it; the post is theirs once they have it in the register */
  taken?: { openid: string; at: number };
}
