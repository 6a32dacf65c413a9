import type { Output } from '../../contract/actions';
import type { AgentDoc, GridMove, OrgDoc, RegridDoc } from '../domain/documents';
import { type GridCount, after, destinationOf, gridsOf, inOrder } from '../domain/units/regrid';
import { movedBy, openCasesIn } from '../kit/regrid';
import { count, countBy, find } from '../kit/store';

type Answer = Output<'units.regrid'>;

/** What would move: residents, what they have open, and what each grid and agent would have afterwards. */
export async function preview(community: string, moves: RegridDoc['moves']): Promise<Answer> {
  const [units, agents, counted] = await Promise.all([
    find('orgs', { 'unit.community': community, tier: 'grid' }, { orderBy: [['_id', 'asc']], limit: 100 }),
    find('agents', { 'unit.community': community }, { orderBy: [['_id', 'asc']], limit: 100 }),
    countBy('people', { 'unit.community': community }, { grid: 'unit.grid' }),
  ]);
  const grids = units.map(({ _id }) => _id);
  const before = new Map<string, GridCount>(
    grids.map((id) => [id, { residents: counted.find((one) => one._id.grid === id)?.count ?? 0, cases: 0 }]),
  );
  const cases = new Map<string, number>();
  for await (const { kase, resident } of openCasesIn(community, grids)) {
    const { grid = '' } = kase.unit;
    const was = before.get(grid);
    if (was) before.set(grid, { ...was, cases: was.cases + 1 });
    const to = destinationOf(moves, { grid: resident.unit.grid, address: resident.address });
    if (to !== undefined && resident.unit.grid === grid)
      cases.set(`${grid} ${to}`, (cases.get(`${grid} ${to}`) ?? 0) + 1);
  }
  const gone: (GridMove & GridCount)[] = [];
  for (const move of inOrder(moves)) {
    // Longer beginnings come first: what they moved is not counted again with a shorter beginning, or with the whole grid.
    const inside = gone.filter((one) => one.grid === move.grid && one.prefix?.startsWith(move.prefix ?? ''));
    const all = await count('people', movedBy(move));
    const residents = all - inside.reduce((sum, one) => sum + one.residents, 0);
    const key = `${move.grid} ${move.to}`;
    gone.push({ ...move, residents, cases: cases.get(key) ?? 0 });
    cases.delete(key);
  }
  const later = after(before, gone);
  return {
    isPlanned: false,
    residents: gone.reduce((sum, { residents }) => sum + residents, 0),
    cases: gone.reduce((sum, one) => sum + one.cases, 0),
    grids: units
      .filter(({ _id }) => gridsOf(moves).includes(_id))
      .map(({ _id: id, name }) => ({ id, name, before: countOf(before, [id]), after: countOf(later, [id]) })),
    agents: agents.filter(({ active }) => active).map((agent) => loadOf(agent, units, before, later)),
  };
}

const countOf = (counts: ReadonlyMap<string, GridCount>, ids: readonly string[]): GridCount =>
  ids.reduce<GridCount>(
    (sum, id) => {
      const { residents = 0, cases = 0 } = counts.get(id) ?? {};
      return { residents: sum.residents + residents, cases: sum.cases + cases };
    },
    { residents: 0, cases: 0 },
  );

/** What an agent looks after, by the grids that are theirs. */
function loadOf(
  { _id: id, name, gridIds }: AgentDoc,
  units: readonly OrgDoc[],
  before: ReadonlyMap<string, GridCount>,
  later: ReadonlyMap<string, GridCount>,
): Answer['agents'][number] {
  const own = gridIds.filter((grid) => units.some(({ _id }) => _id === grid));
  return { id, name, before: countOf(before, own), after: countOf(later, own) };
}
