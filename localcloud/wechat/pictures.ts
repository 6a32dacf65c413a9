import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import type { Clock } from '../clock';
import { type Suggestion, suggestionFor } from './content';

/** Plays `security.mediaCheckAsync`, version 2, for pictures (docs/wechat.md, "Content security"). */
const params = v.object({
  media_url: v.pipe(v.string(), v.url()),
  version: v.literal(2),
  scene: v.picklist([1, 2, 3, 4]),
  openid: v.string(),
});
/** 1: sound, of which no picture is any; 2: a picture. */
const kind = v.object({ media_type: v.literal(2) });
/** WeChat could not fetch what it was to look at. */
const UNFETCHED = -1008;

interface Waiting {
  url: string;
  openid: string;
  trace: string;
}

/** What a function is pushed. */
export interface LookEvent {
  openid: string;
  event: object;
}

/** Pictures that WeChat was asked about, until it answers by an event. What it would see in one cannot be known: words in its bytes stand for it. */
export class Pictures {
  #waiting: Waiting[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly clock: Clock,
    private readonly push: (told: LookEvent) => Promise<unknown>,
    /** real time after which it answers by itself; without it, when it is told to */
    private readonly afterMs?: number,
  ) {}

  /** Takes a picture; gives WeChat's own error for what it refuses at once. */
  ask(raw: unknown, isHere: (openid: string) => boolean) {
    if (!v.is(kind, raw)) return { errcode: 40004, errmsg: 'invalid media type' };
    const parsed = v.safeParse(params, raw);
    if (!parsed.success) return { errcode: 47001, errmsg: 'data format error' };
    const { media_url: url, openid } = parsed.output;
    if (!isHere(openid)) return { errcode: 61010, errmsg: 'code is expired' };
    if (this.#waiting.some((one) => one.url === url)) return { errcode: 87020, errmsg: 'repeated' };
    const trace = randomBytes(16).toString('hex');
    this.#waiting.push({ url, openid, trace });
    if (this.afterMs !== undefined) this.#timer ??= setTimeout(() => void this.tell(), this.afterMs).unref();
    return { errcode: 0, errmsg: 'ok', trace_id: trace };
  }

  /** Answers about all that wait; gives how many. */
  async tell(): Promise<number> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const waiting = this.#waiting.splice(0);
    for (const one of waiting) await this.push({ openid: one.openid, event: await this.#eventOf(one) });
    return waiting.length;
  }

  close(): void {
    clearTimeout(this.#timer);
  }

  async #eventOf({ url, openid, trace }: Waiting): Promise<object> {
    const suggest = await look(url);
    const head = {
      ToUserName: 'gh_local',
      FromUserName: openid,
      CreateTime: Math.floor(this.clock.now() / 1000),
      MsgType: 'event',
      Event: 'wxa_media_check',
      appid: 'wx-local',
      trace_id: trace,
      version: 2,
    };
    if (suggest === undefined) return { ...head, detail: [], errcode: UNFETCHED, errmsg: 'download error' };
    const result = { suggest, label: suggest === 'pass' ? 100 : 20006 };
    const detail = [{ strategy: 'content_model', errcode: 0, ...result, prob: 90 }];
    return { ...head, detail, errcode: 0, errmsg: 'ok', result };
  }
}

/** Undefined: it is not there. */
async function look(url: string): Promise<Suggestion | undefined> {
  const answer = await fetch(url).catch(() => undefined);
  if (!answer?.ok) return undefined;
  return suggestionFor(Buffer.from(await answer.arrayBuffer()).toString());
}
