import Taro from '@tarojs/taro';

export const copyText = async (text: string): Promise<void> => {
  await Taro.setClipboardData({ data: text });
};
