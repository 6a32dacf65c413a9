import type { ReactNode } from 'react';
import { photoUrl } from '@/cloud/photos';
import { useAsync } from '@/hooks/use-call';
import { Photo } from './index';

interface Props {
  /** its cloud file id: only the resident who put it there can look at it by that */
  id: string;
  name: string;
  children?: ReactNode;
}

/** A picture of the resident's own. */
export function OwnPhoto({ id, name, children }: Props) {
  const { data } = useAsync(id, () => photoUrl(id));
  return (
    <Photo url={data} name={name}>
      {children}
    </Photo>
  );
}
