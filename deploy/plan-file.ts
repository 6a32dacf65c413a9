import { readFileSync, writeFileSync } from 'node:fs';
import { refuse } from './refusals';

/** A plan kept in a file: the words that were read, and sums over both sides it was made from. */
export interface KeptPlan {
  env: string;
  allowDrop: boolean;
  there: string;
  wanted: string;
  words: string[];
}

export function writePlan(file: string, plan: KeptPlan): void {
  writeFileSync(file, `${JSON.stringify(plan, null, 2)}\n`);
}

export function readPlan(file: string): KeptPlan {
  try {
    const plan = JSON.parse(readFileSync(file, 'utf8')) as Partial<KeptPlan>;
    const { env, there, wanted, allowDrop = false, words = [] } = plan;
    if (env && there && wanted) return { env, there, wanted, allowDrop, words };
  } catch {
    // Not there or no JSON: the same sentence.
  }
  throw refuse('PLAN_UNREADABLE', file);
}
