/** The states of a case, in groups that are named once. What leads from one to another: `deeds.ts`. */
export const states = [
  'submitted',
  'offered',
  'in_progress',
  'awaiting_resident',
  'completed',
  'terminated',
  'cancelled',
] as const;
export type State = (typeof states)[number];

/**
 * What a case is: something to be done; a complaint (投诉建议), which no agent gets and which has steps of its own; a question (政策咨询),
 * which goes the way of an errand until it is answered; or a part of a bundle (一件事) that waits for another's result before it begins.
 */
export const kinds = ['errand', 'complaint', 'question', 'waiting'] as const;
export type Kind = (typeof kinds)[number];

/** The office still owes the resident something. */
export const OPEN = ['submitted', 'offered', 'in_progress', 'awaiting_resident'] as const satisfies State[];
/** An agent has said yes. */
export const WITH_AGENT = ['in_progress', 'awaiting_resident'] as const satisfies State[];

/** The states of a rectification (整改). */
export const rectifyStates = ['verifying', 'mending', 'calling', 'closed'] as const;
export type RectifyState = (typeof rectifyStates)[number];

export function isWithAgent(state: State): boolean {
  return WITH_AGENT.some((one) => one === state);
}

export function isOpen(state: State): boolean {
  return OPEN.some((open) => open === state);
}
