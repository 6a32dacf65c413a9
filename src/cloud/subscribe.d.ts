import type { NoticeKind } from 'contract/words';

/** A kind of message, and the id of its template: WeChat knows only the id. */
export interface Asking {
  kind: NoticeKind;
  templateId: string;
}

/** What the person said to each kind; a kind in none of the lists could not be asked for. */
export interface Answered {
  accepted: NoticeKind[];
  refused: NoticeKind[];
  /** whose template WeChat does not allow any more: not theirs to answer */
  banned: NoticeKind[];
}

/**
 * Asks to send one WeChat message of each kind, three kinds at most. Must be called in the tap itself, before anything is
 * awaited. Never throws: whatever goes wrong is no yes. On H5 a stand-in asks, and tells the local cloud.
 */
export function askToNotify(kinds: readonly Asking[]): Promise<Answered>;
