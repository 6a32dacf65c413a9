import Taro from '@tarojs/taro';
import type { Answered, Asking } from './subscribe';

/** Older versions of WeChat refuse more in one dialog (docs/wechat.md, "Subscribe messages"). */
const most = 3;

export async function askToNotify(kinds: readonly Asking[]): Promise<Answered> {
  const asked = kinds.slice(0, most);
  try {
    // `entityIds` is Alipay's; Taro's type asks for it everywhere.
    const options = { tmplIds: asked.map(({ templateId }) => templateId), entityIds: [] };
    const answer: Record<string, unknown> = { ...(await Taro.requestSubscribeMessage(options)) };
    const said = (what: RegExp) =>
      asked.filter(({ templateId }) => what.test(String(answer[templateId]))).map(({ kind }) => kind);
    // `acceptWithAudio`, `acceptWithAlert` are a yes, too.
    return { accepted: said(/^accept/), refused: said(/^reject$/), banned: said(/^ban$/) };
  } catch {
    // Not in a tap, no signal, the main switch off, an id that WeChat does not know: all of them are no yes.
    return { accepted: [], refused: [], banned: [] };
  }
}
