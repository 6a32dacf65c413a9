import { triedTemplates } from './templates';

const content =
  '{{thing1.DATA}}\n{{phrase2.DATA}}\n{{thing3.DATA}}\n{{time4.DATA}}\n{{character_string5.DATA}}';
const filled = { assignment: 'a', progress: 'b', supplement: 'c', result: 'd' };
const own = ['a', 'b', 'c', 'd'].map((id) => ({ id, content }));

it.each<[string, object, object[], string | undefined]>([
  ['all are there', {}, own, undefined],
  ['one was never filled in', { assignment: '' }, own, '还没有填编号'],
  ['one is still the local cloud’s', { assignment: 'local-assignment' }, own, '还没有填编号'],
  ['one is another account’s', { assignment: 'z' }, own, '这个小程序没有这个编号的模板'],
  [
    'one has other keywords',
    {},
    [{ id: 'a', content: '{{thing1.DATA}}' }, ...own.slice(1)],
    '关键词对不上，缺 phrase2、thing3、time4、character_string5',
  ],
])('%s', (_name, change, has, found) => {
  const tried = triedTemplates({ ...filled, ...change }, has as typeof own);
  const wrong = tried.filter(({ state }) => state !== 'fine');
  expect(tried).toHaveLength(4);
  expect(wrong.map((one) => one.found)).toEqual(found === undefined ? [] : [found]);
  for (const { todo } of wrong) expect(todo).toMatch(/。$/);
});
