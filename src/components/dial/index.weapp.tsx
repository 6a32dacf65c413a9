import Taro from '@tarojs/taro';
import { withoutExtension } from 'contract/phone';
import { Press } from '../press';
import type { DialProps } from '.';

export function Dial({ number, className, label, children }: DialProps) {
  // The person may close WeChat's own question; that is not an error.
  const dial = () => Taro.makePhoneCall({ phoneNumber: withoutExtension(number) }).catch(() => undefined);
  return (
    <Press className={className} label={label} onPress={dial}>
      {children}
    </Press>
  );
}
