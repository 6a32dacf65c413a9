import type { ReactElement } from 'react';

export interface ControlProps {
  id: string;
  value: string;
  onInput(value: string): void;
  /** the keyboard's own key: search, done */
  onConfirm?(): void;
  onFocus?(): void;
  kind: 'text' | 'phone' | 'long' | 'search';
  placeholder?: string;
  label: string;
  describedBy?: string;
  invalid: boolean;
  required: boolean;
}

/** The native box that one writes in. */
export function Control(props: ControlProps): ReactElement;
