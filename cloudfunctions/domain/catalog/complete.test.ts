import catalogue from '../../../config/content/services.zh.json';
import type { ServiceItem } from '../../../contract/models';
import { itemOf } from '../../../tests/support/world';
import { faultsOfItem } from './complete';

const items = catalogue.items as ServiceItem[];
const known = items.map(({ code }) => code);
const item = itemOf('disability-certificate');
const faults = (over: Partial<ServiceItem>) => faultsOfItem({ ...item, ...over }, known);
const [material, step] = [item.materials[0], item.steps[0]];

it.each(items)('$code, as the editors wrote it, lacks nothing', (one) => {
  expect(faultsOfItem(one, known)).toEqual({});
});

it.each<[string, Partial<ServiceItem>, keyof ServiceItem]>([
  ['a name', { name: ' \u200B' }, 'name'],
  ['a category of the catalogue', { category: '别的' }, 'category'],
  ['a summary', { summary: '' }, 'summary'],
  ['who may ask', { audience: [] }, 'audience'],
  ['its basis', { legalBasis: [] }, 'legalBasis'],
  ['a title of its basis', { legalBasis: [{ title: '', docNo: '1' }] }, 'legalBasis'],
  ['conditions', { conditions: [] }, 'conditions'],
  ['materials', { materials: [] }, 'materials'],
  ['a name of a material', { materials: material ? [{ ...material, name: '' }] : [] }, 'materials'],
  [
    'when a material is needed that is not always',
    { materials: material ? [{ ...material, required: false, when: '' }] : [] },
    'materials',
  ],
  ['an office', { acceptedAt: '' }, 'acceptedAt'],
  ['steps', { steps: [] }, 'steps'],
  ['a fee, or that there is none', { fee: { amount: 0, note: '' } }, 'fee'],
  ['hours', { serviceHours: '' }, 'serviceHours'],
  ['a number to ask', { consultation: '本社区' }, 'consultation'],
  ['a number to complain to', { supervision: '纪委' }, 'supervision'],
  ['a way of handling', { modes: [] }, 'modes'],
  ['why one must come', { residentMustAppear: { required: true, reason: '' } }, 'residentMustAppear'],
  ['words to be found by', { keywords: [] }, 'keywords'],
])('without %s it is not whole', (_, over, field) => {
  expect(Object.keys(faults(over))).toEqual([field]);
});

it('promises no longer than the law says, and its steps no longer than it promises', () => {
  expect(faults({ promisedWorkingDays: 16 })).toEqual({
    promisedWorkingDays: '承诺的比法定的15个工作日还长，请改短。',
  });
  expect(faults({ steps: step ? [{ ...step, workingDays: 11 }] : [] })).toEqual({
    steps: '各步加起来11个工作日，比承诺的10个还长，请改一下。',
  });
});

it('says of a danger what to do until somebody comes', () => {
  const { subtypes } = itemOf('report-issue');
  const unsafe = subtypes.map((one, i) => (i === 0 ? { ...one, safetyTip: undefined } : one));
  expect(faults({ subtypes: unsafe }).subtypes).toContain('请写上安全提示');
});

it('has each kind once, and names no item that is not there', () => {
  const { subtypes } = item;
  expect(Object.keys(faults({ subtypes: [...subtypes, ...subtypes], relatedCodes: ['nothing'] }))).toEqual([
    'subtypes',
    'relatedCodes',
  ]);
});
