import type { AnswerState, Source } from '../../../contract/models';
import type { Unit } from './unit';

/** 公开问答: a question without whoever asked it, its answer and what that stands on. The `_id` is made of the case's, and does not tell it. */
export interface AnswerDoc {
  _id: string;
  caseId: string;
  state: AnswerState;
  question: string;
  answer: string;
  source: Source;
  /** of the case: whose managers decide */
  unit: Unit;
  /** the unit for which it holds, once it was published */
  orgId?: string;
  orgName?: string;
  publishedAt?: number;
  /** the day on which somebody is to look whether it still holds */
  reviewOn?: string;
  /** why it was withdrawn */
  why?: string;
  /** who changed it last */
  by: { id: string; name: string };
  at: number;
}
