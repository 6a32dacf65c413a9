import { itemOf } from '../../../tests/support/world';
import { bundleAt, bundles } from './content';
import { bundleIn } from './heard';

describe('the product’s bundles', () => {
  it.each(bundles.map((one) => [one.code, one] as const))(
    '%s names items and kinds that are there',
    (_, { parts }) => {
      for (const { code, subtype, needs } of parts) {
        expect(itemOf(code).subtypes.map((one) => one.code)).toContain(subtype);
        const before = parts
          .slice(
            0,
            parts.findIndex((one) => one.code === code),
          )
          .map((one) => one.code);
        // What is needed comes first: so none can wait for itself.
        for (const need of needs) expect(before).toContain(need);
      }
    },
  );

  it('have no item in common: a case belongs to one of them', () => {
    const codes = bundles.flatMap(({ parts }) => parts.map(({ code }) => code));
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('name whom to call for what is not done there, and each paper once', () => {
    const [birth] = bundles;
    if (!birth) throw new Error('none');
    const items = birth.parts.map(({ code }, order) => ({
      ...itemOf(code),
      _id: code,
      order,
      ...(code === 'childcare-subsidy' ? { local: { c: { offered: false } } } : {}),
    }));
    const ask = { name: '新民社区', phone: '04525550100' };
    const here = bundleAt(birth, items, { district: 'd', community: 'c' }, ask);
    expect(here.parts.map(({ isHere }) => isHere)).toEqual([true, true, true, false]);
    expect(here.ask).toEqual(ask);
    expect(here.papers.filter(({ name }) => name === '出生医学证明')).toEqual([
      { name: '出生医学证明', of: ['birth-registration', 'newborn-medical-insurance'], required: true },
    ]);
  });
});

it.each([
  ['孩子刚出生要办啥', 'birth'],
  ['生了个闺女', 'birth'],
  ['给娃上户口', 'birth'],
  ['我要退休了', 'retirement'],
  ['老头没了', 'bereavement'],
  ['我妈走了，养老金怎么停', 'bereavement'],
  ['老伴上个月去世了', 'bereavement'],
  ['丧葬费怎么领', 'bereavement'],
  ['注销户口', 'bereavement'],
  ['钱包没了', undefined],
  ['他走丢了', undefined],
  ['我妈没了低保', undefined],
  ['退役军人优待证', undefined],
  ['残疾证', undefined],
])('%s leads to %s', (words, code) => expect(bundleIn(words)).toBe(code));
