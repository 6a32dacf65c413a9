import { type KeepingChange, classOn, daysOn, shelfNames, shelves } from '../../../contract/keeping';
import { archiveClasses, bases, keptKinds, sayKeeping } from '../../../contract/kept';
import { type Oddity, oddities } from '../../../contract/openings';
import { dayOf } from '../../../contract/time';
import { wechatCalls } from '../check/calls';
import type { ServiceDoc } from '../documents';
import { type Shown, type Viewer, ofCase, ofPerson } from '../shown';
import { STYLE, safe, styleOnly } from './copy-page';
import { categoriesOf, ownClasses } from './keeping';

/**
 * 个人信息保护影响评估, which the law asks for before sensitive data is handled and keeps for three years (个人信息保护法 55, 56): a document made from
 * what is configured. Rules: docs/decisions/0071.
 */
export interface Assessment {
  title: string;
  parts: Part[];
}

interface Part {
  name: string;
  /** lines before the table */
  lines: string[];
  head?: string[];
  rows?: string[][];
}

/** What it is made from. */
export interface Configured {
  district: string;
  keeping: KeepingChange;
  /** the catalogue */
  items: readonly Pick<ServiceDoc, 'code' | 'name' | 'category'>[];
  photoDays: number;
  /** so many items ask for photos of papers: sensitive data */
  withPapers: number;
}

const onLeaving = {
  erased: '删掉',
  masked: '去掉姓名、电话、住址和写的话',
  kept: '留着，姓名遮住',
  own: '本人自己删',
  post: '不做代办员了就删',
} as const;
const viewers: Record<Viewer, string> = {
  home: '居民和替他办的家人',
  dealing: '接了这件的代办员',
  beside: '那天一起上门的代办员',
  staff: '其他工作人员',
  neighbour: '也遇到了的邻居',
  file: '导出的表格',
};
const shown: Record<Shown, string> = { whole: '全部', masked: '遮住', none: '看不到' };
const fields: Record<keyof typeof ofCase, string> = {
  name: '姓名',
  phone: '电话',
  address: '门牌',
  about: '事情关系到的人',
  'asker.id': '替办人的编号',
  'asker.name': '替办人姓名',
  'asker.phone': '替办人电话',
  'asker.relation': '替办人和居民的关系',
};

/** Risk, what is done against it, and what shows it. */
const risks: readonly string[][] = [
  [
    '工作人员乱看电话、门牌、照片',
    '平时遮住，打开要写原因，每次记下，居民看得到，上级看得到不寻常的',
    '查看记录；谁看过我的信息',
  ],
  [
    '一个人看到不归他管的居民',
    '每次调用按单位核对，不归他管的和没有的，答复一样',
    '权限表，每个动作对每种人逐一试过',
  ],
  ['被评价的代办员认出是谁说的', '满五条才一起给，不带时间，带不出编号', '匿名试验'],
  ['留得太久', '每一种有天数，夜里到时自动删，删之前看得到删多少', '保存期限'],
  ['记录被改、被抽掉', '每天封存，封条由上级会签、可以打印，谁都能验', '封存和核验程序'],
  [
    '服务器、手机上泄露',
    '身份只由微信给；日志不写姓名、电话、住址；导出的表格里遮住，链接十分钟失效',
    '泄露试验',
  ],
  ['居民要查、要改、要删，没人办', '一键取副本；更正、注销十五个工作日，到期自动办或者亮牌', '个人信息请求'],
];

