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

type Fields<N extends Name> = Pick<FindOptions<Collections[N]>, 'only' | 'without'>;

/** A field that is a number, or a text, in [from, until). Of the `only` fields that are asked for, it has to be one. */
interface Span<N extends Name> {
  field: keyof Collections[N] & string;
  span: readonly [number, number] | readonly [string, string];
  /** the highest first */
  down?: true;
}

/**
 * Everything that matches, a read each for a hundred, when they are come to: by id, or lowest (or highest) first by the field of a span, ties
 * by id.
 */
export async function* inHundreds<N extends Name>(
  name: N,
  query: Query,
  fields: Fields<N> = {},
  by?: Span<N>,
): AsyncGenerator<Collections[N][]> {
  const [way, past] = by?.down ? (['desc', is.lt] as const) : (['asc', is.gt] as const);
  for (let at: unknown = by?.span[by.down ? 1 : 0], after = ''; ;) {
    const rest = by
      ? is.and([
          query,
          { [by.field]: is.gte(by.down ? by.span[0] : at) },
          { [by.field]: by.down ? is.lte(at) : is.lt(by.span[1]) },
          is.or([{ [by.field]: past(at) }, { [by.field]: at, _id: past(after) }]),
        ])
      : is.and([query, { _id: is.gt(after) }]);
    const order: [string, 'asc' | 'desc'][] = by ? [[by.field, way]] : [];
    const batch = await find(name, rest, { orderBy: [...order, ['_id', way]], limit: BATCH, ...fields });
    yield batch;
    const last = batch.at(-1);
    if (!last || batch.length < BATCH) return;
    at = by && last[by.field];
    after = last._id;
  }
}

/** Every document whose `field` is a number in [from, until), lowest first, ties by id. */
export async function* findBetween<N extends Name>(
  name: N,
  query: Query,
  field: Span<N>['field'],
  span: Span<N>['span'],
  fields: Fields<N>,
): AsyncGenerator<Collections[N]> {
  for await (const batch of inHundreds(name, query, fields, { field, span })) yield* batch;
}
