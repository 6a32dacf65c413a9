/** 时限: computed once, moved only by a pause of its own case. */
export interface Clock {
  startedAt: number;
  /** four fifths of it are gone */
  warnAt: number;
  dueAt: number;
  /** when it ended, in time or not */
  stoppedAt?: number;
  /** the cards it has shown */
  warned?: boolean;
  breached?: boolean;
}
