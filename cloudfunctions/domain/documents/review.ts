import type { AppealState, Level, ReviewChannel, TextState, WallState } from '../../../contract/words';
import type { Unit } from './unit';

/** 评价. The `_id` is the case's, so that there can only be one. */
export interface ReviewDoc {
  _id: string;
  no: string;
  serviceCode: string;
  serviceName: string;
  unit: Unit;
  residentId: string;
  /** the rated: the agent who ended the case */
  agentId: string;
  agentName: string;
  level: Level;
  bad: boolean;
  tags: string[];
  text?: string;
  textState?: TextState;
  /** cloud file ids */
  photos: string[];
  /** photos that did not pass WeChat's check and were deleted */
  refused?: number;
  at: number;
  channel: ReviewChannel;
  headline: boolean;
  enteredBy?: { id: string; name: string };
  addition?: { text: string; textState: TextState; at: number; requestId: string; digest?: string };
  /** when WeChat is asked about its words again; absent when nothing waits for WeChat */
  checkAt?: number;
  /** how often it was asked */
  checks: number;
  /** WeChat could not say: a manager has to read the words */
  toRead?: boolean;
  /** when it may go into a batch of its agent; absent until its words are settled, and once it is in one */
  sealAt?: number;
  batchId?: string;
  wall?: WallState;
  answer?: string;
  /** when it may go into a batch of the wall */
  wallSealAt?: number;
  wallBatchId?: string;
  appeal?: Appeal;
  appealState?: AppealState;
}

/** 申诉, by the rated agent against a bad rating. */
export interface Appeal {
  state: AppealState;
  reason: string;
  at: number;
  /** the unit that decides: one tier above the unit that handled the rectification */
  orgId: string;
  requestId: string;
  digest?: string;
  why?: string;
  by?: { id: string; name: string };
  decidedAt?: number;
  /** the request that decided it */
  decidedBy?: string;
  decidedDigest?: string;
}

/** One entry of a batch. Its place and its id follow from its words and a salt that is kept nowhere. */
export interface BatchEntry {
  id: string;
  level: Level;
  tags: string[];
  text?: string;
  answer?: string;
  appeal?: Pick<Appeal, 'state' | 'reason' | 'why'>;
}

/**
 * Five reviews or more that come to light together, and never change again: an agent's (`agentId:2026-11`) or a
 * community's wall (`wall:communityId:2026-11`).
 */
export interface BatchDoc {
  _id: string;
  owner: string;
  /** the last month in it */
  month: string;
  at: number;
  entries: BatchEntry[];
  /** the case of each entry: for appeals and moderation, never shown */
  members: string[];
}
