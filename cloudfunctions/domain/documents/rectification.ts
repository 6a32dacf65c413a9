import type { RectifyState } from '../../../contract/states';
import type { CallResult, Level, Outcome } from '../../../contract/words';

/** One attempt of a call-back. */
export interface Attempt {
  at: number;
  by: { id: string; name: string };
  result: CallResult;
}

/** What a call-back heard in the end. */
export interface Heard {
  level?: Level;
  text?: string;
  /** five attempts, and not reached: 未接通 */
  unreached?: boolean;
}

/** 整改: what a bad review opens; its dates are the case's clocks `verify` and `mend`. */
export interface Rectification {
  state: RectifyState;
  level: Level;
  openedAt: number;
  /** the lowest unit whose managers never had the case in hand */
  orgId: string;
  orgName: string;
  tier: 'community' | 'street' | 'district';
  /** who of it has taken it: the first to act */
  handler?: { id: string; name: string };
  isUpheld?: boolean;
  findings?: string;
  outcome?: Outcome;
  mended?: string;
  calls: Attempt[];
  heard?: Heard;
  /** what the call-backs heard after which the unit above began anew: it is not mended */
  refused?: { at: number; orgName: string; level: Level; text?: string }[];
  closedAt?: number;
}
