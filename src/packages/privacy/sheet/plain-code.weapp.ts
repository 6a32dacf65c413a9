import Taro from '@tarojs/taro';
import { codeBytes } from './code-bytes';

export const plainCode = (text: string): string => Taro.arrayBufferToBase64(codeBytes(text).buffer);
