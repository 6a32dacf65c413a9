import type { PropsWithChildren, ReactElement } from 'react';

export interface GroupProps extends PropsWithChildren {
  legend: string;
  hideLegend?: boolean;
  describedBy?: string;
  /** several may be taken: not a radio group */
  many?: boolean;
}

export interface OptionProps extends PropsWithChildren {
  many: boolean;
  /** ties the options of one group together */
  name: string;
  checked: boolean;
  disabled?: boolean;
  className: string;
  onPick(): void;
}

/** Native radio buttons or checkboxes on H5, with the keys that people know; roles in WeChat. */
export function Group(props: GroupProps): ReactElement;
export function Option(props: OptionProps): ReactElement;
