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
