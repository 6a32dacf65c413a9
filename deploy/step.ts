import type { FunctionSpec, IndexSpec, TriggerSpec } from './manifest';

/** One change. In the order of the list each can be made when those before it are there. */
export type Step =
  | { do: 'create-collection'; collection: string }
  | { do: 'close-collection'; collection: string; was: string }
  | { do: 'drop-index'; collection: string; index: string }
  | { do: 'create-index'; collection: string; index: IndexSpec }
  | { do: 'close-storage'; was: string }
  /** `kept`: variables that the one of before had by hand; never said, for a key may be among them */
  | { do: 'create-function'; function: FunctionSpec; kept?: Record<string, string> }
  | { do: 'configure'; function: FunctionSpec; was: string[] }
  | { do: 'upload'; function: FunctionSpec; isForeign: boolean }
  | { do: 'drop-trigger'; function: string; trigger: string }
  | { do: 'create-trigger'; function: string; trigger: TriggerSpec }
  | { do: 'drop-function'; function: string }
  | { do: 'drop-collection'; collection: string; count: number };

/** What is there, is not wanted and stays. */
export type Kept =
  | { what: 'collection'; name: string; count: number; isOurs: boolean }
  | { what: 'function'; name: string; isOurs: boolean }
  | { what: 'index'; name: string; of: string }
  | { what: 'trigger'; name: string; of: string };

/** What one collection or function adds to a plan. */
export interface Part {
  /** makes it, or brings it up to date */
  first: Step[];
  /** what stands on it: indexes of a collection, timers of a function */
  then: Step[];
  /** what goes, after all else */
  last: Step[];
  kept: Kept[];
  /** what cannot be changed in place, each with what to do */
  blocked: string[];
}

export const noPart = (): Part => ({ first: [], then: [], last: [], kept: [], blocked: [] });

export interface PlanOptions {
  /** may what an earlier version made, and this one has not, be deleted? */
  allowDrop: boolean;
}
