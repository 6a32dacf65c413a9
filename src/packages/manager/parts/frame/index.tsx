import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { sizeClass } from '@/components/page';
import { Framed } from '@/components/page/framed';
import { useIsDesk } from '@/hooks/use-desk';
import { useTextSize } from '@/hooks/use-text-size';
import type { View as At } from '../desk/views';
import { Menu } from './menu';
import './frame.scss';

interface Props {
  /** the page of the menu that this one is or belongs to */
  at: At | 'hours';
  /** what is chosen from, between the menu and the page */
  list?: ReactNode;
  /** the page itself: the same as on a phone */
  children: ReactNode;
}

/**
 * A manager's page at a desk: the menu at its side, the list that it was chosen from, the page. On a phone it is the page
 * alone. The order is that of reading and of Tab; a page that opens has the focus at its title, past both.
 */
export function Frame({ at, list, children }: Props) {
  const isDesk = useIsDesk();
  const { size } = useTextSize();
  return (
    <View className={isDesk ? `frame desk${sizeClass[size]}` : ''}>
      {isDesk && <Menu at={at} />}
      {isDesk && list}
      <Framed.Provider value={isDesk}>{children}</Framed.Provider>
    </View>
  );
}
