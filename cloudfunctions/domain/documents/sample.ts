import type { Channel, Level } from '../../../contract/words';
import type { Attempt, Heard } from './rectification';
import type { Unit } from './unit';

/** 抽样. The `_id` is `<unit>:<period>`: drawn once. */
export interface SampleDoc {
  _id: string;
  orgId: string;
  orgName: string;
  unit: Unit;
  period: string;
  drawnAt: number;
  by: { id: string; name: string };
  requestId: string;
  size: number;
  /** cases that the period had */
  total: number;
  seed: string;
  /** sha256 of the population's lines */
  hash: string;
  strata: Stratum[];
  /** `<case id> <index of its stratum>`, in order of the ids */
  population: string[];
  /** ids of the cases drawn, in order */
  drawn: string[];
}

export interface Stratum {
  agentId: string;
  agentName: string;
  serviceCode: string;
  serviceName: string;
  channel: Channel;
  rated: boolean;
  population: number;
  drawn: number;
}

/** 回访. The `_id` is `<sample>:<case>`. */
export interface CallbackDoc {
  _id: string;
  sampleId: string;
  at: number;
  caseId: string;
  no: string;
  serviceName: string;
  unit: Unit;
  residentName: string;
  agentIds: string[];
  /** what was rated online when it was drawn */
  online?: Level;
  calls: (Attempt & { requestId: string; digest?: string })[];
  open: boolean;
  heard?: Heard;
  closedAt?: number;
}
