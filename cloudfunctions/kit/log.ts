/** One line of JSON per call. Ids and codes only: a name, a phone, a door or a person's words have no field here, and do not build. */
export interface LogLine {
  function: string;
  action: string;
  requestId: string;
  ms: number;
  code: string;
  personId?: string;
  /** of a bug or an outage */
  error?: string;
}

/** `counts`: what a timer's run did, by its own words. */
export function log(line: LogLine, counts: Readonly<Record<string, number>> = {}): void {
  const write = line.error ? console.error : console.log;
  write(JSON.stringify({ ...line, ...counts }));
}

/** An error as a log may show it: its stack, cut. The database's messages hold keys, not people's words. */
export function describe(error: unknown): string {
  const text = error instanceof Error ? (error.stack ?? error.message) : JSON.stringify(error);
  return text.slice(0, 2000);
}
