import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Dial } from '../dial';
import { Icon } from '../icon';
import type { IconName } from '../icon/icons';
import { Press } from '../press';
import './button.scss';

interface Look {
  /** `main` once a page: the thing to do. `plain` beside it, `quiet` for words in a line, `danger` for what ends something. */
  look?: 'main' | 'plain' | 'quiet' | 'danger';
  icon?: IconName;
  /** as wide as its words, not as its place */
  inline?: boolean;
}

interface Props extends Look {
  onPress(): void;
  disabled?: boolean;
  /** under way: says so and takes no second press */
  busy?: boolean;
  label?: string;
  expanded?: boolean;
  children: ReactNode;
}

/** Does something. */
export function Button({ look = 'plain', icon, inline, busy, children, ...press }: Props) {
  return (
    <Press className={classOf(look, inline)} busy={busy} {...press}>
      <Inside icon={icon}>{busy ? '请稍等…' : children}</Inside>
    </Press>
  );
}

/** Calls a number: `<CallButton number={phone} whom="立春晓">打电话</CallButton>`. */
export function CallButton({
  look = 'plain',
  inline,
  number,
  whom,
  children,
}: Look & { number: string; whom: string; children: ReactNode }) {
  return (
    <Dial className={classOf(look, inline)} number={number}>
      <Inside icon="phone">
        {children}
        <View className="unseen">{`，${whom}，${number}`}</View>
      </Inside>
    </Dial>
  );
}

function Inside({ icon, children }: { icon?: IconName; children: ReactNode }) {
  return (
    <View className="button-inside">
      {icon && <Icon name={icon} />}
      <View>{children}</View>
    </View>
  );
}

const classOf = (look: string, inline?: boolean) => `button button-${look}${inline ? ' button-inline' : ''}`;
