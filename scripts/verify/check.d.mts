/** A head as it stands on the sheet. */
export interface PrintedHead {
  origin: string;
  n: number;
  hash: string;
  day: string;
}
export interface Found {
  isWhole: boolean;
  /** what is wrong, each in a sentence, with the number of the entry where it is known */
  faults: { kind: string; n?: number; says: string }[];
  says: string[];
}
export function readHead(text: string): PrintedHead | undefined;
export function checkChain(text: string, head?: PrintedHead): Found;
export function checkProof(text: string, head?: PrintedHead): Found;
