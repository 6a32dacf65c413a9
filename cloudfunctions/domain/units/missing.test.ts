import { agentDoc, monday, officeHours } from '../../../tests/support/world';
import type { OrgDoc } from '../documents';
import { type Installation, missingOf } from './missing';

const org = (id: string, tier: OrgDoc['tier'], unit: OrgDoc['unit'], over: Partial<OrgDoc> = {}): OrgDoc => ({
  _id: id,
  name: id.toUpperCase(),
  tier,
  unit,
  station: '',
  address: '',
  phone: '04525550100',
  afterHoursPhone: '',
  managers: [{ id: 'm', name: 'M' }],
  ...over,
});
const district = org('d', 'district', { district: 'd' });
const street = org('s', 'street', { district: 'd', street: 's' });
const community = org('c', 'community', { district: 'd', street: 's', community: 'c' });
const grid = org('g', 'grid', { district: 'd', street: 's', community: 'c', grid: 'g' });
const whole: Installation = {
  top: district,
  units: [street, community, grid],
  agents: [agentDoc('a')],
  categories: ['残疾人服务'],
  untold: [],
  hours: new Map([['c', officeHours]]),
};
const found = (part: Partial<Installation>, now = monday) =>
  missingOf({ ...whole, ...part }, now).map(({ what, orgId, about }) =>
    [what, orgId, about].filter(Boolean).join(' '),
  );

it('finds nothing missing where residents can ask', () => expect(found({})).toEqual([]));

it.each<[string, Partial<Installation>, string[]]>([
  ['a district alone', { units: [], agents: [], categories: [] }, ['street d', 'catalogue d']],
  ['a street without a community', { units: [street], agents: [] }, ['community s']],
  [
    'a community without anything',
    { units: [street, { ...community, phone: '', managers: [] }], agents: [] },
    ['phone c', 'grid c', 'agent c', 'manager c'],
  ],
  [
    'a category that nobody in the street does',
    { categories: ['残疾人服务', '医疗保障'] },
    ['skill c 医疗保障'],
  ],
  ['the next day without anybody on duty', { agents: [agentDoc('a', { dutyWeekdays: [1] })] }, ['duty c']],
  ['a template that is not filled in', { untold: ['办件进展'] }, ['template d 办件进展']],
])('%s', (_, part, expected) => expect(found(part)).toEqual(expected));

it('asks an agent of the next community in the street before it says that nobody does a thing', () => {
  const beside = agentDoc('b', {
    unit: { district: 'd', street: 's', community: 'e' },
    skills: ['医疗保障'],
  });
  expect(found({ categories: ['医疗保障'], agents: [agentDoc('a'), beside] })).toEqual([]);
});

it('looks past the weekend and days that the community is closed', () => {
  const friday = monday + 4 * 24 * 60 * 60 * 1000;
  const agents = [agentDoc('a', { dutyWeekdays: [2] })];
  expect(found({ agents }, friday)).toEqual(['duty c']);
  const closed = { ...officeHours, days: [{ day: '2026-11-30', open: [], why: '停电' }] };
  expect(found({ agents, hours: new Map([['c', closed]]) }, friday)).toEqual([]);
});
