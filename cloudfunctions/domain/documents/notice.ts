import type { CallOutcome, DeliveryState } from '../../../contract/words';
import type { Unit } from './unit';

/** A notice waiting in a case's outbox. The `_id` is `caseId:rev:template:recipient`. */
export interface PendingNotice {
  _id: string;
  to: string;
  at: number;
  template: NoticeTemplate;
  title: string;
  text: string;
  /** the same in WeChat's twenty characters, beside the item's name and the case's number */
  brief: string;
  /** the case's state in at most five 汉字 */
  phrase: string;
  serviceName: string;
  caseId: string;
  no: string;
  page: string;
  /** whose page it opens: who is told */
  opens: 'resident' | 'agent' | 'manager';
  unit: Unit;
  /** who never read it, also where they answer for the unit that it is for */
  barred?: string[];
  /** `now`: at any hour; `day`: can wait for the end of quiet hours */
  urgency: 'now' | 'day';
  /** why it is not worth one of the reader's messages: it stays in the inbox */
  inboxOnly?: string;
  /** no agent is asked to call: it was said to the reader in person, or the case's agent must not learn of it */
  noCall?: boolean;
}
export type NoticeTemplate = 'assignment' | 'progress' | 'supplement' | 'result';

/** 通知, once `notify` has taken it from the outbox. */
export interface NoticeDoc extends PendingNotice {
  state: DeliveryState;
  /** since when it is in that state */
  stateAt: number;
  /** how often it was sent, a sending that is under way included */
  tries: number;
  /** WeChat's last answer, and what it means */
  code?: number;
  why?: string;
  /** when it is sent; absent once it is settled what became of it */
  sendAt?: number;
  /** its words were too much for WeChat: it goes out once more without them */
  isNeutral?: boolean;
}

/** How a person is reached by WeChat: their quota of messages and what they wish. The `_id` is the person's. */
export interface SubscriberDoc {
  _id: string;
  /** “yes” said and not used yet, by template: a hint, since WeChat never tells */
  left: Partial<Record<NoticeTemplate, number>>;
  /** “no” said in WeChat, by template: when */
  refused: Partial<Record<NoticeTemplate, number>>;
  /** what they do not want to be told by WeChat */
  muted: NoticeTemplate[];
  /** nothing that can wait between 22:00 and 7:00 */
  quiet: boolean;
  /** the newest requests that were counted, so that a repeat counts once */
  counted: string[];
}

/** 请打电话告知: what a resident whom no message reaches is to be told. The `_id` is the notice's. */
export interface CallDoc {
  _id: string;
  /** the agent who calls: who has the case, once they have said yes */
  agentId: string;
  at: number;
  caseId: string;
  no: string;
  serviceName: string;
  /** what is to be told; name and number are the case's, and are read there while it is the agent's */
  tells: string;
  outcome?: CallOutcome;
  text?: string;
  calledAt?: number;
  /** the resident has not been told yet */
  open: boolean;
}

/** What an admin must look at: one entry a trouble, however often it came. */
export interface AlarmDoc {
  _id: string;
  kind: 'template' | 'config' | 'data' | 'queue' | 'hint' | 'permission';
  template?: NoticeTemplate;
  /** of a permission: the function that lacks it */
  function?: string;
  code?: number;
  why: string;
  firstAt: number;
  lastAt: number;
  count: number;
  /** nothing more is sent by this template until an admin says that it is mended */
  stops: boolean;
  /** no manager has said that it is mended */
  open: boolean;
  mendedAt?: number;
  /** of a hint: whose phones said it, each once; names masked */
  saidBy?: { id: string; name: string; orgName: string }[];
}

/** What broke on pages: one entry a trouble, of no person. */
export interface TroubleDoc {
  _id: string;
  words: string;
  page: string;
  version: string;
  count: number;
  firstAt: number;
  lastAt: number;
}

/** Whose turn it is: one run of `notify` at a time; the next round of `beat`; how far `migrate` is. */
export interface RunDoc {
  _id: 'notify' | 'beat' | 'migrate' | 'keeping';
  /** until when a run has it in hand; of `beat` until when no round is due; of `migrate` when it last ran; of `keeping` when its run before began */
  until: number;
  /** of `beat`: the migration up to which it knows the documents to be brought */
  migrated?: number;
  /** of `migrate`: so many migrations are done, and the next one up to this `_id` */
  done?: number;
  after?: string;
  /** of `keeping`: when it removes what its days are over of; later by a lease while a run has it in hand */
  keepAt?: number;
  /** of `keeping`: what the run that is on its way, and the last one that came to its end, have removed */
  sofar?: Record<string, number>;
  last?: { at: number; removed: Record<string, number> };
}
