import { Button } from '@tarojs/components';
import { privacyFault } from '@/cloud/privacy';
import type { WechatPhoneProps } from '.';
import { phoneFault } from './fault';

interface Detail {
  code?: string;
  errMsg?: string;
  errno?: number;
}

export function WechatPhone({ onCode, onFault }: WechatPhoneProps) {
  return (
    <Button
      className="press button button-plain"
      hoverClass="press-held"
      openType="getPhoneNumber"
      onGetPhoneNumber={({ detail }) => {
        // The typings know what came before codes.
        const { code, ...refused } = detail as Detail;
        if (code) onCode(code);
        else onFault(privacyFault(refused) ?? phoneFault(refused));
      }}
    >
      用微信的手机号
    </Button>
  );
}
