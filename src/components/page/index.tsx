import { View } from '@tarojs/components';
import Taro, { useDidShow } from '@tarojs/taro';
import { type ReactNode, useContext, useEffect, useState } from 'react';
import { type Help, useHelp } from '@/hooks/use-help';
import { type TextSize, useTextSize } from '@/hooks/use-text-size';
import { CallButton } from '../button';
import { Boundary } from './boundary';
import { Door, useIsShut } from './door';
import { Framed } from './framed';
import { Header } from './header';
import { TabBar, type Tab } from './tab-bar';
import { Urgent } from './urgent';
import { useWide } from './use-wide';
import './page.scss';

interface Props {
  title: string;
  children: ReactNode;
  /** the main action, always in reach at the bottom */
  bar?: ReactNode;
  /** that action is a call already: 长辈版 needs no second one */
  isBarCall?: boolean;
  /** one speaks of an agent here: 长辈版 offers a call to the community, not to that agent */
  isOfAgent?: boolean;
  /** this is a page of the tab bar */
  tab?: Tab;
  /** on the title's line, at its end */
  beside?: ReactNode;
  /** on a desk (H5) it uses the width: for the admin's tables */
  wide?: boolean;
}

/** 特大 is 长辈版, larger still: see theme/tokens. */
export const sizeClass: Record<TextSize, string> = { standard: '', elder: ' elder', huge: ' elder huge' };

/** The frame of every page: its title, how large it is, what stays at the bottom, and what is shown if it breaks. */
export function Page({
  title,
  children,
  bar: mainAction,
  isBarCall = false,
  isOfAgent = false,
  tab,
  beside,
  wide = false,
}: Props) {
  const { size, isElder } = useTextSize();
  const help = useHelp(isOfAgent);
  const bar = useIsShut() ? undefined : mainAction;
  useWide(useContext(Framed) || wide);
  // The page may come back into view, and its title may change while it is in view.
  const entitle = () => void Taro.setNavigationBarTitle({ title });
  useDidShow(entitle);
  useEffect(entitle, [title]);
  // Whoever speaks of danger reaches help without scrolling, however large the words are.
  const [urgent, setUrgent] = useState<Help>();
  const call = isElder ? (urgent ?? (bar && isBarCall ? undefined : help)) : undefined;
  return (
    <View className={`page${sizeClass[size]}${wide ? ' page-wide' : ''}${urgent ? ' page-danger' : ''}`}>
      <Header title={title} isRoot={tab !== undefined} beside={beside} />
      <View className="page-body" role="main">
        <Boundary>
          <Urgent.Provider value={setUrgent}>
            <Door>{children}</Door>
          </Urgent.Provider>
        </Boundary>
      </View>
      <View className="page-foot">
        {(bar || call) && (
          <View className={`page-bar${tab ? '' : ' page-bar-last'}`} role="region" aria-label="这一页要做的">
            {/* Above: it comes once it is known whom to call, and must not move the main button from under a thumb. */}
            {call && (
              <CallButton
                look={call === urgent ? 'danger' : bar ? 'plain' : 'main'}
                number={call.number}
                whom={call.whom}
              >
                {call.words}
              </CallButton>
            )}
            {bar}
          </View>
        )}
        {tab && <TabBar tab={tab} />}
      </View>
    </View>
  );
}
