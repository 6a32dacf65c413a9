import protobuf from 'protobufjs';
import * as v from 'valibot';
import type { Clock } from '../clock';
import { codeParams, drawCode, faultOfCode } from './codes';
import { type Checked, checkWords } from './content';
import { isRecord } from '../database/ejson';
import type { Faults } from '../faults';
import type { Functions } from '../functions/functions';
import { checkKeyword } from './keywords';
import type { Messages } from './messages';
import type { PhoneCodes } from './phones';
import type { Pictures } from './pictures';
import { messageOf } from '../refusal';
import type { Visits } from './visits';

/** The part of WeChat's protocol that `cloud.openapi` uses (docs/wechat.md, "The SDK's protocol"). */
const { root } = protobuf.parse(`
  syntax = "proto3";
  message CommApiData { int32 apiType = 1; OpenApiData openapiData = 2; }
  message OpenApiData { repeated KeyValuePair pairs = 1; }
  message KeyValuePair { string key = 1; bytes value = 2; }
  message CommOpenApiResp { bytes respData = 1; string contentType = 2; int32 errorCode = 3; uint32 httpCode = 4; }
`);
const Request = root.lookupType('CommApiData');
const Reply = root.lookupType('CommOpenApiResp');

const pairs = v.object({
  openapiData: v.object({ pairs: v.array(v.object({ key: v.string(), value: v.instance(Uint8Array) })) }),
});

/** WeChat's own answer (`errcode` within the reply), or the cloud's (`errorCode` beside it). */
type Answer =
  | { errcode: number; errmsg: string; msgid?: number; phone_info?: object; trace_id?: string }
  | Checked
  | { errorCode: number }
  | { errcode: 0; errmsg: 'ok'; data: object[] }
  | { png: Buffer };

export interface OpenapiParts {
  functions: Functions;
  faults: Faults;
  messages: Messages;
  clock: Clock;
  visits: Visits;
  phones: PhoneCodes;
  pictures: Pictures;
  /** the pages of the mini-program, where they are known */
  pages?: readonly string[];
  /** the templates of the account */
  templates?: readonly OwnTemplate[];
}

/** A template of the account: `content` names its keywords, a line each, `服务事项：{{thing1.DATA}}`. */
export interface OwnTemplate {
  id: string;
  title: string;
  content: string;
}

