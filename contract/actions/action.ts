import type { GenericSchema } from 'valibot';
import type { Role } from '../models';

/** One row of the contract: what an action takes and gives, and which roles have it. */
export interface Action {
  /** Empty: everyone whom the platform knows, registered or not. */
  roles: readonly Role[];
  /** A write can be repeated: it needs a `requestId`, and twice is the same as once. */
  writes: boolean;
  input: GenericSchema;
  output: GenericSchema;
}

export const everyone = [] as const satisfies Role[];
export const registered: readonly Role[] = ['resident', 'agent', 'manager'];
