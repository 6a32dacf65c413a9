import type { Head } from 'contract/models';
import type { Sheet } from '@/components/sheet/model';
import { headLines } from '@/format/head-lines';
import { paths } from '@/routes';
import { plainCode } from './plain-code';

/**
 * 校验单: everything that a check needs stands on it in letters. The code leads to the page that says whether it still fits; in WeChat, whose own code
 * has no room for a hash and where no page has an address, it holds the four lines themselves. `above`: the unit that has this head in its own chain.
 */
export const sheetOfHead = (name: string, head: Head, above?: string): Sheet => {
  const { unit, n, hash, day } = head;
  return {
    title: '校验单',
    lead: name,
    facts: [...headLines(head), ...(above ? [{ name: '会签', value: `${above}已封存进自己的记录` }] : [])],
    code: {
      path: paths.heads({ org: unit, n: String(n), hash, day }),
      png: plainCode?.(`linli-daiban/${unit}\n${n}\n${hash}\n${day}`),
    },
    under: plainCode ? '扫出来是核对要用的四行字。' : '扫码看现在还对不对得上。',
    note: '请留好这张单子。以后这里的记录要是被改过、删过，就和它对不上。',
  };
};
