import type { Tier } from '../../../contract/models';
import type { Unit } from './unit';

/** Households of a grid go to another one of the same community: all of them, or those whose address begins so. */
export interface GridMove {
  grid: string;
  to: string;
  prefix?: string;
}

/** 撤并、划转: a unit goes into another of its tier (`into`) or below another one, with all that lies within it. */
export interface Whole {
  id: string;
  tier: Tier;
  /** its place before, and the place that stands instead of it in all that lay within it */
  from: Unit;
  to: Unit;
  into?: string;
}

/** 重划网格: decided once, done on its day. What is open follows; what has ended stays where it was counted. */
export interface RegridDoc {
  _id: string;
  orgId: string;
  unit: Unit;
  by: { id: string; name: string };
  at: number;
  requestId: string;
  digest?: string;
  /** the day that it holds from */
  from: string;
  moves: GridMove[];
  /** a whole unit goes; the moves tell of a grid that goes into another of its community */
  whole?: Whole;
  state: 'planned' | 'moved' | 'done' | 'dropped';
  /** when the timer takes it in hand next; absent when nothing is left to do */
  runAt?: number;
  /** residents and open cases that have moved */
  residents: number;
  cases: number;
}
