import { type Rejection, reject } from '../../../contract/errors';
import type { GridMove, OrgDoc, RegridDoc } from '../documents';

/** 重划网格: which households go where, and what that means for those who look after them. */

/** What is seen of a grid: so many residents and open cases. */
export interface GridCount {
  residents: number;
  cases: number;
}

export const gridsOf = (moves: readonly GridMove[]): string[] => [
  ...new Set(moves.flatMap(({ grid, to }) => [grid, to])),
];

/** The longest beginning first, and a whole grid last: it is what the others have left. */
export function inOrder(moves: readonly GridMove[]): GridMove[] {
  return [...moves].sort((a, b) => (b.prefix?.length ?? 0) - (a.prefix?.length ?? 0));
}

/**
 * What cannot be done as it is asked. A grid is moved from or moved to, never both: so it does not matter in which order the moves are
 * done, nor whether they are done twice. Errors: UNIT_CANNOT_BE_THERE, GRID_NOT_THEIRS, UNIT_CLOSED.
 */
export function faultOfMoves(moves: readonly GridMove[], grids: readonly OrgDoc[]): Rejection | undefined {
  const community = grids[0]?.unit.community;
  for (const [i, { grid, to, prefix = '' }] of moves.entries()) {
    const at = (id: string) => grids.find(({ _id, tier }) => _id === id && tier === 'grid');
    const [from, into] = [at(grid), at(to)];
    if (!from || !into || from.unit.community !== community || into.unit.community !== community)
      return reject('GRID_NOT_THEIRS', { [`moves.${i}`]: '请都选同一个社区的网格。' });
    if (grid === to)
      return reject('UNIT_CANNOT_BE_THERE', { [`moves.${i}.to`]: '搬出和搬入是同一个网格，请改一下。' });
    if (moves.some((one) => one.grid === to))
      return reject('UNIT_CANNOT_BE_THERE', {
        [`moves.${i}.to`]: `${into.name}这次也要搬出，请分两次来。`,
      });
    if (into.closedAt !== undefined)
      return reject('UNIT_CLOSED', { [`moves.${i}.to`]: `${into.name}已经撤销了，请另选一个网格。` });
    const same = moves.findIndex((one) => one.grid === grid && (one.prefix ?? '') === prefix);
    if (same < i) return reject('UNIT_CANNOT_BE_THERE', { [`moves.${i}`]: '同样的住户写了两次，请留一条。' });
  }
  return undefined;
}

/** Where a household goes; undefined where it stays. */
export function destinationOf(
  moves: readonly GridMove[],
  { grid, address = '' }: { grid?: string; address?: string },
): string | undefined {
  return inOrder(moves).find((move) => move.grid === grid && address.startsWith(move.prefix ?? ''))?.to;
}

/** The grids after so much has gone from one to another. */
export function after(
  before: ReadonlyMap<string, GridCount>,
  gone: readonly (GridMove & GridCount)[],
): Map<string, GridCount> {
  const counts = new Map(before);
  const add = (id: string, { residents, cases }: GridCount, sign: 1 | -1) => {
    const was = counts.get(id) ?? { residents: 0, cases: 0 };
    counts.set(id, { residents: was.residents + sign * residents, cases: was.cases + sign * cases });
  };
  for (const move of gone) {
    add(move.grid, move, -1);
    add(move.to, move, 1);
  }
  return counts;
}

/** In one line, as the journal tells it: `新民第一网格（灯塔院）→新民第二网格`. */
export function sayMoves({ moves }: Pick<RegridDoc, 'moves'>, nameOf: (id: string) => string): string {
  return moves
    .map(({ grid, to, prefix }) => `${nameOf(grid)}${prefix ? `（${prefix}）` : ''}→${nameOf(to)}`)
    .join('；');
}
