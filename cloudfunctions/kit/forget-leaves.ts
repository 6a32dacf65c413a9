import { is, updateMany } from './store';

/** As many ids as one condition names. */
const AT_ONCE = 100;

/**
 * Destroys what ties leaves of the chain to a person: the salts of what the journals say about them, and of these cases. From then on nobody,
 * not even with the text in hand, can tell which leaf it was; the chain still verifies and no head changes (docs/decisions/0062). What is
 * written about them later gets salts of its own. Call it after the texts themselves are gone or covered; again is no harm. Gives how many cases
 * and entries of the journal were forgotten, those of an earlier call among them.
 */
export async function forgetLeaves(personId: string, caseIds: readonly string[]): Promise<number> {
  let forgotten = await updateMany('seals', { of: personId }, { secret: undefined }, { gen: 1 });
  for (let at = 0; at < caseIds.length; at += AT_ONCE) {
    const ids = caseIds.slice(at, at + AT_ONCE).map((id) => `case:${id}`);
    forgotten += await updateMany('seals', { _id: is.in(ids) }, { secret: undefined }, { gen: 1 });
  }
  return forgotten;
}
