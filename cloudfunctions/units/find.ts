import type { PlaceRow } from '../../contract/models';
import { limits } from '../../contract/limits';
import type { OrgDoc } from '../domain/documents';
import { foundIn, pairsOf } from '../domain/units/finds';
import type { HandlerOf } from '../kit/serve';
import { find as read, is } from '../kit/store';

/** As many as one read gives: beyond them more of the name has to be said. */
const LOOKED_AT = 100;

/**
 * Communities by their name, an estate's or a street's, for residents in no register yet. Two reads: what the text is found in, and the
 * communities and streets of these.
 */
export const find: HandlerOf<'units.find'> = async (_visitor, { text }) => {
  const asked = pairsOf(text);
  if (asked.length === 0) return { units: [], isMore: false };
  const hits = (
    await read('orgs', is.and(asked.map((pair) => ({ finds: pair }))), {
      orderBy: [['_id', 'asc']],
      limit: LOOKED_AT,
    })
  ).flatMap((unit) => {
    const found = unit.tier === 'district' || unit.closedAt !== undefined ? undefined : foundIn(unit, text);
    return found === undefined ? [] : [{ unit, found }];
  });
  if (hits.length === 0) return { units: [], isMore: false };
  const streets = hits.flatMap(({ unit }) => (unit.tier === 'street' ? unit._id : []));
  const ids = [...new Set(hits.flatMap(({ unit: { unit } }) => [unit.community ?? '', unit.street ?? '']))];
  const around = await read(
    'orgs',
    is.or([
      { _id: is.in(ids) },
      ...(streets.length > 0 ? [{ 'unit.street': is.in(streets), tier: 'community' }] : []),
    ]),
    { orderBy: [['_id', 'asc']], limit: LOOKED_AT },
  );
  const rows = around.flatMap((community) => rowOf(community, hits, around));
  return { units: rows.slice(0, limits.page), isMore: rows.length > limits.page };
};

/** A community that was found by itself, by a grid of it or by its street. */
function rowOf(community: OrgDoc, hits: { unit: OrgDoc; found: string }[], around: OrgDoc[]): PlaceRow[] {
  const { _id: id, name, unit, phone, afterHoursPhone } = community;
  if (community.tier !== 'community' || community.closedAt !== undefined) return [];
  const of = (tier: OrgDoc['tier'], is: string | undefined) =>
    hits.filter(
      (hit) => hit.unit.tier === tier && hit.unit.unit[tier === 'grid' ? 'community' : tier] === is,
    );
  const grids = of('grid', id);
  const [best] = [...of('community', id), ...grids, ...of('street', unit.street)];
  const [grid] = grids;
  const street = around.find((one) => one._id === unit.street)?.name ?? '';
  return [
    {
      id,
      name,
      street,
      phone,
      afterHoursPhone,
      // An estate that lies in several grids tells the community alone.
      grid: grid && grids.length === 1 ? { id: grid.unit._id, name: grid.unit.name } : undefined,
      found: best?.found === name ? undefined : best?.found,
    },
  ];
}
