import type { ReactElement } from 'react';

export interface WechatPhoneProps {
  /** the code that stands for the number: good once, for five minutes */
  onCode(code: string): void;
  /** WeChat gives none, in words: the number is typed instead */
  onFault(words: string): void;
}

/** The button by which WeChat tells the number that it has verified. On H5 a stand-in asks the local cloud. */
export function WechatPhone(props: WechatPhoneProps): ReactElement;
