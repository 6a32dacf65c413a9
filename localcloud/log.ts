import { Console } from 'node:console';
import { Writable } from 'node:stream';

/** One JSON line an event. Never personal data: codes, names of functions, request ids. */
export type Log = (line: { event: string; [detail: string]: string | number | undefined }) => void;

export const logToStderr: Log = (line) =>
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), ...line })}\n`);
export const noLog: Log = () => undefined;

/** Where functions log to: stderr, beside the cloud's own lines, or nowhere. */
export function functionLog(quiet = false): Console {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  return new Console(quiet ? nowhere : process.stderr);
}
