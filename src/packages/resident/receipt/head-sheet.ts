import type { Head } from 'contract/models';
import { isCodeAsked } from '@/components/sheet/code';
import type { Sheet } from '@/components/sheet/model';
import { paths } from '@/routes';
import { headLines } from './head-lines';

/**
 * 校验单: everything that a check needs stands on it in letters; the code leads to the page that says whether it still fits. `above`: the unit
 * that has this head in its own chain.
 */
export const sheetOfHead = (name: string, head: Head, above?: string): Sheet => ({
  title: '校验单',
  lead: name,
  facts: [...headLines(head), ...(above ? [{ name: '会签', value: `${above}已封存进自己的记录` }] : [])],
  code: { path: paths.heads({ org: head.unit, n: String(head.n), hash: head.hash, day: head.day }) },
  // WeChat's own code has no room for a hash.
  under: isCodeAsked ? '用浏览器打印的校验单带二维码。' : '扫码看现在还对不对得上。',
  note: '请留好这张单子。以后这里的记录要是被改过、删过，就和它对不上。',
});
