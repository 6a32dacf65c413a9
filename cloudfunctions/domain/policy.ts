import type { PolicyChange, PolicyValues } from '../../contract/models';
import type { PolicyDoc, Unit } from './documents';

/** What holds where no unit says otherwise. Source of the limits: docs/domain.md, "Clocks". */
export const standard: PolicyValues = {
  offerMinutes: 30,
  urgentResponseHours: 2,
  responseHours: 24,
  supplyDays: 5,
  pauseCapDays: 20,
  escalateHours: 8,
  whistleDays: 3,
  handovers: 2,
  weights: { distance: 30, load: 2, homeVisit: 1, overdue: 1, month: 20, known: 5 },
};

/** The standard with what each unit sets itself, from the district down: the nearest unit has the last word. */
export function effective(changes: readonly PolicyChange[]): PolicyValues {
  return changes.reduce<PolicyValues>(
    (values, change) => ({ ...values, ...change, weights: { ...values.weights, ...change.weights } }),
    standard,
  );
}

/** Units whose policies make up that of `unit`, from the district down. */
export function policyUnits(unit: Unit): string[] {
  return [unit.district, unit.street, unit.community].filter((id) => id !== undefined);
}

/** A policy as a case remembers it: which version of which unit. */
export interface Policy {
  values: PolicyValues;
  versions: string;
}

/** The policy of a unit out of the documents of the units above it. */
export function policyOf(unit: Unit, docs: readonly PolicyDoc[]): Policy {
  const own = policyUnits(unit).flatMap((id) => docs.find((doc) => doc._id === id) ?? []);
  return {
    values: effective(own.map((doc) => doc.own)),
    versions: own.map((doc) => `${doc._id}@${doc.version}`).join(' ') || 'standard',
  };
}
