import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { configOf, namesOf } from './wanted';

/** What no interface can do: a checklist, each with the way there and the text to paste. `domain` is the storage's, as the cloud told it. */
export function byHand(root: string, domain: string): string[] {
  const read = (file: string): unknown => JSON.parse(readFileSync(join(root, file), 'utf8'));
  const privacy = read('config/privacy.json') as { name: string; why: string }[];
  const templates = read('config/templates.json') as Record<string, string>;
  const missing = Object.entries(templates).filter(([, id]) => id === '' || id.startsWith('local-'));
  const callers = namesOf(root).flatMap((name) => {
    const apis = configOf(root, name).permissions?.openapi ?? [];
    return apis.length > 0 ? [`${name}（${apis.join('、')}）`] : [];
  });
  const items: [title: string, ...lines: string[]][] = [
    [
      '云调用权限（第一次，和这些云函数的 config.json 改过以后）',
      '把 project.config.json 里的 appid 改成您的，用微信开发者工具打开本文件夹，在下面每个云函数上点右键，选“上传并部署：所有文件”，十分钟后生效。点完再运行一次 npm run deploy，把被它改回去的设置对一遍，也会再检查一遍。',
      ...callers,
    ],
    ...(missing.length > 0
      ? [
          [
            '订阅消息模板',
            `mp.weixin.qq.com →“订阅消息”，申请以后把编号填进 config/templates.json，再运行一次 npm run deploy。没填的那一类只在小程序里看。还没有填：${missing.map(([name]) => name).join('、')}。`,
          ] as [string, string],
        ]
      : []),
    [
      '服务类目',
      'mp.weixin.qq.com →“设置 → 基本设置 → 服务类目”。有政府或事业单位证书的选“政务民生”；没有的，看“物业管理”“民政（老龄服务）”“家政服务”哪一个合适。',
    ],
    [
      '用户隐私保护指引',
      'mp.weixin.qq.com →“设置 → 服务内容声明 → 用户隐私保护指引”，逐条填写，五分钟左右生效：',
      ...privacy.map(({ name, why }) => `${name}：${why}`),
    ],
    [
      '服务器域名',
      'mp.weixin.qq.com →“开发管理 → 开发设置 → 服务器域名”，downloadFile 合法域名里加上：',
      domain === '' ? '云开发控制台“存储”里写着的域名，前面加 https://' : `https://${domain}`,
    ],
    [
      '基础库最低版本',
      // From here on WeChat asks for the guideline; nothing that the pages call is newer (docs/wechat.md, "Privacy").
      'mp.weixin.qq.com →“设置 → 基本设置 → 基础库最低版本设置”，填 2.32.3：更老的微信会提示居民更新。',
    ],
    [
      '消息推送（可以不设）',
      '微信开发者工具 →“云开发 → 设置 → 其他设置 → 消息推送”，消息类型 event，三种事件都交给云函数 notify：',
      'subscribe_msg_popup_event',
      'subscribe_msg_change_event',
      'subscribe_msg_sent_event',
    ],
    [
      '第一位管理员（只有第一次，放了演示数据的不用）',
      '运行 npm run begin，把它给出的那一条记录加进集合 installation，30分钟内在小程序的“我的 → 有人请我来做代办员或管理员”里填启用码。',
    ],
    [
      '身份证号的密钥（要居民填身份证号的才用）',
      '运行 npm run keys -- cloud new，再运行 npm run keys -- cloud copy 抄一份锁好，丢了就打不开。没设以前，身份证号存不了，居民当面给代办员看。换密钥也是这一条命令。',
    ],
    [
      '体验版',
      'mp.weixin.qq.com →“版本管理”，在“开发版本”里选刚上传的，点“选为体验版”；“成员管理”里加上要试的人。',
    ],
    [
      '提交审核',
      '“版本管理 → 提交审核”。给审核人员的说明，可以照抄：',
      '本小程序供社区居民查办事指南、请社区代办员上门或代跑。点首页任一事项即可看说明；请代办员要先登记姓名和手机号，审核时可以随意填。居民写的评价经内容安全接口检查以后才给别人看，管理员可以隐藏；照片只有本人和社区管理员能看。',
    ],
  ];
  return items.flatMap(([title, ...lines], at) => [
    `${at + 1}. ${title}`,
    ...lines.map((line) => `   ${line}`),
  ]);
}
