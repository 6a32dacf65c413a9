/** What is to happen, by its instant; what was entered first comes first among equals. */
export class Agenda<T> {
  private readonly entries: { at: number; what: T }[] = [];

  enter(at: number, what: T): void {
    let low = 0;
    let high = this.entries.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      // Latest first, so that the next is taken from the end.
      if ((this.entries[middle]?.at ?? 0) > at) low = middle + 1;
      else high = middle;
    }
    this.entries.splice(low, 0, { at, what });
  }

  next(): { at: number; what: T } | undefined {
    return this.entries.pop();
  }
}
