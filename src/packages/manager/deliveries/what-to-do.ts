import type { Alarm } from 'contract/models';
import { noticeKinds } from 'contract/words';

/** What an admin does about a trouble, by WeChat's code, else by what kind of trouble it is. */

const again = '都弄好了，回来点“修好了”。';
const upload = '把新编号填进 config/templates.json，重新上传云函数 notify 和 account。';

const byCode: Record<number, readonly string[]> = {
  43107: [
    '登录 mp.weixin.qq.com，打开“订阅消息”，看这个模板为什么停用。',
    '能申诉就申诉；不能，就照原来的五个关键词重新申请一个。',
    upload,
    again,
  ],
  40037: ['登录 mp.weixin.qq.com，打开“订阅消息”，找到这个模板的编号。', upload, again],
  41030: ['消息要打开的页面，线上的小程序还没有。', '把新版小程序提交审核、发布，再点“修好了”。'],
  48001: [
    '登录 mp.weixin.qq.com，看“订阅消息”这项功能开了没有、有没有被限制。',
    '开通以后等10分钟，再点“修好了”。',
  ],
  [-604101]: [
    '云函数 notify 没有发消息的权限：看它的 config.json 里有没有 subscribeMessage.send。',
    '重新上传 notify，等10分钟，再点“修好了”。',
  ],
};

const byKind: Record<Exclude<Alarm['kind'], 'permission'>, readonly string[]> = {
  template: ['登录 mp.weixin.qq.com，打开“订阅消息”，核对这个模板。', upload, again],
  config: ['把微信代码告诉维护小程序的人，请他核对云函数 notify。', again],
  data: [
    '模板里的关键词和说明书（config/README.md）对不上。',
    '照说明书核对五个关键词的名字和顺序；对得上，就把微信代码告诉维护小程序的人。',
    again,
  ],
  hint: [
    '微信自己没有这么说，消息照发。真停用了，下一条发出去时微信会说。',
    '登录 mp.weixin.qq.com，打开“订阅消息”，看这个模板还在不在用。',
    '还在用，就点“修好了”；总是那几个人的手机在说，请社区问一问他们。',
  ],
  queue: [
    '登录云开发控制台，打开云函数 notify，看定时触发器还在不在。不在，就重新上传触发器。',
    '触发器在，就看 notify 的日志，把出错的几行发给维护小程序的人。',
    '通知一条不丢：好了以后自己接着发，这一条也自己消失。',
  ],
};

/** A template whose id was never filled in: nothing is wrong yet, something is missing. */
const unfilled = [
  '照说明书（config/README.md）申请这个模板。申请好以前，这一类只在小程序里。',
  '把模板编号填进 config/templates.json，重新上传云函数 notify 和 account。',
  again,
];

/** WeChat grants a function its calls only where its own tool uploads it: the one click that no command does. */
const granted = (name = '') => [
  `打开微信开发者工具，在云函数 ${name} 上点右键，选“上传并部署：所有文件”。`,
  '等10分钟，回来点“修好了”。还会再出现，就登录 mp.weixin.qq.com 看这项功能开通了没有。',
];

/** None for whom it is not to mend. That the queue stands still goes away by itself: the steps are for who can look at the cloud. */
export function stepsFor({ code, kind, canMend, function: name }: Alarm): readonly string[] | undefined {
  if (kind === 'queue') return byKind.queue;
  if (!canMend) return undefined;
  if (kind === 'permission') return granted(name);
  if (kind === 'config' && code === undefined) return unfilled;
  return (code === undefined ? undefined : byCode[code]) ?? byKind[kind];
}

/** What is wrong, and with which messages. */
export function titleOf({ noticeKind, why }: Alarm): string {
  return noticeKind ? `“${noticeKinds[noticeKind]}”：${why}` : why;
}
