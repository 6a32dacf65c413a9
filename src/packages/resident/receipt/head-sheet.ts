import type { Head } from 'contract/models';
import { instantOf } from 'contract/time';
import { isCodeAsked } from '@/components/sheet/code';
import type { Sheet } from '@/components/sheet/model';
import { fullDay } from '@/format/when';
import { paths } from '@/routes';

/** 校验单: everything that a check needs stands on it in letters; the code leads to the page that says whether it still fits. */
export const sheetOfHead = (name: string, { unit, n, hash, day }: Head): Sheet => ({
  title: '校验单',
  lead: name,
  facts: [
    { name: '封存到', value: fullDay(instantOf(day)) },
    { name: '一共', value: `${n}条` },
    { name: '校验码', value: hash.replace(/(.{4})(?=.)/g, '$1 ') },
    { name: '核对用名', value: `linli-daiban/${unit}` },
  ],
  code: { path: paths.heads({ org: unit, n: String(n), hash, day }) },
  // WeChat's own code has no room for a hash.
  under: isCodeAsked ? '用浏览器打印的校验单带二维码。' : '扫码看现在还对不对得上。',
  note: '请留好这张单子。以后这里的记录要是被改过、删过，就和它对不上。',
});
