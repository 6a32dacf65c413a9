import { limits } from '../../contract/limits';
import { type Collections, type FindOptions, type Name, type Query, find, is } from './store';

/** Where a page ended: the value it is ordered by, and the id that breaks ties. The contract checks the form. */
function parse(cursor: string): { value: number; id: string } {
  const [, value = '', id = ''] = /^(\d+)_(.*)$/.exec(cursor) ?? [];
  return { value: Number(value), id };
}

export interface Page<D> {
  rows: D[];
  /** absent on the last page */
  cursor?: string;
}

/** One page of a list ordered by a number, ties by id. */
export async function findPage<N extends Name>(
  name: N,
  query: Query,
  [field, direction]: [keyof Collections[N] & string, 'asc' | 'desc'],
  cursor: string | undefined,
  without: (keyof Collections[N] & string)[] = [],
): Promise<Page<Collections[N]>> {
  const past = direction === 'asc' ? is.gt : is.lt;
  const from = cursor === undefined ? undefined : parse(cursor);
  const found = await find(
    name,
    from
      ? is.and([query, is.or([{ [field]: past(from.value) }, { [field]: from.value, _id: past(from.id) }])])
      : query,
    {
      orderBy: [
        [field, direction],
        ['_id', direction],
      ],
      limit: limits.page + 1,
      without,
    },
  );
  const rows = found.slice(0, limits.page);
  const last = rows.at(-1);
  return {
    rows,
    cursor: found.length > rows.length && last ? `${String(last[field])}_${last._id}` : undefined,
  };
}

/** As many as one read gives. */
const BATCH = 100;

/**
 * Every document whose `field` is a number in [from, until), lowest first, ties by id: one read for each hundred, when they are
 * come to. Of the `only` fields that are asked for, `field` has to be one.
 */
export async function* findBetween<N extends Name>(
  name: N,
  query: Query,
  field: keyof Collections[N] & string,
  [from, until]: readonly [number, number],
  fields: Pick<FindOptions<Collections[N]>, 'only' | 'without'>,
): AsyncGenerator<Collections[N]> {
  for (let at: unknown = from, after = ''; ;) {
    const batch = await find(
      name,
      is.and([
        query,
        { [field]: is.gte(at) },
        { [field]: is.lt(until) },
        is.or([{ [field]: is.gt(at) }, { [field]: at, _id: is.gt(after) }]),
      ]),
      {
        orderBy: [
          [field, 'asc'],
          ['_id', 'asc'],
        ],
        limit: BATCH,
        ...fields,
      },
    );
    yield* batch;
    const last = batch.at(-1);
    if (!last || batch.length < BATCH) return;
    at = last[field];
    after = last._id;
  }
}
