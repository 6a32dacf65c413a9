import type { Tried } from '../../../contract/models';

/** What a phone could read past the functions, by collection; nothing is said where phones have no way to the database. */
export function triedShut(readable: readonly string[] | undefined): Tried[] {
  if (readable === undefined) return [];
  const what = '数据库的权限';
  if (readable.length === 0) return [{ what, state: 'fine', found: '手机不经过系统，什么也读不到' }];
  return [
    {
      what,
      state: 'wrong',
      found: `手机不经过系统就读得到：${readable.join('、')}`,
      todo: '马上在云开发控制台的“数据库”里，把每个集合的权限改成“所有用户不可读写”，或者再运行一次 npm run deploy。',
    },
  ];
}
