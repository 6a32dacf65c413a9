import type { RefusalGround, RequestKind, RequestState } from '../../../contract/kept';
import type { Clock } from './clock';
import type { Unit } from './unit';

/** 个人信息请求: what a person asks of their data that others have to do. One leaving of a person is open at a time (`PersonDoc.leaving`). */
export interface DataRequestDoc {
  _id: string;
  kind: RequestKind;
  personId: string;
  /** masked */
  name: string;
  unit: Unit;
  orgName: string;
  at: number;
  /** who started it: the person, or a manager with a paper */
  by: { id: string; name: string; isStaff?: true };
  paper?: string;
  requestId: string;
  digest?: string;
  state: RequestState;
  /** the same for queries: nobody has answered it yet, or it is being carried out */
  isOpen: boolean;
  text?: string;
  /** of a leaving: open cases go on until their end first */
  goOn?: true;
  clock: Clock;
  /** the clock's, kept here for the lists */
  dueAt: number;
  /** when the timer looks at it next; absent when nothing is left to do */
  runAt?: number;
  /** what stood in the way on its day */
  stuck?: string;
  decided?: {
    at: number;
    by: { id: string; name: string };
    ground?: RefusalGround;
    why?: string;
    requestId: string;
    digest?: string;
  };
  /** of an erasure: the portion that is next, from this `_id` on, and how many documents it has gone through */
  progress?: { step: number; after: string; count: number };
  doneAt?: number;
}
