import type { RectifyState } from './words';

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

/**
 * A person's part in one case: whose case it is, who it is offered to or with (`agent`), who it is being handed over to
 * (`colleague`), an agent of its street while nobody has it (`candidate`), who oversees its community (`manager`), a
 * manager of a unit that was whistled for (`summoned`). `bystander` may do nothing; `system` is a timer or the assignment.
 */
export const parts = [
  'resident',
  'agent',
  'colleague',
  'candidate',
  'manager',
  'summoned',
  'system',
  'bystander',
] as const;
export type Part = (typeof parts)[number];

export type Deed =
  | 'submit'
  | 'offer'
  | 'unassigned'
  | 'accept'
  | 'decline'
  | 'lapse'
  | 'claim'
  | 'assign'
  | 'handover'
  | 'progress'
  | 'ask'
  | 'supply'
  | 'resume'
  | 'complete'
  | 'terminate'
  | 'urge'
  | 'cancel'
  | 'move'
  | 'warn'
  | 'breach'
  | 'escalate'
  | 'acknowledge'
  | 'whistle'
  | 'answer'
  | 'rateAnswer'
  | 'recompute'
  | 'review'
  | 'invite'
  | 'reopen'
  | 'take'
  | 'verify'
  | 'mend'
  | 'phone'
  | 'contact';

interface Transition {
  from: readonly State[];
  do: Deed;
  by: readonly Part[];
  /** `same`: a fact is added and the case stays where it is */
  to: State | 'same';
}

/** Nobody has said that the resident is being waited for. */
const MOVABLE = ['submitted', 'offered', 'in_progress'] as const satisfies State[];

export const transitions: readonly Transition[] = [
  { from: ['submitted'], do: 'offer', by: ['system'], to: 'offered' },
  { from: ['submitted'], do: 'unassigned', by: ['system'], to: 'same' },
  { from: ['submitted'], do: 'claim', by: ['candidate'], to: 'in_progress' },
  { from: ['offered'], do: 'accept', by: ['agent'], to: 'in_progress' },
  { from: ['offered'], do: 'decline', by: ['agent'], to: 'submitted' },
  { from: ['offered'], do: 'lapse', by: ['system'], to: 'submitted' },
  { from: MOVABLE, do: 'assign', by: ['manager'], to: 'offered' },
  // The one who hands over answers for the case until the other has said yes.
  { from: WITH_AGENT, do: 'handover', by: ['agent'], to: 'same' },
  { from: WITH_AGENT, do: 'accept', by: ['colleague'], to: 'same' },
  { from: WITH_AGENT, do: 'decline', by: ['colleague'], to: 'same' },
  { from: WITH_AGENT, do: 'lapse', by: ['system'], to: 'same' },
  { from: WITH_AGENT, do: 'progress', by: ['agent'], to: 'same' },
  { from: ['in_progress'], do: 'ask', by: ['agent'], to: 'awaiting_resident' },
  { from: ['awaiting_resident'], do: 'supply', by: ['resident', 'agent'], to: 'in_progress' },
  { from: ['awaiting_resident'], do: 'resume', by: ['system'], to: 'same' },
  { from: ['in_progress'], do: 'complete', by: ['agent'], to: 'completed' },
  { from: WITH_AGENT, do: 'terminate', by: ['agent', 'manager'], to: 'terminated' },
  { from: ['offered', 'in_progress'], do: 'urge', by: ['resident'], to: 'same' },
  { from: OPEN, do: 'cancel', by: ['resident'], to: 'cancelled' },
  { from: MOVABLE, do: 'move', by: ['manager'], to: 'submitted' },
  { from: states, do: 'warn', by: ['system'], to: 'same' },
  { from: states, do: 'breach', by: ['system'], to: 'same' },
  { from: states, do: 'escalate', by: ['system'], to: 'same' },
  { from: states, do: 'acknowledge', by: ['manager'], to: 'same' },
  { from: OPEN, do: 'whistle', by: ['manager'], to: 'same' },
  { from: states, do: 'answer', by: ['summoned'], to: 'same' },
  { from: states, do: 'rateAnswer', by: ['manager'], to: 'same' },
  { from: OPEN, do: 'recompute', by: ['system'], to: 'same' },
  { from: ['completed'], do: 'review', by: ['resident', 'manager'], to: 'same' },
  { from: ['completed'], do: 'invite', by: ['system'], to: 'same' },
  // "It is not done": said by the resident, or by a manager whom they told so.
  { from: ['completed'], do: 'reopen', by: ['resident', 'manager'], to: 'in_progress' },
  // A rectification goes on whatever becomes of the case; its own steps are in `rectifySteps`.
  { from: states, do: 'take', by: ['manager'], to: 'same' },
  { from: states, do: 'verify', by: ['manager'], to: 'same' },
  { from: states, do: 'mend', by: ['manager'], to: 'same' },
  { from: states, do: 'phone', by: ['manager'], to: 'same' },
  { from: states, do: 'contact', by: ['manager'], to: 'same' },
];

export const rectifyStates = ['verifying', 'mending', 'calling', 'closed'] as const satisfies RectifyState[];

/** 整改, step by step: verify, mend what was found true, call back always; the call-back ends it. */
export const rectifySteps = {
  take: ['verifying', 'mending', 'calling'],
  verify: ['verifying'],
  mend: ['mending'],
  phone: ['calling'],
} as const satisfies Partial<Record<Deed, readonly RectifyState[]>>;
export type RectifyDeed = keyof typeof rectifySteps;

/** What may be done to a rectification in this state, in the order of the steps. */
export function rectifyDeeds(state: RectifyState): RectifyDeed[] {
  return (Object.keys(rectifySteps) as RectifyDeed[]).filter((deed) =>
    rectifySteps[deed].some((from) => from === state),
  );
}

/** The state that `deed` by `part` leads to, or undefined where the table has no such row. */
export function nextState(from: State, deed: Deed, part: Part): State | undefined {
  const row = transitions.find((one) => one.do === deed && one.from.includes(from) && one.by.includes(part));
  return row?.to === 'same' ? from : row?.to;
}

/** Whether the viewer of a case may do this now, as far as the state decides: the buttons of a page. */
export function can(kase: { state: State; parts: readonly Part[] }, deed: Deed): boolean {
  return kase.parts.some((part) => nextState(kase.state, deed, part) !== undefined);
}

export function isWithAgent(state: State): boolean {
  return WITH_AGENT.some((one) => one === state);
}

export function isOpen(state: State): boolean {
  return OPEN.some((open) => open === state);
}
