import type { CaseView, Proof, ProofDay } from 'contract/models';
import { kase, mandate, now, original } from '@/pages/gallery/samples';
import { type Source, kinds, kindsOf, sheetOf, titleOf } from './sheets';

const code = { path: '/x' };
const of = (over: Partial<CaseView>): Source => ({ kase: { ...kase, ...over }, code });
const unit = { name: '新民社区', phone: '04525550102' };

it.each<[string, Partial<CaseView>, string[]]>([
  ['open', { state: 'in_progress' }, ['受理单', '一次性告知单']],
  ['done', { state: 'completed' }, ['受理单', '一次性告知单', '办结单']],
  ['given up', { state: 'terminated' }, ['受理单', '一次性告知单', '终止办理告知单']],
  ['taken back', { state: 'cancelled' }, ['受理单', '一次性告知单']],
  ['a complaint, answered', { state: 'completed', isComplaint: true }, ['投诉受理单', '投诉答复单']],
  ['a question, answered', { state: 'completed', question: {} }, ['受理单', '一次性告知单', '答复单']],
  [
    'with a 委托书 and an original',
    { state: 'in_progress', mandates: [mandate], originals: [original] },
    ['受理单', '一次性告知单', '委托书', '原件收条'],
  ],
])('%s: has these', (_, over, titles) => {
  const view: CaseView = { ...kase, mandates: undefined, originals: undefined, ...over };
  expect(kindsOf(view).map((kind) => titleOf(kind, view))).toEqual(titles);
});

it('each says the number, the item, whom it is for as the reader knows them, the unit and its phone', () => {
  const masked = { name: '赵**', phone: '138****0001' };
  const source = of({
    state: 'completed',
    contact: masked,
    unit,
    mandates: [mandate],
    originals: [original],
  });
  for (const kind of kinds.filter((one) => one !== 'told')) {
    const values = sheetOf(kind, source)?.facts?.map(({ value }) => value);
    expect(values).toEqual(expect.arrayContaining([kase.serviceName, '赵**', unit.name, unit.phone]));
  }
});

it('has no word of today or tomorrow: it is read years later', () => {
  const source = of({ state: 'completed', endedAt: now, mandates: [mandate], originals: [original] });
  for (const kind of kinds) expect(JSON.stringify(sheetOf(kind, source) ?? {})).not.toMatch(/今天|明天|昨天/);
});

it.each<['screen' | 'paper', boolean | undefined, string[] | undefined]>([
  ['screen', undefined, undefined],
  ['paper', undefined, ['委托人手写签名：', '受托人手写签名：', '签的日期：']],
  ['paper', true, ['监护人手写签名：', '受托人手写签名：', '签的日期：']],
])('a 委托书 signed on %s, by a guardian: %s, has these lines for a pen', (signed, guardian, signs) => {
  const sheet = sheetOf('mandate', of({ mandates: [{ ...mandate, signed, guardian }] }));
  expect(sheet?.signs).toEqual(signs);
  expect(sheet?.parts?.[0]?.lines).toEqual(['√ 交材料', '□ 查询进度', '√ 取结果', '□ 签收']);
});

it('says of a 委托书 that does not hold how it stands, and there is none of another case', () => {
  const source = of({ mandates: [{ ...mandate, state: 'ended' }] });
  expect(sheetOf('mandate', source)?.facts).toContainEqual({ name: '现在', value: '收回了' });
  expect(sheetOf('mandate', { ...source, mandateId: 'other' })).toBeUndefined();
});

it('there is no end of what goes on, and no slip where nothing was taken', () => {
  expect(sheetOf('done', of({ state: 'in_progress' }))).toBeUndefined();
  expect(sheetOf('originals', of({ originals: [] }))).toBeUndefined();
});

it('says where it is sealed once the day of its own deed is closed, with all that a check needs', () => {
  const hash = 'ab12'.repeat(16);
  const closing = { day: '2026-11-23', from: 1, count: 4, root: hash };
  const entry = {
    kind: 'case',
    id: 'c',
    seq: 0,
    at: now,
    do: 'submit',
    state: 'submitted',
    by: 'resident',
  } as const;
  const entries: ProofDay['entries'] = [3, 4].map((n) => ({
    n,
    salt: hash,
    entry: { ...entry, details: hash },
    path: [],
  }));
  const day: ProofDay = { unit: 'cm-xinmin', name: '新民社区', closing, before: hash, n: 5, hash, entries };
  const proof: Proof = { format: 'linli-proof/1', no: kase.no, days: [day], open: 0, erased: 0 };
  const sealed = (kind: 'accepted' | 'done') =>
    sheetOf(kind, { ...of({ state: 'completed' }), proof })?.parts?.find(({ title }) => title === '封存凭据');
  expect(sealed('accepted')?.facts).toEqual([
    { name: '封在', value: '新民社区，这件的是第3、4条' },
    { name: '封存到', value: '2026年11月23日' },
    { name: '一共', value: '5条' },
    { name: '校验码', value: Array(16).fill('ab12').join(' ') },
    { name: '核对用名', value: 'linli-daiban/cm-xinmin' },
  ]);
  // Its end was on a day that is not closed: that another one is sealed says nothing of it.
  expect(sealed('done')).toBeUndefined();
});