/** Plays `cloud.openapi`: takes the SDK's multipart request and gives the bytes of the reply. */
export function openapiService({
  functions,
  faults,
  messages,
  clock,
  visits,
  phones,
  pictures,
  pages,
  templates = [],
}: OpenapiParts) {
  const apis: Record<string, (params: Record<string, unknown>) => Promise<Answer>> = {
    async 'subscribeMessage.send'(params) {
      const message = v.safeParse(sendParams, params);
      if (!message.success) return { errcode: 47001, errmsg: 'data format error' };
      const { touser, template_id, page, data, miniprogram_state } = message.output;
      if (!messages.knows(touser)) return { errcode: 40003, errmsg: 'invalid openid' };
      if (!template_id) return { errcode: 40037, errmsg: 'invalid template_id' };
      const bad = Object.entries(data).find(([key, { value }]) => !checkKeyword(key, String(value)));
      if (bad || Object.keys(data).length === 0)
        return { errcode: 47003, errmsg: `argument invalid! data.${bad?.[0] ?? ''}.value invalid` };
      if (!(await messages.take(touser, template_id)))
        return { errcode: 43101, errmsg: 'user refuse to accept the msg' };
      const kept = Object.fromEntries(
        Object.entries(data).map(([key, { value }]) => [key, { value: String(value) }]),
      );
      const msgid = await messages.deliver({
        at: clock.now(),
        openid: touser,
        templateId: template_id,
        page,
        data: kept,
        miniprogramState: miniprogram_state,
      });
      return { errcode: 0, errmsg: 'ok', msgid };
    },

    async 'subscribeMessage.getTemplateList'() {
      const data = templates.map(({ id, ...told }) => ({ priTmplId: id, ...told, example: '', type: 2 }));
      return { errcode: 0, errmsg: 'ok', data };
    },

    async 'security.msgSecCheck'(params) {
      return checkWords(params, (openid) => visits.isRecent(openid, clock.now()));
    },

    async 'security.mediaCheckAsync'(params) {
      return pictures.ask(params, (openid) => visits.isRecent(openid, clock.now()));
    },

    async 'phonenumber.getPhoneNumber'(params) {
      const asked = v.safeParse(phoneParams, params);
      if (!asked.success) return { errcode: 47001, errmsg: 'data format error' };
      const { code, openid } = asked.output;
      const phone = phones.take(code, openid, clock.now());
      if (phone === undefined) return { errcode: 40029, errmsg: 'invalid code' };
      const watermark = { timestamp: Math.floor(clock.now() / 1000), appid: 'wx-local' };
      const phone_info = { phoneNumber: phone, purePhoneNumber: phone, countryCode: '86', watermark };
      return { errcode: 0, errmsg: 'ok', phone_info };
    },

    async 'wxacode.getUnlimited'(params) {
      const asked = v.safeParse(codeParams, params);
      if (!asked.success) return { errcode: 47001, errmsg: 'data format error' };
      return faultOfCode(asked.output, pages) ?? { png: drawCode(asked.output.scene, asked.output.width) };
    },
  };

  async function answer(fields: Map<string, Buffer>): Promise<Answer> {
    const api = fields.get('apiName')?.toString() ?? '';
    const { openapi } = functions.running(fields.get('wxCloudApiToken')?.toString() ?? '');
    const handler = Object.hasOwn(apis, api) ? apis[api] : undefined;
    if (!handler) return { errorCode: -604100 };
    if (!openapi.includes(api)) return { errorCode: -604101 };
    const over = faults.overLimit(api, clock.now());
    if (over !== undefined) return { errcode: over, errmsg: 'api quota reach limit' };
    const set = faults.take(api);
    // The call arrives, and its answer is never heard.
    if (set === 'lost' || set === 'dropped') {
      await handler(paramsOf(fields.get('requestData') ?? Buffer.alloc(0)));
      if (set === 'dropped') throw new LineCut();
      return { errorCode: -604103 };
    }
    const fault = Number(set ?? 0);
    // The cloud's own failures are below -600000; WeChat's travel within its answer.
    if (fault < -600_000) return { errorCode: fault };
    if (fault) return { errcode: fault, errmsg: 'a fault that was set' };
    return handler(paramsOf(fields.get('requestData') ?? Buffer.alloc(0)));
  }

  return async (contentType: string, body: Buffer): Promise<Uint8Array> => {
    const reply = await answer(multipart(contentType, body)).catch((error) => {
      if (error instanceof LineCut) throw error;
      return { errcode: -1, errmsg: messageOf(error) };
    });
    const message =
      'errorCode' in reply
        ? { errorCode: reply.errorCode, httpCode: 200 }
        : 'png' in reply
          ? { respData: reply.png, contentType: 'image/png', httpCode: 200 }
          : {
              respData: Buffer.from(JSON.stringify(reply)),
              contentType: 'application/json; charset=UTF-8',
              httpCode: 200,
            };
    return Reply.encode(message).finish();
  };
}

/** The connection breaks before the answer. */
export class LineCut extends Error {}

const phoneParams = v.object({ code: v.string(), openid: v.optional(v.string()) });

/** As the SDK sends them: keys in snake case. */
const sendParams = v.object({
  touser: v.optional(v.string(), ''),
  template_id: v.optional(v.string(), ''),
  page: v.optional(v.string()),
  data: v.record(v.string(), v.object({ value: v.union([v.string(), v.number()]) })),
  miniprogram_state: v.optional(v.string(), 'formal'),
});

function paramsOf(bytes: Uint8Array): Record<string, unknown> {
  const message = v.parse(pairs, Request.decode(bytes));
  const entries = message.openapiData.pairs.map(({ key, value }): [string, unknown] => [
    key,
    JSON.parse(Buffer.from(value).toString()),
  ]);
  const params = Object.fromEntries(entries);
  return isRecord(params) ? params : {};
}

/** The parts of a multipart body by name. Latin-1 keeps every byte; `FormData` would read the protobuf as UTF-8. */
function multipart(contentType: string, body: Buffer): Map<string, Buffer> {
  const boundary = /boundary="?([^";]+)/.exec(contentType)?.[1] ?? '';
  const parts = new Map<string, Buffer>();
  for (const part of body.toString('latin1').split(`--${boundary}`)) {
    const [head = '', ...rest] = part.split('\r\n\r\n');
    const name = /name="([^"]+)"/.exec(head)?.[1];
    if (name) parts.set(name, Buffer.from(rest.join('\r\n\r\n').slice(0, -2), 'latin1'));
  }
  return parts;
}
