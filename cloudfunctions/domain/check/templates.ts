import type { Tried } from '../../../contract/models';
import { type NoticeKind, noticeKinds } from '../../../contract/words';
import { keywords } from '../delivery/message';

/** A template that WeChat says the account has: `content` names its keywords, `服务事项：{{thing1.DATA}}`. */
export interface Template {
  id: string;
  content: string;
}

/** Ids that the local cloud alone knows (config/README.md). */
const PLAYED = 'local-';

/** Are the templates that were filled in the account's own, with the keywords that we send? */
export function triedTemplates(filledIn: Record<NoticeKind, string>, own: readonly Template[]): Tried[] {
  const kinds = Object.keys(noticeKinds) as NoticeKind[];
  return kinds.map((kind): Tried => {
    const what = `消息模板“${noticeKinds[kind]}”`;
    const id = filledIn[kind];
    const template = own.find((one) => one.id === id);
    if (id === '' || (!template && id.startsWith(PLAYED)))
      return {
        what,
        state: 'wrong',
        found: '还没有填编号',
        todo: '照 config/README.md 申请，编号填进 config/templates.json，再运行一次 npm run deploy。没填以前，这一类只在小程序里看。',
      };
    if (!template)
      return {
        what,
        state: 'wrong',
        found: '这个小程序没有这个编号的模板',
        todo: '登录 mp.weixin.qq.com，打开“订阅消息”，把编号抄对，填进 config/templates.json，再运行一次 npm run deploy。',
      };
    const missing = keywords.filter((key) => !template.content.includes(`{{${key}.DATA}}`));
    if (missing.length > 0)
      return {
        what,
        state: 'wrong',
        found: `关键词对不上，缺 ${missing.join('、')}`,
        todo: '照 config/README.md 里的五个关键词和顺序重新申请一个，换上新编号，再运行一次 npm run deploy。',
      };
    return { what, state: 'fine', found: '编号和关键词都对' };
  });
}
