import { isRejection, reject } from '../../contract/errors';
import { limits } from '../../contract/limits';
import { keysOf, rosterEntry } from '../../contract/models';
import { weekdayNames } from '../../contract/time';
import { OF_CATALOGUE } from '../../contract/words';
import { uncoveredGrid } from '../domain/assignment/roster';
import type { AgentDoc, ImportRowDoc, OrgDoc } from '../domain/documents';
import { isSame } from '../domain/imports/mark';
import {
  type RosterRow,
  rosterCells,
  rosterColumns,
  rosterKey,
  rosterOf,
  uncovered,
} from '../domain/imports/rosters';
import { agentFor } from '../kit/agents';
import { changeRoster, writeRoster } from '../kit/roster';
import { find, get, is } from '../kit/store';
import { allWithin, gridsOf, unitsUnder } from '../kit/units';
import { asBefore, undoRows, writeRows } from './rows';
import { type Open, type Undo, tableOf } from './table';

/** 排班: of agents that are there. Whether an agent is there at all is set on their page, where their cases go to others. */
export const openRosters: Open = async (top) => {
  const [agents, units] = await Promise.all([
    allWithin('agents', top),
    unitsUnder(top, ['community', 'grid']),
  ]);
  if (units.length >= limits.units || agents.length >= limits.units)
    return reject('TOO_MANY_UNITS', { orgId: '单位太多，请到一个街道或者社区的页面里导入。' });
  const open = units.filter(({ closedAt }) => closedAt === undefined);
  const communities = open.filter(({ tier }) => tier === 'community');
  const grids = open.filter(({ tier }) => tier === 'grid');
  const all = { agents, communities, grids };
  return tableOf<RosterRow>({
    columns: rosterColumns,
    most: limits.units,
    portion: limits.importChanges,
    lists: {
      社区: communities.map(({ name }) => name),
      网格: [...new Set(grids.map(({ name }) => name))],
      会办: OF_CATALOGUE,
      当班: weekdayNames.slice(1),
    },
    read: (cells) => rosterOf(cells, all),
    keyOf: rosterKey,
    together: (rows) => uncovered(rows, all),
    write: (context, importId, rows) =>
      writeRows(context, importId, rows, { nameOf, told }, async ({ agent, change }, own, beside) => {
        const found = await agentFor(own, 'roster.set', agent._id);
        return isRejection(found) ? found : changeRoster(own, agent._id, () => change, beside);
      }),
    filled: async () => agents.filter(({ active }) => active).map((agent) => rosterCells(agent, all)),
  });
};

const nameOf = ({ name }: AgentDoc): string => name;

/** What a row can set of an agent: all that the form sets, but whether they are there at all. */
const settable = keysOf(rosterEntry.entries).filter((field) => field !== 'active');
const told = (agent: AgentDoc): object => Object.fromEntries(settable.map((field) => [field, agent[field]]));

export const undoRosters: Undo = undoRows({
  in: 'agents',
  told,
  whyOf,
  async back(tx, context, row, doc) {
    await writeRoster(tx, context, doc, asBefore(row));
  },
});

/** Rows of a community stay together where taking them back would leave a grid to nobody. */
async function whyOf(
  rows: readonly ImportRowDoc[],
  left: readonly ImportRowDoc[],
): Promise<ReadonlyMap<string, string>> {
  const ids = rows.map(({ docId }) => docId);
  if (ids.length === 0) return new Map();
  const theirs = await find('agents', { _id: is.in(ids) }, { orderBy: [['_id', 'asc']], limit: ids.length });
  const why = new Map<string, string>();
  for (const id of new Set(theirs.map(({ unit }) => unit.community))) {
    const home = id === undefined ? undefined : await get('orgs', id);
    const open = home && (await uncoveredAfter(home, left));
    for (const row of open ? rows : [])
      if (theirs.some(({ _id, unit }) => _id === row.docId && unit.community === id))
        why.set(row._id, `撤回以后${open}就没有人管了`);
  }
  return why;
}

/** The grid of a community that nobody would have once these rows are taken back. */
async function uncoveredAfter(home: OrgDoc, rows: readonly ImportRowDoc[]): Promise<string | undefined> {
  const [grids, agents] = await Promise.all([gridsOf(home), allWithin('agents', home)]);
  const after = agents.map((agent) => {
    const row = rows.find(({ docId }) => docId === agent._id);
    const isTheirs = row && isSame({ ...told(agent), ...row.now }, told(agent));
    return isTheirs ? { ...agent, ...row.was } : agent;
  });
  return uncoveredGrid(grids, agents) ? undefined : uncoveredGrid(grids, after)?.name;
}
