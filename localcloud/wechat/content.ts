import * as v from 'valibot';

/**
 * Plays `security.msgSecCheck`, version 2 (docs/wechat.md, "Content security"). What WeChat would find in words cannot be
 * known: here a few plain words stand for it.
 */
const risky = /赌博|代开发票|办假证|毒品/;
const unsure = /私聊|加微信|转账/;

const params = v.object({
  content: v.string(),
  version: v.literal(2),
  scene: v.picklist([1, 2, 3, 4]),
  openid: v.string(),
});

export type Checked =
  | { errcode: number; errmsg: string }
  | { errcode: 0; errmsg: 'ok'; result: { suggest: 'pass' | 'review' | 'risky'; label: number } };

/** `isHere`: has this openid been in the mini-program within two hours? */
export function checkWords(raw: unknown, isHere: (openid: string) => boolean): Checked {
  const parsed = v.safeParse(params, raw);
  if (!parsed.success) return { errcode: 40129, errmsg: 'invalid parameter' };
  const { content, openid } = parsed.output;
  if (content === '' || [...content].length > 2500)
    return { errcode: 47001, errmsg: 'content size out of limit' };
  if (!isHere(openid)) return { errcode: 61010, errmsg: 'code is expired' };
  if (risky.test(content)) return { errcode: 0, errmsg: 'ok', result: { suggest: 'risky', label: 20006 } };
  if (unsure.test(content)) return { errcode: 0, errmsg: 'ok', result: { suggest: 'review', label: 21000 } };
  return { errcode: 0, errmsg: 'ok', result: { suggest: 'pass', label: 100 } };
}
