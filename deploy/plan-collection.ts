import type { CollectionThere } from './look';
import { COLLECTION_ACL, type CollectionSpec, shapeOf } from './manifest';
import { type Part, type PlanOptions, noPart } from './step';

/**
 * What to change of one collection. `newer` is the later version of it that is gone back from: its indexes go with it, for a
 * unique one could refuse what the older code writes.
 */
export function planCollection(
  { name: collection, indexes }: CollectionSpec,
  has: CollectionThere | undefined,
  newer: CollectionSpec | undefined,
  { allowDrop }: PlanOptions,
): Part {
  const part = noPart();
  if (!has) part.first.push({ do: 'create-collection', collection });
  if (has?.acl !== COLLECTION_ACL)
    part.first.push({ do: 'close-collection', collection, was: has?.acl ?? '' });
  // By what an index does: one that was made by hand has a name of its own.
  const wanted = new Set(indexes.map(shapeOf));
  const standing = new Set(has?.indexes.map(shapeOf));
  const missing = indexes.filter((index) => !standing.has(shapeOf(index)));
  for (const index of has?.indexes ?? []) {
    if (wanted.has(shapeOf(index))) continue;
    const drop = { do: 'drop-index', collection, index: index.name } as const;
    const isInTheWay = missing.some(({ name }) => name === index.name);
    if (isInTheWay && !allowDrop)
      part.blocked.push(
        `集合 ${collection} 里有同名的索引 ${index.name}，内容不一样；加上 --allow-drop 会先删掉它再建`,
      );
    if (isInTheWay) part.then.push(drop);
    else if (allowDrop || newer?.indexes.some((one) => shapeOf(one) === shapeOf(index))) part.last.push(drop);
    else part.kept.push({ what: 'index', name: index.name, of: collection });
  }
  part.then.push(...missing.map((index) => ({ do: 'create-index', collection, index }) as const));
  return part;
}