export function assessmentOf({ district, keeping, items, photoDays, withPapers }: Configured): Assessment {
  const days = (of: (typeof keptKinds)[number][1]['keeping']): number | undefined =>
    'shelf' in of && of.shelf ? daysOn(of.shelf, keeping) : of.until === 'end' ? photoDays : undefined;
  const own = ownClasses(items, keeping);
  /** Items of a category with a class of their own. */
  const ownRows = (category: string, said: string): string[][] =>
    own.flatMap((one) =>
      one.category === category ? [[`${said}“${one.name}”`, archiveClasses[one.class].name]] : [],
    );
  return {
    title: `${district}邻里代办个人信息保护影响评估`,
    parts: [
      {
        name: '一、为什么评估',
        lines: [
          `处理敏感个人信息（个人信息保护法第55条第一项）：目录里有${withPapers}个事项要居民拍材料照片，照片里有证件、病历这一类。`,
          '居民同意以后，评价的话在回音墙上公开（第55条第三项）。',
          '处理者：本区及所属街道、社区。微信提供身份、消息和内容检查，是受托方（第55条第三项）。',
        ],
      },
      {
        name: '二、处理什么，目的和依据',
        lines: [
          '每一种只为写明的目的用。身份证号码只在事项要求时收，加密存，打开一次记一次；写在话里的自动遮住。',
        ],
        head: ['种类', '有什么', '目的', '依据', '存在哪里'],
        rows: keptKinds.map(([, { name, what, why, basis, isSensitive, where }]) => [
          name,
          what,
          why,
          `${bases[basis]}${isSensitive ? '；敏感，单独同意' : ''}`,
          where.join('，'),
        ]),
      },
      {
        name: '三、谁看得到',
        lines: [
          `登记里的电话和住址，找人时${shown[ofPerson.phone.found]}，打开以后${shown[ofPerson.phone.opened]}，打开一次记一次。`,
        ],
        head: ['办件里的', ...Object.values(viewers)],
        rows: Object.entries(ofCase).map(([field, row]) => [
          fields[field as keyof typeof ofCase],
          ...(Object.keys(viewers) as Viewer[]).map((viewer) => shown[row[viewer]]),
        ]),
      },
      {
        name: '四、留多久，注销以后',
        lines: ['天数由区里定，不短于法律要求，不长于目的需要。'],
        head: ['种类', '留多久', '注销以后'],
        rows: keptKinds.map(([, one]) => [
          one.name,
          sayKeeping(one.keeping, days(one.keeping)),
          onLeaving[one.onLeaving],
        ]),
      },
      {
        name: '五、到时自动删的',
        lines: [],
        head: ['种类', '从什么时候算', '天数'],
        rows: shelfNames.map((name) => [
          shelves[name].name,
          shelves[name].from,
          String(daysOn(name, keeping)),
        ]),
      },
      {
        name: '六、办件档案的保管期限（DA/T 85）',
        lines: [],
        head: ['哪一类事项', '办结后留'],
        rows: [
          ...categoriesOf(items, keeping).flatMap((category) => [
            [category, archiveClasses[classOn(category, keeping)].name],
            ...ownRows(category, '其中'),
          ]),
          ...ownRows('', '目录里没有了的'),
        ],
      },
      {
        name: '七、交给微信做的',
        lines: ['只用下面几样，每样单独开权限；不交给别的公司，不出境。'],
        head: ['做什么', '接口'],
        rows: Object.entries(wechatCalls).map(([api, what]) => [what, api]),
      },
      {
        name: '八、对个人权益的影响和风险，保护措施',
        lines: [
          `查看记录里，${(Object.keys(oddities) as Oddity[]).map((name) => `${oddities[name].name}（${oddities[name].least}次起）`).join('、')}，排在最前面。`,
        ],
        head: ['风险', '措施', '怎么看得到'],
        rows: risks.map((row) => [...row]),
      },
      {
        name: '九、结论',
        lines: [
          '以上措施和风险是否相称，由个人信息保护负责人填写：',
          '______________________________________________',
          '负责人签名：______________    日期：______________',
          '本报告按个人信息保护法第56条至少保存三年。',
        ],
      },
    ],
  };
}

/** A page that any browser opens and prints. */
export function pageOfAssessment({ title, parts }: Assessment, at: number): string {
  const body = parts.map(({ name, lines, head = [], rows = [] }) => {
    const cells = (tag: string, row: readonly string[]) =>
      `<tr>${row.map((one) => `<${tag}>${safe(one)}</${tag}>`).join('')}</tr>`;
    const table =
      head.length > 0
        ? `<table><thead>${cells('th', head)}</thead><tbody>${rows.map((row) => cells('td', row)).join('')}</tbody></table>`
        : '';
    return `<section><h2>${safe(name)}</h2>${lines.map((line) => `<p>${safe(line)}</p>`).join('')}${table}</section>`;
  });
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; ${styleOnly(STYLE + TABLES)}">
<title>${safe(title)}</title><style>${STYLE}${TABLES}</style></head>
<body><main><h1>${safe(title)}</h1>
<p>${dayOf(at)}按现在的设置写成。</p>
${body.join('\n')}</main></body></html>
`;
}

const TABLES =
  'table{border-collapse:collapse;width:100%;font-size:15px}th,td{border:1px solid #5c554d;padding:4px 8px;text-align:left;vertical-align:top;overflow-wrap:anywhere}' +
  '@page{size:A4;margin:15mm}@media print{body{background:#fff;font-size:11pt}main{max-width:none;padding:0}tr{break-inside:avoid}table{font-size:9pt}}';
