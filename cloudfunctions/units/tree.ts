import { isRejection, reject } from '../../contract/errors';
import { limits } from '../../contract/limits';
import type { UnitNode } from '../../contract/models';
import type { OrgDoc } from '../domain/documents';
import { sayHours } from '../domain/time/hours';
import { aboveOf, inTreeOrder } from '../domain/units/tree';
import { readableHours } from '../kit/reference';
import type { HandlerOf } from '../kit/serve';
import { countBy, find } from '../kit/store';
import { highestOf, overseenUnit, unitsUnder, within } from '../kit/units';

/** As many as one read gives. */
const BATCH = 100;
const wide = ['district', 'street', 'community'] as const;

/** A unit and what is under it, with how many agents and grids each has. */
export const tree: HandlerOf<'units.tree'> = async (context, { orgId }) => {
  const top = await overseenUnit(context, 'units.tree', orgId ?? highestOf(context.who.posts));
  if (isRejection(top)) return top;
  const isWide = top.tier === 'district' || top.tier === 'street';
  const [units, agents, grids] = await Promise.all([
    unitsUnder(top, isWide ? wide : ['community', 'grid']),
    isWide ? countedAgents(top) : agentsOfGrids(top),
    isWide ? countedGrids(top) : [],
  ]);
  if (units.length >= limits.units)
    return reject('TOO_MANY_UNITS', { orgId: '单位太多，一次看不完，请选一个街道看。' });
  const sum = (counts: readonly Count[], { _id, tier }: OrgDoc) =>
    counts.reduce((total, one) => total + (one.at[tier] === _id ? one.count : 0), 0);
  const openGrids = units.filter(({ tier, closedAt }) => tier === 'grid' && closedAt === undefined).length;
  return {
    units: inTreeOrder(units, top._id).map((unit) => ({
      ...nodeOf(unit),
      above: unit._id === top._id ? undefined : aboveOf(unit),
      agents: sum(agents, unit),
      grids: !isWide && unit.tier === 'community' ? openGrids : sum(grids, unit),
    })),
  };
};

/** So many at a place of the tree. */
interface Count {
  at: Partial<Record<OrgDoc['tier'], unknown>>;
  count: number;
}

const placeOf = { district: 'unit.district', street: 'unit.street', community: 'unit.community' };

async function countedAgents(top: OrgDoc): Promise<Count[]> {
  const counted = await countBy('agents', within(top), { ...placeOf, active: 'active' });
  return counted.filter(({ _id }) => _id.active === true).map(({ _id: at, count }) => ({ at, count }));
}

async function countedGrids(top: OrgDoc): Promise<Count[]> {
  const counted = await countBy(
    'orgs',
    { ...within(top), tier: 'grid' },
    { ...placeOf, closedAt: 'closedAt' },
  );
  return counted
    .filter(({ _id }) => typeof _id.closedAt !== 'number')
    .map(({ _id: at, count }) => ({ at, count }));
}

/** The agents of a community, at it and at each of their grids. */
async function agentsOfGrids(top: OrgDoc): Promise<Count[]> {
  const { community } = top.unit;
  if (community === undefined) return [];
  const agents = await find(
    'agents',
    { 'unit.community': community },
    { orderBy: [['_id', 'asc']], limit: BATCH, only: ['gridIds', 'active'] },
  );
  return agents
    .filter(({ active }) => active)
    .flatMap(({ gridIds }) => [
      { at: { community }, count: 1 },
      ...gridIds.map((grid) => ({ at: { grid }, count: 1 })),
    ]);
}

function nodeOf(unit: OrgDoc): Omit<UnitNode, 'above' | 'agents' | 'grids'> {
  const { _id: id, name, tier, station, address, phone, afterHoursPhone, managers, closedAt } = unit;
  const hours = tier === 'community' ? sayHours(readableHours(unit)) : undefined;
  const { estates = [] } = unit;
  return { id, name, tier, station, address, phone, afterHoursPhone, hours, estates, managers, closedAt };
}
