import Taro from '@tarojs/taro';

/** What WeChat says of its font (微信 - 设置 - 关怀模式, 字体大小); Taro's types do not know it yet. */
interface FontInfo {
  fontSizeSetting?: number;
  fontSizeScaleFactor?: number;
}

export function isPhoneFontLarge(): boolean {
  const { fontSizeSetting = 0, fontSizeScaleFactor = 1 } = Taro.getAppBaseInfo() as FontInfo;
  return fontSizeSetting >= 20 || fontSizeScaleFactor >= 1.2;
}
