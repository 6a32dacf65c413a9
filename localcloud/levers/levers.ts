import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Clock } from '../clock';
import type { Console } from '../database/database';
import type { Faults } from '../faults';
import type { Functions } from '../functions/functions';
import { readBody, sendJson } from '../http';
import type { Identity } from '../functions/identity';
import type { Messages } from '../wechat/messages';
import type { DemoPerson } from '../wechat/people';
import type { PhoneCodes } from '../wechat/phones';
import type { Pictures } from '../wechat/pictures';
import { messageOf } from '../refusal';
import type { Storage } from '../wechat/storage';
import type { Timers } from '../functions/timers';

const instant = v.pipe(
  v.union([v.number(), v.string()]),
  v.transform((at) => (typeof at === 'number' ? at : Date.parse(at))),
  v.check((at) => Number.isFinite(at)),
);
const clockBody = v.union([
  v.object({ at: instant, frozen: v.optional(v.boolean()) }),
  v.object({ advanceMs: v.pipe(v.number(), v.finite()) }),
]);
const faultBody = v.object({
  api: v.pipe(v.string(), v.nonEmpty()),
  errcode: v.union([v.number(), v.string()]),
  times: v.pipe(v.number(), v.integer(), v.minValue(0)),
});

const limitBody = v.object({
  api: v.pipe(v.string(), v.nonEmpty()),
  perMinute: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  perDay: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
});
const killBody = v.object({
  function: v.pipe(v.string(), v.nonEmpty()),
  after: v.pipe(v.number(), v.integer(), v.minValue(1)),
});
const pushBody = v.object({
  person: v.string(),
  function: v.pipe(v.string(), v.nonEmpty()),
  event: v.looseObject({ Event: v.string() }),
});
const subscriptionBody = v.object({
  person: v.string(),
  templateId: v.string(),
  answer: v.picklist(['accept', 'reject']),
});

const phoneBody = v.object({
  person: v.string(),
  phone: v.optional(v.pipe(v.string(), v.regex(/^\+?\d{5,20}$/))),
});

const operateBody = v.object({ function: v.pipe(v.string(), v.nonEmpty()), event: v.looseObject({}) });
const uploadBody = v.object({ person: v.string(), path: v.pipe(v.string(), v.nonEmpty()) });
const ownFileBody = v.object({ person: v.string(), file: v.string() });

/** What the levers move. */
export interface Parts {
  people: DemoPerson[];
  identity: Identity;
  clock: Clock;
  timers: Timers;
  messages: Messages;
  faults: Faults;
  functions: Functions;
  storage: Storage;
  phones: PhoneCodes;
  pictures: Pictures;
  console: Console;
}

/** What the demo's bar can scan: the sheet at the door of a place. */
export interface SheetCode {
  orgId: string;
  name: string;
  code: string;
}

/** What the levers ask of whoever knows what the functions have written. */
export interface Known {
  /** what there is to scan */
  codes(): Promise<SheetCode[]>;
  /** the id that the functions gave to a person of this identity, who came without one */
  idOf(openid: string): Promise<string | undefined>;
}
const nothing: Known = { codes: async () => [], idOf: async () => undefined };

