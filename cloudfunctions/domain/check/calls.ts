import type { Tried } from '../../../contract/models';

/** What the functions ask of WeChat, each with a permission of its own in the `config.json` of the function that asks. */
export const wechatCalls = {
  'subscribeMessage.send': '发订阅消息',
  'subscribeMessage.getTemplateList': '看消息模板',
  'security.msgSecCheck': '检查文字',
  'security.mediaCheckAsync': '检查照片',
  'phonenumber.getPhoneNumber': '取手机号',
  'wxacode.getUnlimited': '画小程序码',
} as const;
export type WechatCall = keyof typeof wechatCalls;

/** The function was not granted the call: WeChat's tool has not uploaded its `config.json`, or did so less than ten minutes ago. */
export const NOT_GRANTED = -604101;
/** The account itself may not. */
export const NOT_ALLOWED = 48001;
const UNKNOWN_API = -604100;
/** Asked for too often; the call itself is granted. */
const BUSY = [44991, 45009, 45011];
/** WeChat, or the cloud before it, did not come to look at the call. */
const UNHEARD = [-1, -604102, -604103];

const again = '过几分钟再检查一遍。';

/**
 * What WeChat's answer to a call says that was made to see whether it may be made: it was made so that it can do nothing, and any
 * refusal of what was asked (a person, a code, a scene) shows that the call itself is granted. `null`: no answer came.
 */
export function triedCall(name: string, api: WechatCall, code: number | null): Tried {
  const what = `云函数 ${name} ${wechatCalls[api]}`;
  if (code === null || UNHEARD.includes(code))
    return { what, state: 'unsure', found: '微信没有回答', todo: again };
  const found = (words: string) => `${words}（微信代码${code}）`;
  if (code === NOT_GRANTED)
    return {
      what,
      state: 'wrong',
      found: found('没有权限'),
      todo: `打开微信开发者工具，在云函数 ${name} 上点右键，选“上传并部署：所有文件”，10分钟后再检查一遍。`,
    };
  if (code === NOT_ALLOWED)
    return {
      what,
      state: 'wrong',
      found: found('小程序没有开通'),
      todo: '登录 mp.weixin.qq.com，看这项功能开通了没有，开通10分钟后再检查一遍。',
    };
  if (code === UNKNOWN_API)
    return {
      what,
      state: 'wrong',
      found: found('云开发没有这个接口'),
      todo: '把这一行告诉维护小程序的人。',
    };
  if (BUSY.includes(code)) return { what, state: 'unsure', found: found('现在用得太多'), todo: again };
  return { what, state: 'fine', found: '能用' };
}

/** A function that did not answer at all. */
export const silent = (name: string): Tried => ({
  what: `云函数 ${name}`,
  state: 'wrong',
  found: '没有回答',
  todo: `再运行一次 npm run deploy；还是这样，在云开发控制台看云函数 ${name} 的日志。`,
});
