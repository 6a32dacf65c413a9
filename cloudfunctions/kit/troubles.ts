import { maskText } from '../domain/mask';
import { sha256 } from '../domain/sha256';
import { add, count, is, updateOne } from './store';

/** More kinds than that are one trouble, or a joke: what is known is counted on, nothing new is written. */
const KINDS = 500;

interface Trouble {
  words: string;
  page: string;
  version: string;
}

/** One entry a trouble, however many phones have it: the same words but for their numbers, on the same page of the same version. */
export async function noteTrouble({ words, page, version }: Trouble, now: number): Promise<void> {
  const masked = maskText(words);
  const form = JSON.stringify([masked.replace(/\d+/g, '0'), page, version]);
  const _id = sha256(form).toString('hex').slice(0, 24);
  const again = () => updateOne('troubles', { _id }, { lastAt: now }, { count: 1 });
  if (await again()) return;
  if ((await count('troubles', { lastAt: is.gt(0) })) >= KINDS) return;
  const isNew = await add('troubles', {
    _id,
    words: masked,
    page,
    version,
    count: 1,
    firstAt: now,
    lastAt: now,
  });
  if (!isNew) await again();
}
