import catalogue from '../../../../config/content/services.zh.json';
import type { ServiceItem } from 'contract/models';
import { itemOf, newKind, newMaterial, numberFaults, type Typed, typedOf, withPictures } from './typed';

const items = catalogue.items as ServiceItem[];
const [sample] = items;
if (!sample) throw new Error('the catalogue is empty');

describe('an item in the form that is typed', () => {
  it.each(items.map((item) => [item.code, item] as const))('comes back as it was: %s', (code, item) => {
    expect(itemOf(typedOf(item), code)).toEqual(item);
    expect(Object.values(numberFaults(typedOf(item))).filter(Boolean)).toEqual([]);
  });

  it('has an entry a line: lines with nothing on them are none', () => {
    const typed = { ...typedOf(sample), audience: ['六十岁以上 ', '', '  '] };
    expect(itemOf(typed, sample.code).audience).toEqual(['六十岁以上']);
  });

  it('says of what is no number where it stands, and takes an empty limit for none', () => {
    const faultsOf = (part: Partial<Typed>) =>
      Object.entries(numberFaults({ ...typedOf(sample), ...part })).filter(([, words]) => words);
    const [paper] = typedOf(sample).materials;
    if (!paper) throw new Error('the sample has no materials');
    expect(faultsOf({ promisedWorkingDays: '五' })).toEqual([
      ['item.promisedWorkingDays', '请写几个工作日，当场办好写 0。'],
    ]);
    expect(faultsOf({ materials: [paper, { ...paper, copies: '两' }] })).toEqual([
      ['item.materials', '第2样的份数和天数要写成整数，不要就写 0，不能后补就空着。'],
    ]);
    expect(faultsOf({ fee: { amount: '5.5', note: '' }, statutoryWorkingDays: '' })).toEqual([]);
    const without = { ...typedOf(sample), statutoryWorkingDays: ' ' };
    expect(itemOf(without, sample.code).statutoryWorkingDays).toBeNull();
  });

  it('has the pictures that its papers have now, whatever was typed before they were put there or taken out', () => {
    const paper = (name: string, picture?: string) => ({
      ...newMaterial,
      copies: 0,
      mayFollowDays: undefined,
      name,
      picture,
    });
    const now = { ...sample, materials: [paper('户口簿'), paper('申请表', 'b')] };
    const typed = {
      ...sample,
      materials: [paper('户口簿', 'gone'), paper('申请表（新）', 'b'), paper('证')],
    };
    expect(withPictures(typed, now).materials.map(({ picture }) => picture)).toEqual([
      undefined,
      'b',
      undefined,
    ]);
  });

  it('gives a new kind a code that no other kind has', () => {
    expect(newKind([{ code: 'kind-2' }]).code).toBe('kind-3');
  });
});
