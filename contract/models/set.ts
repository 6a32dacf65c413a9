import * as v from 'valibot';

/** A list in which what is said twice is said once: six times one tag is no six people's. */
export const setOf = <Item extends v.GenericSchema>(item: Item) =>
  v.pipe(
    v.array(item),
    v.transform((items) => [...new Set(items)]),
  );
