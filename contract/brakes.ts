import type { ActionName } from './actions';
import { sayTime } from './time';

/**
 * How often one person may do what. Who they are the platform says; nothing is asked of them to prove it. The lines are far
 * beyond what a resident or a member of staff does in a day's work, and far below what a script does.
 *
 * Counted from what is read anyway: a resident's cases by when they were asked for, a case's events by who did them. For all
 * other calls an instance of a function counts for itself (`kit/brake.ts`).
 */
export interface Brake {
  most: number;
  withinMs: number;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** A resident's own requests; and as many that staff write down for them. */
export const ofRequests: Brake = { most: 20, withinMs: dayMs };

/** What one person does to one case. What the states of a case allow only once, or what has a pace of its own, is not here. */
export const ofCase: Partial<Record<ActionName, Brake>> = {
  'cases.reopen': { most: 2, withinMs: dayMs },
  'cases.propose': { most: 5, withinMs: dayMs },
  'cases.askOn': { most: 3, withinMs: dayMs },
  'cases.contact': { most: 10, withinMs: dayMs },
  'cases.assign': { most: 20, withinMs: dayMs },
  'cases.handover': { most: 10, withinMs: dayMs },
  'cases.move': { most: 5, withinMs: dayMs },
  'cases.whistle': { most: 6, withinMs: dayMs },
  'cases.book': { most: 10, withinMs: dayMs },
  'cases.miss': { most: 5, withinMs: dayMs },
  'cases.pair': { most: 10, withinMs: dayMs },
  'cases.unpair': { most: 10, withinMs: dayMs },
  'cases.bring': { most: 20, withinMs: dayMs },
  'cases.wish': { most: 3, withinMs: dayMs },
  'cases.join': { most: 5, withinMs: dayMs },
  'cases.ask': { most: 10, withinMs: dayMs },
  'cases.supply': { most: 10, withinMs: dayMs },
  'cases.say': { most: 20, withinMs: dayMs },
  // Seven papers with three photos each, twice over.
  'cases.paper': { most: 60, withinMs: dayMs },
  'cases.check': { most: 30, withinMs: dayMs },
  'cases.inspect': { most: 10, withinMs: dayMs },
  'cases.keep': { most: 20, withinMs: dayMs },
  'cases.lodge': { most: 40, withinMs: dayMs },
  'cases.giveBack': { most: 40, withinMs: dayMs },
  'cases.deny': { most: 20, withinMs: dayMs },
  'cases.share': { most: 10, withinMs: dayMs },
  'cases.authorise': { most: 10, withinMs: dayMs },
  'cases.show': { most: 20, withinMs: dayMs },
  'cases.renew': { most: 3, withinMs: dayMs },
  'cases.identify': { most: 10, withinMs: dayMs },
  'cases.reveal': { most: 10, withinMs: dayMs },
};

/** Wrong codes of one person at the start of an installation. */
export const ofBegin: Brake = { most: 5, withinMs: 30 * minuteMs };
/** Wrong digits at one door. */
export const VISIT_TRIES = 5;
/** Wrong digits of one invitation, by all callers together: then only the card is left. */
export const DIGIT_TRIES = 5;

/** What one person asks of one instance of a function. */
export const ofInstance: Partial<Record<ActionName, Brake>> = {
  // Codes are guessed by trying: a person who reads one from a sheet needs a few tries at most.
  'account.begin': { most: 20, withinMs: hourMs },
  'account.broke': { most: 20, withinMs: hourMs },
  'account.join': { most: 20, withinMs: hourMs },
  'account.change': { most: 20, withinMs: hourMs },
  'account.setFamily': { most: 20, withinMs: hourMs },
  'account.invitation': { most: 30, withinMs: hourMs },
  'account.accept': { most: 20, withinMs: hourMs },
  'units.scan': { most: 60, withinMs: hourMs },
  'units.caseCode': { most: 60, withinMs: hourMs },
  'units.find': { most: 200, withinMs: hourMs },
  'people.invite': { most: 200, withinMs: hourMs },
  'people.look': { most: 200, withinMs: hourMs },
  'cases.intake': { most: 100, withinMs: hourMs },
  // Links are guessed by trying: who has one looks a few times a day.
  'cases.shared': { most: 60, withinMs: hourMs },
  'cases.contact': { most: 200, withinMs: hourMs },
  'metrics.export': { most: 30, withinMs: hourMs },
  'metrics.pack': { most: 30, withinMs: hourMs },
  'metrics.form': { most: 30, withinMs: hourMs },
  // Each asks WeChat six times.
  'admin.check': { most: 30, withinMs: hourMs },
  'admin.tryMessage': { most: 20, withinMs: hourMs },
  'imports.template': { most: 30, withinMs: hourMs },
  // A file of the most rows comes in by forty calls.
  'imports.start': { most: 400, withinMs: hourMs },
  'imports.undo': { most: 200, withinMs: hourMs },
  // Each reads everything of a person.
  'privacy.copy': { most: 10, withinMs: hourMs },
  'privacy.copyFor': { most: 60, withinMs: hourMs },
  'privacy.readers': { most: 200, withinMs: hourMs },
  'privacy.mine': { most: 200, withinMs: hourMs },
  'privacy.ask': { most: 20, withinMs: hourMs },
  'reviews.photos': { most: 200, withinMs: hourMs },
  'cases.photos': { most: 400, withinMs: hourMs },
  'cases.reveal': { most: 200, withinMs: hourMs },
  'cases.inspect': { most: 200, withinMs: hourMs },
};
/** Where the table has no row. */
export const ofWrites: Brake = { most: 120, withinMs: 10 * minuteMs };
export const ofReads: Brake = { most: 600, withinMs: 10 * minuteMs };

/** From when on it is possible again after these times; undefined: it is now. */
export function possibleFrom(
  times: readonly number[],
  { most, withinMs }: Brake,
  now: number,
): number | undefined {
  if (times.length < most) return undefined;
  // What a clock that went back has left in the future counts as if it were now: it must lock no person out for longer.
  const recent = times.filter((at) => at > now - withinMs).map((at) => Math.min(at, now));
  const first = recent.sort((a, b) => a - b).at(-most);
  return first === undefined ? undefined : first + withinMs;
}

/** The sentence beside a refusal. */
export const sayFrom = (from: number, now: number): string => `${sayTime(from, now)}以后可以再来。`;
