/** One JSON line an event. Never personal data: codes, names of functions, request ids. */
export type Log = (line: { event: string; [detail: string]: string | number | undefined }) => void;

export const logToStderr: Log = (line) =>
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), ...line })}\n`);
export const noLog: Log = () => undefined;
