import type { ReactNode } from 'react';

/**
 * The phone's way back within one page of several steps: from step `step` (0 is the first) it leads to the step before, and
 * out of the page only from the first. `onStep` goes to a step that the phone asks for. What it gives is put into the page.
 */
export function useStepBack(step: number, onStep: (step: number) => void): ReactNode;
