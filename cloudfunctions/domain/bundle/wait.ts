import { type State, isOpen } from '../../../contract/states';
import type { CaseDoc, Waits } from '../documents';

/** 一件事: a part that needs the result of another waits for it. Rules: docs/decisions/0058. */

/** Should a part never be told, it looks for itself once a day. */
export const LOOK_MS = 24 * 3_600_000;

/** How a part stands to those who wait for it. */
export type Outcome = 'open' | 'done' | 'undone';

export function outcomeOf(state: State): Outcome {
  if (isOpen(state)) return 'open';
  return state === 'completed' ? 'done' : 'undone';
}

/** It is open and has not begun. */
export const isWaiting = ({ state, waits }: Pick<CaseDoc, 'state' | 'waits'>): boolean =>
  waits !== undefined && isOpen(state);

export type Standing = { is: 'begins' } | { is: 'waits' } | { is: 'asks'; of: string[] };

/**
 * How a waiting part stands: the same whatever came first. Of a need that is there no more there will be no result.
 * @param outcomes case → how it stands
 */
export function standingOf(
  { needs }: Pick<Waits, 'needs'>,
  outcomes: ReadonlyMap<string, Outcome>,
): Standing {
  const left = needs.filter(({ isWaived }) => !isWaived);
  const those = (outcome: Outcome) =>
    left.filter(({ caseId }) => (outcomes.get(caseId) ?? 'undone') === outcome);
  const undone = those('undone');
  if (undone.length > 0) return { is: 'asks', of: undone.map(({ caseId }) => caseId) };
  return { is: those('open').length > 0 ? 'waits' : 'begins' };
}

/** It goes on without those that it was asked about, and is looked at again at once. */
export const waived = ({ needs, asks = [] }: Waits, now: number): Waits => ({
  needs: needs.map((need) => (asks.includes(need.caseId) ? { ...need, isWaived: true } : need)),
  lookAt: now,
});

/** When the sweep looks at what a case is to the other parts, or they to it: at once where they have not been told. */
export function followAtOf(
  kase: Pick<CaseDoc, 'state' | 'waits' | 'bundle' | 'touchedAt'>,
): number | undefined {
  if (isWaiting(kase)) return kase.waits?.lookAt;
  return isUntold(kase) ? kase.touchedAt : undefined;
}

/** It ended, or was taken up again, and the other parts have not been told. */
export function isUntold({ state, bundle }: Pick<CaseDoc, 'state' | 'bundle'>): boolean {
  return bundle !== undefined && outcomeOf(state) !== (bundle.told ?? 'open');
}

/** The parts as they were told how this one stands. */
export function toldOf({ state, bundle }: Pick<CaseDoc, 'state' | 'bundle'>): CaseDoc['bundle'] {
  const outcome = outcomeOf(state);
  return bundle && { ...bundle, told: outcome === 'open' ? undefined : outcome };
}

/** 〈落户〉、〈生育登记〉 */
export const sayParts = (names: readonly string[]): string => names.map((name) => `〈${name}〉`).join('、');
