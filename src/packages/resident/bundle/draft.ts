import type { Input } from 'contract/actions';
import type { BundleView } from 'contract/models';

/** What is asked for, as far as the resident has got. Where phone or address is undefined it is as the register has it. */
export interface Draft {
  step: number;
  /** what is not wanted of it */
  without: string[];
  about: string;
  note: string;
  mode: Input<'cases.submitBundle'>['mode'];
  phone?: string;
  address?: string;
}

/** What each of the steps gets. */
export interface PartProps {
  bundle: BundleView;
  draft: Draft;
  write(part: Partial<Draft>): void;
  wrong(...fields: string[]): string | undefined;
}
