import * as cloud from 'wx-server-sdk';
import * as v from 'valibot';
import type { Template } from '../domain/check/templates';

const told = v.object({ data: v.array(v.object({ priTmplId: v.string(), content: v.string() })) });

/** The templates that the account has, as WeChat lists them. Source: docs/wechat.md, "Subscribe messages". */
export async function ownTemplates(): Promise<Template[]> {
  const { data } = v.parse(told, await cloud.openapi.subscribeMessage.getTemplateList());
  return data.map(({ priTmplId: id, content }) => ({ id, content }));
}
