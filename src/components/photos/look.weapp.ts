import Taro from '@tarojs/taro';

export function lookAt(url: string): void {
  void Taro.previewImage({ urls: [url] });
}