/** What the server takes of the levers. */
export interface Levers {
  serve(path: string, request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** What the H5 page gets into its head, and the files that it names. */
  head(): string;
  files: Record<string, string>;
}

/**
 * `/_local/*`: the levers of the demo and of tests. They give out tokens and move the clock: never in production, and here
 * only on 127.0.0.1. The server loads them only where it is told to.
 */
export function openLevers(parts: Parts, { codes, idOf }: Known = nothing): Levers {
  const { people, identity, clock, timers, messages, faults, functions, storage, phones, pictures } = parts;
  const withTokens = people.map(({ openid, phone: _phone, ...person }) => ({
    ...person,
    token: identity.tokenOf(openid),
  }));
  /** Does the file lie in a folder of the person's name? */
  async function isOwn(person: string, file: string): Promise<boolean> {
    const known = people.find(({ id }) => id === person);
    const folder = file.split('/').at(-2);
    return known !== undefined && (folder === person || folder === (await idOf(known.openid)));
  }
  const routes: Record<string, (body: unknown) => Promise<unknown> | unknown> = {
    'GET people': () => withTokens,
    'GET codes': codes,
    'GET clock': () => ({ at: clock.now() }),
    async 'POST clock'(body) {
      const to = v.parse(clockBody, body);
      if ('at' in to) clock.set(to.at, to.frozen);
      else clock.advance(to.advanceMs);
      await timers.wake(); // answers when the timers that came due are done
      return { at: clock.now() };
    },
    'GET messages': () => messages.all(),
    'POST faults'(body) {
      const { api, errcode, times } = v.parse(faultBody, body);
      faults.set(api, errcode, times);
      return { ok: true };
    },
    'POST limits'(body) {
      const { api, ...most } = v.parse(limitBody, body);
      faults.limit(api, most);
      return { ok: true };
    },
    'POST kill'(body) {
      const { function: name, after } = v.parse(killBody, body);
      functions.kill(name, after);
      return { ok: true };
    },
    'POST rest'() {
      functions.rest();
      return { ok: true };
    },
    /** 消息推送: what WeChat tells a function of somebody. */
    async 'POST push'(body) {
      const { person, function: name, event } = v.parse(pushBody, body);
      const openid = people.find((one) => one.id === person)?.openid;
      const CreateTime = Math.floor(clock.now() / 1000);
      const pushed = { ToUserName: 'gh_local', FromUserName: openid, CreateTime, MsgType: 'event', ...event };
      return { result: await functions.invoke(name, pushed, { source: 'wx_unknown', openid }) };
    },
    /** WeChat has looked at the pictures that it was asked about. */
    'POST looked': async () => ({ told: await pictures.tell() }),
    /** 云端测试 in the console, or a call with the cloud's keys: nobody stands behind it. */
    async 'POST operate'(body) {
      const { function: name, event } = v.parse(operateBody, body);
      return { result: await functions.invoke(name, event, { source: 'wx_unknown' }) };
    },
    /** What the dialog of `wx.requestSubscribeMessage` would have told WeChat. */
    async 'POST subscriptions'(body) {
      const { person, templateId, answer } = v.parse(subscriptionBody, body);
      const found = people.find((one) => one.id === person);
      if (found) await messages.answer(found.openid, templateId, answer === 'accept');
      return { ok: found !== undefined };
    },
    /** A tap on `open-type="getPhoneNumber"`: the code for the number that WeChat has of this person, or for the one that is said. */
    'POST phone-code'(body) {
      const { person, phone } = v.parse(phoneBody, body);
      const found = people.find((one) => one.id === person);
      const number = phone ?? found?.phone;
      return found && number
        ? { ok: true, code: phones.give(found.openid, number, clock.now()) }
        : { ok: false };
    },
    /** What `wx.cloud.uploadFile` asks for before it puts a file: only into a folder of one's own. */
    async 'POST uploads'(body) {
      const { person, path } = v.parse(uploadBody, body);
      return (await isOwn(person, path)) ? storage.metadata(path) : { ok: false };
    },
    /** Where a picture can be looked at: only by whoever put it there, as 仅创建者可读写 has it. WeChat's `Image` takes the id itself. */
    async 'POST links'(body) {
      const { person, file } = v.parse(ownFileBody, body);
      const [link] = (await isOwn(person, file)) ? storage.links([{ fileid: file }]) : [];
      return { url: link?.tempFileURL ?? '' };
    },
    /** `wx.cloud.deleteFile`: only of whoever put it there. */
    async 'POST removals'(body) {
      const { person, file } = v.parse(ownFileBody, body);
      const ok = await isOwn(person, file);
      if (ok) storage.remove([file]);
      return { ok };
    },
    'GET calls': () => functions.calls,
    'DELETE calls'() {
      functions.calls.length = 0;
      return { ok: true };
    },
  };

  async function serve(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const timer = /^timers\/(.+)$/.exec(path)?.[1];
    if (timer !== undefined && request.method === 'POST') {
      const fired = await timers.fire(timer);
      return fired
        ? sendJson(response, { ok: true, result: fired.result })
        : sendJson(response, { ok: false, message: `没有 ${timer} 这个云函数，请核对名字。` }, 404);
    }
    const name = `${request.method} ${path}`;
    const route = Object.hasOwn(routes, name) ? routes[name] : undefined;
    if (!route) return sendJson(response, { ok: false, message: `没有 ${name} 这个入口，请核对地址。` }, 404);
    try {
      const text = (await readBody(request, 100 * 1024))?.toString() ?? '';
      sendJson(response, await route(text ? JSON.parse(text) : undefined));
    } catch (error) {
      if (!(error instanceof v.ValiError || error instanceof SyntaxError)) throw error;
      sendJson(response, { ok: false, message: `参数不对（${messageOf(error)}），请改好再试。` }, 400);
    }
  }

  return {
    serve,
    head() {
      if (people.length === 0) return '';
      // `<` is escaped lest a name close the element. It holds data: a page of this server runs no script that stands in it.
      const state = JSON.stringify({ people: withTokens, at: clock.now() }).replaceAll('<', '\\u003c');
      return `<link rel="stylesheet" href="/_local/bar.css"><script type="application/json" id="linli-demo">${state}</script><script src="/_local/bar.js"></script>`;
    },
    files: {
      '/_local/bar.js': join(__dirname, 'demo-bar.js'),
      '/_local/bar.css': join(__dirname, 'demo-bar.css'),
    },
  };
}
