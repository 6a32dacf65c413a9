import Taro from '@tarojs/taro';

export function onSignal(back: () => void): () => void {
  const listen = (status: { isConnected: boolean }) => {
    if (status.isConnected) back();
  };
  Taro.onNetworkStatusChange(listen);
  return () => Taro.offNetworkStatusChange(listen);
}
