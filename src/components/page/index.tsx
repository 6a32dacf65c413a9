import { View } from '@tarojs/components';
import Taro, { useDidShow } from '@tarojs/taro';
import { type ReactNode, useEffect } from 'react';
import { useElder } from '@/hooks/use-elder';
import { Boundary } from './boundary';
import { Header } from './header';
import { TabBar, type Tab } from './tab-bar';
import { useWide } from './use-wide';
import './page.scss';

interface Props {
  title: string;
  children: ReactNode;
  /** the main action, always in reach at the bottom */
  bar?: ReactNode;
  /** this is a page of the tab bar */
  tab?: Tab;
  /** on a desk (H5) it uses the width: for the admin's tables */
  wide?: boolean;
}

/** The frame of every page: its title, elder mode, what stays at the bottom, and what is shown if it breaks. */
export function Page({ title, children, bar, tab, wide = false }: Props) {
  const { elder } = useElder();
  useWide(wide);
  // The page may come back into view, and its title may change while it is in view.
  const entitle = () => void Taro.setNavigationBarTitle({ title });
  useDidShow(entitle);
  useEffect(entitle, [title]);
  return (
    <View className={`page${elder ? ' elder' : ''}${wide ? ' page-wide' : ''}`}>
      <Header title={title} isRoot={tab !== undefined} />
      <View className="page-body" role="main">
        <Boundary>{children}</Boundary>
      </View>
      {bar && (
        <View className="page-bar" role="region" aria-label="这一页要做的">
          {bar}
        </View>
      )}
      {tab && <TabBar tab={tab} />}
    </View>
  );
}
