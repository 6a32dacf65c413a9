import { opened } from '../../tests/support/world';
import { rowOf, viewOf } from './case/view';
import { personDoc } from '../../tests/support/world';
import { officeHours as hours, monday as now } from '../../tests/support/world';
import { asShown, ofCase, ofPerson } from './shown';

describe('what is shown of a person', () => {
  it('is whole in no column of whoever does not deal with the case, but what they are to each other', () => {
    for (const [field, row] of Object.entries(ofCase))
      for (const viewer of ['staff', 'neighbour', 'file'] as const)
        if (field !== 'asker.relation') expect([field, viewer, row[viewer]]).not.toContain('whole');
  });

  it('shows number and door of an entry only once it was opened, and its WeChat identity never', () => {
    for (const field of ['phone', 'address'] as const) expect(ofPerson[field].found).not.toBe('whole');
    expect(Object.values(ofPerson.openid)).toEqual(['none', 'none']);
  });

  it.each([
    ['name', '赵一示', 'masked', '赵**'],
    ['phone', '04525550124', 'masked', '045****0124'],
    ['address', '灯塔院12号楼', 'masked', '***'],
    ['something new', '灯塔院12号楼', 'masked', '***'],
    ['address', '灯塔院12号楼', 'none', undefined],
    ['address', '灯塔院12号楼', 'whole', '灯塔院12号楼'],
    ['address', undefined, 'whole', undefined],
  ] as const)('%s %s %s: %s', (field, value, shown, expected) => {
    expect(asShown(field, value, shown)).toBe(expected);
  });

  it('is read by the views: a manager, the resident', () => {
    const kase = opened({ asker: { id: 'd', name: '李四示', phone: '15400000456', relation: 'child' } });
    const manager = viewOf(kase, personDoc('m', 'manager'), { hours, now });
    expect(manager).toMatchObject({
      contact: { name: 'r*******' },
      asker: { name: '李**', relation: 'child' },
    });
    expect(JSON.stringify(manager)).not.toMatch(/13900000000|灯塔院|15400000456/);
    const resident = viewOf(kase, personDoc('resident', 'resident'), { hours, now });
    expect(resident.contact).toEqual({ name: 'resident', phone: '13900000000', address: '灯塔院12号楼' });
    expect(resident.asker).toEqual({ name: '李四示', relation: 'child', phone: undefined });
    expect(rowOf(kase, 'manager', now).residentName).toBe('r*******');
  });
});
