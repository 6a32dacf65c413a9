import { demoDocuments } from '../demo/documents';
import type { OrgDoc, PersonDoc } from '../cloudfunctions/domain/documents';
import { findKeys } from '../cloudfunctions/domain/person-key';

const families = '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗';
const given = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平';

/**
 * So many residents of the demo's district, one after the other over its communities, `inGrid` in the first grid of each; names and doors
 * as they are spread in a city.
 */
export function residents(count: number, inGrid = false): (PersonDoc & Record<string, unknown>)[] {
  const { orgs = [] } = demoDocuments();
  const units = orgs as unknown as OrgDoc[];
  const communities = units.filter(({ tier }) => tier === 'community');
  return Array.from({ length: count }, (_, i) => {
    const community = communities[i % communities.length];
    if (!community) throw new Error('the demo has no community');
    const grid = units.find(({ tier, unit }) => tier === 'grid' && unit.community === community._id);
    const pick = (of: string, step: number) => of.charAt(Math.floor(i / step) % of.length);
    const name = pick(families, 3) + pick(given, 60) + pick(given, 1200);
    const phone = `155${String(i).padStart(8, '0')}`;
    const room = 1 + (i % 28);
    const address = `小区${1 + (Math.floor(i / 28) % 90)}号楼${1 + (i % 4)}单元${room}0${1 + (i % 3)}`;
    return {
      _id: `r-${i}`,
      openid: `o-r-${i}`,
      name,
      phone,
      ...findKeys({ name, phone, address }),
      address,
      posts: [{ role: 'resident', orgId: community._id, orgName: community.name, tier: 'community' }],
      unit: inGrid && grid ? grid.unit : community.unit,
    };
  });
}
