import type { Link } from 'contract/actions/metrics';

/** A file that is on this device now. */
export interface FileHere {
  /** hands it to a WeChat contact, where the platform cannot show it; only inside a tap */
  share?(): void;
}

/**
 * Fetches a file and gives it to the user: H5 saves it, WeChat opens it. Throws `CallError`: `OFFLINE` where
 * no signal carried it, `DEVICE` with the reason where WeChat or the phone did not take it.
 */
export function fetchFile(link: Link): Promise<FileHere>;

/**
 * Keeps a text that this page has as a file: H5 saves it, WeChat hands it to a chat of the user's choice, inside a tap alone. Gives false where
 * they thought better of it; throws `CallError` `DEVICE` with what to do.
 */
export function keepText(name: string, text: string): Promise<boolean>;

/** What the button for it says. */
export const keepWords: string;
