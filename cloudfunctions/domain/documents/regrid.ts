import type { Unit } from './unit';

/** Households of a grid go to another one of the same community: all of them, or those whose address begins so. */
export interface GridMove {
  grid: string;
  to: string;
  prefix?: string;
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
  /** the first move puts the whole grid into the other one: its agents look after that one, and it is closed */
  isMerge?: boolean;
  state: 'planned' | 'moved' | 'done' | 'dropped';
  /** when the timer takes it in hand next; absent when nothing is left to do */
  runAt?: number;
  /** residents and open cases that have moved */
  residents: number;
  cases: number;
}
