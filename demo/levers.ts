import { randomBytes } from 'node:crypto';
import type { OrgDoc, PersonDoc } from '../cloudfunctions/domain/documents';
import { readable } from '../cloudfunctions/domain/codes';
import { type Levers, type Parts, type SheetCode, openLevers } from '../localcloud/levers/levers';

/** The levers of the local cloud, and the sheets of its communities: the demo's bar scans them. */
export const demoLevers = (parts: Parts): Levers =>
  openLevers(parts, {
    codes: () => codesOf(parts.console),
    async idOf(openid) {
      const [person] = (await parts.console.find('people', { openid })) as PersonDoc[];
      return person?._id;
    },
  });

/** The code of each community that takes requests; one that nobody asked for yet is made, as `units.code` does. */
async function codesOf({ find, put }: Parts['console']): Promise<SheetCode[]> {
  // What the functions wrote.
  const units = (await find('orgs', { tier: 'community' })) as OrgDoc[];
  return Promise.all(
    units
      .filter(({ closedAt }) => closedAt === undefined)
      .map(async (unit) => {
        const { code = readable(randomBytes(8)) } = unit;
        if (unit.code === undefined) await put('orgs', { ...unit, code });
        return { orgId: unit._id, name: unit.name, code };
      }),
  );
}
