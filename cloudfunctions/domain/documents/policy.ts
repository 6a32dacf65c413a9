import type { Ranking } from '../../../contract/actions/metrics';
import type { KeepingChange } from '../../../contract/keeping';
import type { PolicyChange, PolicyValues } from '../../../contract/models';

/** 规则: what a unit sets itself of how cases are given out and which clocks run. The `_id` is the unit's. */
export interface PolicyDoc {
  _id: string;
  version: number;
  own: PolicyChange;
  /** every version, newest first */
  history: { version: number; at: number; by: string; own: PolicyChange }[];
  /** whether this unit's page may set its agents side by side, and who said so, newest first */
  ranking?: Ranking;
  /** 保存期限 of a district: what it sets itself, with every version, newest first */
  keeping?: KeepingChange & {
    version: number;
    history: (KeepingChange & { version: number; at: number; by: string })[];
  };
  /** 个人信息保护影响评估 of a district, the newest first; `digest` of all they say but their day */
  assessments?: { id: string; at: number; by: string; digest: string; fileId: string; name: string }[];
}

/** What held on the day of the submission. A later policy changes none of it. */
export interface Terms extends Omit<PolicyValues, 'weights' | 'questionDays' | 'custodyDays' | 'photoDays'> {
  /** older cases have none of these */
  questionDays?: number;
  custodyDays?: number;
  photoDays?: number;
  /** unit and version of each policy it was made from */
  policy: string;
  workdays: number;
  statutoryWorkdays?: number;
  /** an appointment's day: nothing is due before it */
  notBefore?: number;
}
