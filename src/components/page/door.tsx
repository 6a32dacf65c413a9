import { useRouter } from '@tarojs/taro';
import type { PropsWithChildren } from 'react';
import { doorOf } from '@/hooks/door';
import { useSession } from '@/hooks/use-session';
import { Faces, NotYours } from '../faces';

/** Whether the page in view waits at its door: it is not known yet who is here, or it is not theirs. */
export function useIsShut(): boolean {
  const may = doorOf(useRouter().path);
  const { data } = useSession();
  return may !== undefined && !(data && may(data.person));
}

/** A page of the staff is drawn for the staff alone: others must not fill in what they cannot send. */
export function Door({ children }: PropsWithChildren) {
  const isShut = useIsShut();
  const session = useSession();
  if (!isShut) return children;
  return <Faces of={session}>{() => <NotYours />}</Faces>;
}
