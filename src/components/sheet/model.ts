import type { Coded } from './code';

export interface Line {
  name: string;
  value: string;
}

export interface Part {
  title: string;
  facts?: readonly Line[];
  lines?: readonly string[];
}

/** What is kept on paper or as a picture. It is read years later: its days are written in full. */
export interface Sheet {
  title: string;
  /** below the title */
  lead?: string;
  facts?: readonly Line[];
  parts?: readonly Part[];
  /** a signature as it was drawn */
  strokes?: readonly (readonly number[])[];
  /** where a pen writes */
  signs?: readonly string[];
  code: Coded;
  /** the code is what it is hung up for; else it stands at the end */
  isPoster?: boolean;
  /** below the code: what it does, or its letters */
  under: string;
  note?: string;
}
