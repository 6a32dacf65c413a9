import type { Paged } from '@/hooks/use-pages';
import { Button } from '../button';
import { Note } from '../faces';

/** The end of a list that comes in pages. */
export function More<T>({ of }: { of: Paged<T> }) {
  if (!of.more) return null;
  return (
    <>
      {of.moreError && <Note icon="offline" text={of.moreError.message} />}
      <Button busy={of.isMoreComing} onPress={of.more}>
        再看早一些的
      </Button>
    </>
  );
}
