import type { PropsWithChildren } from 'react';
import type { Paged } from '@/hooks/use-pages';
import { Button } from '../button';
import { Note } from '../faces';

/** The end of a list that comes in pages; `children` are the button's words. */
export function More<T>({ of, children = '再看早一些的' }: PropsWithChildren<{ of: Paged<T> }>) {
  if (!of.more) return null;
  return (
    <>
      {of.moreError && <Note icon="offline" text={of.moreError.message} />}
      <Button busy={of.isMoreComing} onPress={of.more}>
        {children}
      </Button>
    </>
  );
}
