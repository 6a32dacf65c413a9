import { type Rejection, reject } from '../../contract/errors';
import { picturesOf } from '../domain/catalog/pictures';
import type { Context } from './context';
import { inHundreds } from './page';
import { checkIdOf, checkOf } from './photo-checks';
import { folderOf, unfitFiles } from './photos';
import { liesIn, remove } from './storage';
import { add, removeOne } from './store';

/** 看样子: the pictures that an item shows of its papers. Rules: docs/decisions/0073. */

/** Versions are numbered from 1. */
const ever = { field: 'version', span: [1, Number.MAX_SAFE_INTEGER] } as const;

/** All pictures that an item shows: in its draft, and in all that was published of it, since a version may come back. */
export async function samplesHeld(code: string, which: 'all' | 'published' = 'all'): Promise<string[]> {
  const held: string[] = [];
  for await (const versions of inHundreds(
    'serviceVersions',
    { code },
    { only: ['version', 'state', 'item'] },
    ever,
  ))
    for (const { state, item } of versions)
      if (state === 'published' || (which === 'all' && state === 'draft')) held.push(...picturesOf(item));
  return held;
}

/**
 * Are the pictures that a draft is to have anew photos that this manager put there for this item? WeChat is asked about each before
 * the draft has it. Errors: BAD_INPUT, PHOTO_STALE, PHOTO_UNFIT.
 */
export async function unfitSamples(
  code: string,
  fresh: readonly string[],
  { who, now }: Pick<Context, 'who' | 'now'>,
): Promise<Rejection | undefined> {
  if (fresh.length === 0) return undefined;
  const field = 'item.materials';
  if (!fresh.every((picture) => liesIn(folderOf('samples', who._id, code), picture)))
    return reject('BAD_INPUT', { [field]: '有一样的照片不是您给这一项放的，请重新放。' });
  const unfit = await unfitFiles(fresh, now, field);
  if (unfit) return unfit;
  for (const picture of fresh)
    await add('photoChecks', checkOf(picture, { caseId: '', isSample: true }, now));
  return undefined;
}

/** Deletes those of the pictures that no version and no draft of the item shows any more. */
export async function dropSamples(code: string, pictures: readonly string[]): Promise<void> {
  if (pictures.length === 0) return;
  const held = await samplesHeld(code);
  const gone = pictures.filter((picture) => !held.includes(picture));
  await remove(gone);
  for (const picture of gone) await removeOne('photoChecks', checkIdOf(picture));
}
