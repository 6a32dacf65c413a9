import type { Column } from './column';

/** 服务目录: an item a row, with its ten elements. What has several entries has a line for each, its parts with ｜ between. */
export const catalogueColumns = [
  {
    name: '编号',
    hint: '已有的事项照抄，不能改。新事项自己起：小写字母、数字和短横线。',
    width: 24,
    isNeeded: true,
  },
  { name: '名称', hint: '新事项要填。下面各列空着就是不改。', width: 20 },
  { name: '类别', hint: '从下拉里选。', width: 16 },
  { name: '一句话说明', hint: '这是什么事。', width: 30, isLong: true },
  { name: '给谁办', hint: '一行一条（同一格里换行按 Alt+回车）。', width: 24, isLong: true },
  { name: '办理条件', hint: '一行一条。', width: 36, isLong: true },
  { name: '依据', hint: '一行一条：文件名称｜文号。', width: 36, isLong: true },
  {
    name: '材料',
    hint: '一行一样，名称在前，后面用｜隔开：原件、复印1份、电子证照也行、可后补5个工作日（容缺）、从哪里来、有的情况才要：……、说明。',
    width: 48,
    isLong: true,
  },
  { name: '在哪里办', hint: '在哪里办、哪里审。', width: 30, isLong: true },
  { name: '哪一级办', hint: '最后由哪一级办，从下拉里选。', width: 10 },
  { name: '步骤', hint: '一行一步：名称｜谁来做｜2个工作日｜做什么。', width: 48, isLong: true },
  { name: '收多少钱', hint: '写数字，单位是元；不收费写 0。', width: 10 },
  { name: '收费说明', hint: '比如：不收费。', width: 20, isLong: true },
  { name: '法定工作日', hint: '国家规定最多几个工作日；没有规定就写“没有规定”。', width: 12 },
  { name: '承诺工作日', hint: '我们答应几个工作日；当场办好写 0。', width: 12 },
  { name: '办理时间', hint: '什么时间能办。', width: 30, isLong: true },
  { name: '咨询', hint: '写上电话。', width: 30, isLong: true },
  { name: '监督投诉', hint: '写上电话，比如 12345。', width: 20, isLong: true },
  { name: '怎么办', hint: '用顿号隔开：上门代办、预约代办、线上代办、到站办理。', width: 24 },
  { name: '居民会怎么说', hint: '一行一个说法，查找就靠它。', width: 24, isLong: true },
] as const satisfies Column[];

/** What a column is called. */
export type CatalogueColumn = (typeof catalogueColumns)[number]['name'];

/** Which column says a field of an item. */
export const columnOf: Partial<Record<string, CatalogueColumn>> = {
  code: '编号',
  name: '名称',
  category: '类别',
  summary: '一句话说明',
  audience: '给谁办',
  conditions: '办理条件',
  legalBasis: '依据',
  materials: '材料',
  acceptedAt: '在哪里办',
  finalTier: '哪一级办',
  steps: '步骤',
  fee: '收多少钱',
  statutoryWorkingDays: '法定工作日',
  promisedWorkingDays: '承诺工作日',
  serviceHours: '办理时间',
  consultation: '咨询',
  supervision: '监督投诉',
  modes: '怎么办',
  keywords: '居民会怎么说',
};
