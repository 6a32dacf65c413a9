let aheadMs = 0;

/** The time where the rules are kept, epoch milliseconds: an old phone's clock may be days off, and a demo's is moved. */
export function currentTime(): number {
  return Date.now() + aheadMs;
}

/** Each answer says when it was given. Below a minute's difference the way of the answer counts for more than the clocks. */
export function learnTime(at: number): void {
  const ahead = at - Date.now();
  aheadMs = Math.abs(ahead) < 60_000 ? 0 : ahead;
}
