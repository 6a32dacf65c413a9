/**
 * The case's table of states. The functions allow by it and the pages draw their buttons from it,
 * so a button that the server would refuse cannot be drawn. Rules: design/domain.md, "States are data".
 */
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

/** Somebody still owes the resident something. */
export const OPEN = ['submitted', 'offered', 'in_progress', 'awaiting_resident'] as const satisfies State[];
/** An agent has said yes. */
export const WITH_AGENT = ['in_progress', 'awaiting_resident'] as const satisfies State[];
export const FINAL = ['completed', 'terminated', 'cancelled'] as const satisfies State[];

/**
 * A person's part in one case: whose case it is, who it is offered to or with, who oversees its community.
 * `bystander` may do nothing; `system` is a timer or the assignment.
 */
export type Part = 'resident' | 'agent' | 'manager' | 'system' | 'bystander';

export type Deed =
  | 'submit'
  | 'offer'
  | 'unassigned'
  | 'accept'
  | 'decline'
  | 'ask'
  | 'supply'
  | 'complete'
  | 'terminate'
  | 'urge'
  | 'cancel'
  | 'review';

interface Transition {
  from: readonly State[];
  do: Deed;
  by: readonly Part[];
  to: State;
}

export const transitions: readonly Transition[] = [
  { from: ['submitted'], do: 'offer', by: ['system'], to: 'offered' },
  { from: ['submitted'], do: 'unassigned', by: ['system'], to: 'submitted' },
  { from: ['offered'], do: 'accept', by: ['agent'], to: 'in_progress' },
  { from: ['offered'], do: 'decline', by: ['agent'], to: 'submitted' },
  { from: ['in_progress'], do: 'ask', by: ['agent'], to: 'awaiting_resident' },
  { from: ['awaiting_resident'], do: 'supply', by: ['resident', 'agent'], to: 'in_progress' },
  { from: ['in_progress'], do: 'complete', by: ['agent'], to: 'completed' },
  { from: WITH_AGENT, do: 'terminate', by: ['agent', 'manager'], to: 'terminated' },
  { from: ['offered'], do: 'urge', by: ['resident'], to: 'offered' },
  { from: ['in_progress'], do: 'urge', by: ['resident'], to: 'in_progress' },
  { from: OPEN, do: 'cancel', by: ['resident'], to: 'cancelled' },
  { from: ['completed'], do: 'review', by: ['resident'], to: 'completed' },
];

/** The state that `deed` by `part` leads to, or undefined where the table has no such row. */
export function nextState(from: State, deed: Deed, part: Part): State | undefined {
  return transitions.find((row) => row.do === deed && row.from.includes(from) && row.by.includes(part))?.to;
}

/** Whether the viewer of a case may do this now: the buttons of a page. */
export function can(kase: { state: State; part: Part }, deed: Deed): boolean {
  return nextState(kase.state, deed, kase.part) !== undefined;
}

export function isOpen(state: State): boolean {
  return OPEN.some((open) => open === state);
}
