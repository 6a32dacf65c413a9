import { useLaunch } from '@tarojs/taro';
import type { PropsWithChildren } from 'react';
import { connect } from './cloud/transport';
// It hears of the phone's way back before the router does, so it is there first.
import './hooks/use-step-back';
import './app.scss';

export default function App({ children }: PropsWithChildren) {
  useLaunch(connect);
  return children;
}
