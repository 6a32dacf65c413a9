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

export type Suggestion = 'pass' | 'review' | 'risky';
export type Checked =
  | { errcode: number; errmsg: string }
  | { errcode: 0; errmsg: 'ok'; result: { suggest: Suggestion; label: number } };

/** What WeChat says of these words. */
export function suggestionFor(words: string): Suggestion {
  if (risky.test(words)) return 'risky';
  return unsure.test(words) ? 'review' : 'pass';
}

const labels = { pass: 100, review: 21000, risky: 20006 } as const;

/** `isHere`: has this openid been in the mini-program within two hours? */
export function checkWords(raw: unknown, isHere: (openid: string) => boolean): Checked {
  const parsed = v.safeParse(params, raw);
  if (!parsed.success) return { errcode: 40129, errmsg: 'invalid parameter' };
  const { content, openid } = parsed.output;
  if (content === '' || [...content].length > 2500)
    return { errcode: 47001, errmsg: 'content size out of limit' };
  if (!isHere(openid)) return { errcode: 61010, errmsg: 'code is expired' };
  const suggest = suggestionFor(content);
  return { errcode: 0, errmsg: 'ok', result: { suggest, label: labels[suggest] } };
}
