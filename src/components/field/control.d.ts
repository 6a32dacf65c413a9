import type { ReactElement } from 'react';

export interface ControlProps {
  id: string;
  value: string;
  onInput(value: string): void;
  /** the keyboard's own key: search, done */
  onConfirm?(): void;
  onFocus?(): void;
  /** `date`, `time`: the phone's own calendar and clock; the value is `2026-11-24`, `08:30` or nothing */
  kind: 'text' | 'phone' | 'long' | 'search' | 'number' | 'date' | 'time';
  /** the first day that may be chosen */
  min?: string;
  placeholder?: string;
  label: string;
  describedBy?: string;
  invalid: boolean;
  required: boolean;
}

/** The native box that the user writes in. */
export function Control(props: ControlProps): ReactElement;
