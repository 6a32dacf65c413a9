import { Button } from '../button';
import type { WechatPhoneProps } from '.';
import { phoneFault } from './fault';

/** Stands for WeChat's button in the demo: the local cloud gives a code for the number of the person who holds the phone. */
export function WechatPhone({ onCode, onFault }: WechatPhoneProps) {
  const ask = async () => {
    try {
      const person = localStorage.getItem('linli.person');
      const response = await fetch('/_local/phone-code', {
        method: 'POST',
        body: JSON.stringify({ person }),
      });
      const { code, ...refused } = (await response.json()) as {
        code?: string;
        errno?: number;
        errMsg?: string;
      };
      if (code) onCode(code);
      else onFault(phoneFault(refused));
    } catch {
      onFault(phoneFault({}));
    }
  };
  return <Button onPress={() => void ask()}>用微信的手机号</Button>;
}
