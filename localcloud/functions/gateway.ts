import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type ErrorCode, errors, reject } from '../../contract/errors';
import { isRecord } from '../database/ejson';
import type { Functions } from './functions';
import { isTooDeep, readBody, sendEarly, sendJson, sendText } from '../http';
import type { Identity } from './identity';
import type { Log } from '../log';
import { messageOf } from '../refusal';

/** Production's limits for a text request and for a reply (docs/wechat.md, "Cloud functions"). */
const maxRequest = 100 * 1024;
const maxReply = 1024 * 1024;
/** Enough of an over-long request to say which field is too long; more is not read. */
const maxRead = 6 * 1024 * 1024;

/** Hands a call on whose body has been read. */
type HandOn = (request: IncomingMessage, response: ServerResponse, body: Buffer) => Promise<void>;

/**
 * `POST /v1/functions/<name>`: calls a function for the person whose token the request carries. Refusals are HTTP 200, too.
 * With `handOn`, what does more than look is handed on.
 */
export function gateway(
  functions: Functions,
  identity: Identity,
  onVisit: (openid: string) => void,
  log: Log,
  handOn?: HandOn,
) {
  return async (name: string, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    let requestId: string = randomUUID();
    const refusal = (code: ErrorCode, fields?: Record<string, string>) => ({
      ...reject(code, fields),
      message: errors[code],
      requestId,
    });
    const refuse = (...why: Parameters<typeof refusal>) => sendJson(response, refusal(...why));

    const body = await readBody(request, maxRead);
    if (!body) return sendEarly(request, response, refusal('INPUT_TOO_LONG'));
    const event = parse(body);
    if (event && typeof event.requestId === 'string' && event.requestId) requestId = event.requestId;

    const openid = identity.openidOf(/^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '');
    if (openid === undefined) return refuse('UNAUTHENTICATED');
    if (handOn && !functions.looks(name, event?.action)) return handOn(request, response, body);
    onVisit(openid);
    if (!functions.has(name)) return refuse('UNKNOWN_ACTION');
    if (!event) return refuse('BAD_INPUT');
    if (body.length > maxRequest) return refuse('INPUT_TOO_LONG', longest(event.input));

    try {
      const reply = JSON.stringify(
        (await functions.invoke(name, event, { source: 'wx_client', openid })) ?? null,
      );
      if (Buffer.byteLength(reply) > maxReply) return refuse('REPLY_TOO_LONG');
      sendText(response, reply);
    } catch (error) {
      log({ event: 'function-failed', function: name, requestId, error: messageOf(error) });
      refuse('INTERNAL');
    }
  };
}

function parse(body: Buffer): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(body.toString());
    return isRecord(value) && !isTooDeep(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Names the longest text of the input, so that the page can show the sentence beside it. */
function longest(input: unknown): Record<string, string> | undefined {
  const texts = stringsIn(input, '').sort((a, b) => b.text.length - a.text.length);
  const [first] = texts;
  return first && { [first.path]: `写了${[...first.text].length}个字，太长了，请删短一些。` };
}

function stringsIn(value: unknown, path: string): { path: string; text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => stringsIn(inner, path ? `${path}.${key}` : key));
}
