import { find } from './store';

/** The ids of entries that were made one with this one: what was written under them was written of the same person. */
export async function earlierIds(id: string): Promise<string[]> {
  const found = await find(
    'people',
    { 'merged.into': id },
    { orderBy: [['_id', 'asc']], limit: 20, only: ['merged'] },
  );
  return found.map(({ _id }) => _id);
}
