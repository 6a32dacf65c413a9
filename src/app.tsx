import { useLaunch } from '@tarojs/taro';
import type { PropsWithChildren } from 'react';
import { connect } from './cloud/transport';
import { hearTroubles } from './cloud/troubles';
import { offerUpdate } from './cloud/update';
// It hears of the phone's way back before the router does, so it is there first.
import './hooks/use-step-back';
import './app.scss';

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    connect();
    hearTroubles();
    offerUpdate();
  });
  return children;
}
