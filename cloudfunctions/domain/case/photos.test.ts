import { opened } from '../../../tests/support/world';
import type { CaseDoc } from '../documents';
import { discardAt, photosGone, photosOf, refused, said, unseen, whoPut, withoutPhotos } from './photos';
import { settle } from './settle';

const photo = (name: string) => `cloud://e.b/papers/c1/r/${name}.jpg`;
const [first, ...rest] = opened().papers ?? [];
if (!first) throw new Error('the item has papers');
const kase: CaseDoc = {
  ...opened(),
  photos: [photo('with')],
  papers: [{ ...first, state: 'sent', photos: [photo('a'), photo('b')] }, ...rest],
  enclosures: [{ id: 'w0', photos: [photo('m')] }],
};

it('are listed wherever they hang, and end together', () => {
  expect(photosOf(kase)).toEqual(['with', 'a', 'b', 'm'].map(photo));
  expect(photosGone(kase, { ...kase, ...withoutPhotos(kase) })).toEqual(photosOf(kase));
  const ended: CaseDoc = { ...kase, state: 'completed', endedAt: 5 };
  expect(discardAt(ended, 180)).toBe(5 + (ended.terms.photoDays ?? 180) * 86_400_000);
  expect(discardAt({ ...ended, ...withoutPhotos(ended) }, 180)).toBeUndefined();
  expect(discardAt(kase, 180)).toBeUndefined();
});

it('wake their case until each was handed to the check; what is gone is forgotten', () => {
  expect(unseen(kase)).toHaveLength(4);
  expect(settle(kase, 9).wakeAt).toBe(0);
  const looked = settle({ ...kase, looked: photosOf(kase) }, 9);
  expect(unseen(looked)).toEqual([]);
  expect(looked.wakeAt).not.toBe(0);
  expect(settle({ ...looked, ...withoutPhotos(looked) }, 10).looked).toBeUndefined();
});

it.each([
  ['one of two of a paper', 'a', first.name, 'sent'],
  ['one of a message', 'm', '留言', 'sent'],
  ['one that it came with', 'with', '提交时的照片', 'sent'],
])('lose %s', (_, name, text, state) => {
  const gone = refused(kase, photo(name));
  expect(gone?.text).toBe(text);
  const after = { ...kase, ...gone?.change };
  expect(photosOf(after)).toEqual(photosOf(kase).filter((one) => one !== photo(name)));
  expect(after.papers?.[0]).toMatchObject({ state });
  expect(after.papers?.[0]?.isRefused).toBe(name === 'a' ? true : undefined);
  expect(refused(after, photo(name))).toBeUndefined();
});

it('leave their paper missing where it was the only one', () => {
  const one: CaseDoc = { ...kase, papers: [{ ...first, state: 'sent', photos: [photo('a')] }] };
  expect(refused(one, photo('a'))?.change.papers).toMatchObject([
    { state: 'missing', photos: [], isRefused: true },
  ]);
});

it('come with a message, or are all of it', () => {
  expect(said(kase, '看这张', [photo('n')])).toMatchObject({ text: '看这张（照片1张）', paper: 'w1' });
  expect(said(kase, undefined, [photo('n'), photo('o')])).toMatchObject({ text: '照片2张' });
  expect(said(kase, '好的', [])).toEqual({ text: '好的' });
});

it('lie in the folder of who put them there', () => {
  expect(whoPut(photo('a'))).toBe('r');
  expect(whoPut('cloud://e.b/cases/rs-01/a.jpg')).toBe('rs-01');
});
