import type { ConfirmWay, CustodyState, HandWay } from '../../../contract/words';
import type { Clock } from './clock';

/** 原件: one original that a resident gave out of hand, until it is back; or 证件 that the office made, until the resident has them. */
export interface Custody {
  /** its place in the case: `o0`, of 证件 `r0` */
  id: string;
  what: string;
  isResult?: true;
  state: CustodyState;
  /** the agent who took it */
  by: { id: string; name: string };
  /** by when it is to be back */
  clock: Clock;
  given: { at: number; where: string; confirmed?: Confirmation };
  /** at which window it is */
  lodged?: { at: number; where: string };
  /** given back, to whom and by whom; taken away again where the resident says that it was not so */
  back?: {
    at: number;
    where: string;
    to: string;
    by: string;
    way?: HandWay;
    courier?: string;
    number?: string;
    confirmed?: Confirmation;
  };
  /** cloud file ids of slips that the resident signed, in `papers/<case id>/<who put it there>/` */
  slips: string[];
}

/** The resident's side of a hand-over. */
export interface Confirmation {
  at: number;
  by: string;
  how: ConfirmWay;
}
