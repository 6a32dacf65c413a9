import { type Rejection, reject } from '../../contract/errors';
import { type PolicyChange, type PolicyValues, policyNames, weightNames } from '../../contract/models';
import type { OrgDoc, PolicyDoc, Unit } from './documents';

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
  complaintDays: 5,
  questionDays: 1,
  custodyDays: 10,
  photoDays: 180,
  weights: { distance: 30, load: 2, homeVisit: 1, overdue: 1, month: 20, known: 5 },
};

/** Which way a unit may go from what a unit above it says: quicker for the resident, never slower. Weights are its own. */
const bounds = {
  offerMinutes: 'most',
  urgentResponseHours: 'most',
  responseHours: 'most',
  supplyDays: 'least',
  pauseCapDays: 'most',
  escalateHours: 'most',
  whistleDays: 'most',
  handovers: 'most',
  complaintDays: 'most',
  questionDays: 'most',
  custodyDays: 'most',
  photoDays: 'most',
} as const satisfies Record<Exclude<keyof PolicyValues, 'weights'>, 'most' | 'least'>;
type Bounded = keyof typeof bounds;
const bounded = Object.keys(bounds) as Bounded[];

const isBeyond = (name: Bounded, value: number, allowed: number): boolean =>
  bounds[name] === 'most' ? value > allowed : value < allowed;

/** What the units of these changes say together, from the district down: each within what those above it say. */
function said(changes: readonly PolicyChange[]): PolicyChange {
  return changes.reduce<PolicyChange>((above, change) => {
    const own = { ...above, ...change, weights: { ...above.weights, ...change.weights } };
    for (const name of bounded) {
      const allowed = above[name];
      if (allowed !== undefined && isBeyond(name, own[name] ?? allowed, allowed)) own[name] = allowed;
    }
    return own;
  }, {});
}

/**
 * The standard with what each unit sets itself, from the district down: the nearest unit has the last word, within what the
 * units above it say, also where they said it later.
 */
export function effective(changes: readonly PolicyChange[]): PolicyValues {
  const own = said(changes);
  return { ...standard, ...own, weights: { ...standard.weights, ...own.weights } };
}

/** What a unit may not set because a unit above says otherwise. Errors: BAD_INPUT. */
export function withinAbove(own: PolicyChange, above: readonly PolicyChange[]): Rejection | undefined {
  const allowed = said(above);
  const wrong = bounded.flatMap((name) => {
    const [value, limit] = [own[name], allowed[name]];
    if (value === undefined || limit === undefined || !isBeyond(name, value, limit)) return [];
    const way = bounds[name] === 'most' ? '最多' : '最少';
    return [[`own.${name}`, `上级定的是${limit}，这里${way}${limit}，请改一下，或者空着，沿用上级规则。`]];
  });
  return wrong.length > 0
    ? reject('BAD_INPUT', Object.fromEntries(wrong) as Record<string, string>)
    : undefined;
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
  const own = inOrder(policyUnits(unit), docs);
  return {
    values: effective(own.map((doc) => doc.own)),
    versions: own.map((doc) => `${doc._id}@${doc.version}`).join(' ') || 'standard',
  };
}

/** What the units above this one set, from the district down. */
export function changesAbove(
  { _id, unit }: Pick<OrgDoc, '_id' | 'unit'>,
  docs: readonly PolicyDoc[],
): PolicyChange[] {
  const above = policyUnits(unit).filter((id) => id !== _id);
  return inOrder(above, docs).map((doc) => doc.own);
}

function inOrder(ids: readonly string[], docs: readonly PolicyDoc[]): PolicyDoc[] {
  return ids.flatMap((id) => docs.find((doc) => doc._id === id) ?? []);
}

/** What a unit sets itself in one line, as the journal tells it: `转手次数 3；件数的权重 2`. Empty where it sets nothing. */
export function sayPolicy({ weights = {}, ...own }: PolicyChange): string {
  const said = (names: Record<string, string>, values: Record<string, number | undefined>) =>
    Object.entries(names).flatMap(([name, words]) =>
      values[name] === undefined ? [] : [`${words} ${values[name]}`],
    );
  return [...said(policyNames, own), ...said(weightNames, weights)].join('；');
}
