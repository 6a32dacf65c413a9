import type { ReactElement } from 'react';

export interface ControlProps {
  id: string;
  value: string;
  onInput(value: string): void;
  /** the keyboard's own key: search, done */
  onConfirm?(): void;
  onFocus?(): void;
  /** `day` is written `2026-11-21`, `time` `08:30` */
  kind: 'text' | 'phone' | 'long' | 'search' | 'number' | 'day' | 'time';
  placeholder?: string;
  label: string;
  describedBy?: string;
  invalid: boolean;
  required: boolean;
}

/** The native box that one writes in. */
export function Control(props: ControlProps): ReactElement;
