import type { ServiceItem } from '../../../contract/models';
import type { PaperState } from '../../../contract/words';

/** 材料: one thing of the checklist in one case, as its item said on that day. */
export type Material = ServiceItem['materials'][number];

export interface Paper extends Material {
  /** its place in the list: `m0`; `x0` for what the agent asked for besides */
  id: string;
  state: PaperState;
  /** 一件事: it is given with this case, and stands there */
  with?: { caseId: string; name: string };
  /** cloud file ids, in `papers/<case id>/<who put it there>/` */
  photos: string[];
  /** 容缺: what was promised, kept until it is there or its day has come */
  promise?: { at: number; warnAt: number; dueAt: number; reminded?: boolean };
  /** a promise was not kept: it may not follow a second time */
  hasFollowed?: boolean;
  /** the resident is waited for with it: until what was asked for is supplied */
  asked?: boolean;
  /** a photo of it did not pass WeChat's check and was deleted; a change of the paper takes it away */
  isRefused?: boolean;
  /** what the agent said of it as it is now; a change of the paper takes it away */
  verdict?: { isGood: boolean; fault?: string; at: number };
}
