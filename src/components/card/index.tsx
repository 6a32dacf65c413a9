import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { Heading } from '../heading';
import { Icon } from '../icon';
import type { IconName } from '../icon/icons';
import './card.scss';

interface Props extends PropsWithChildren {
  title?: string;
  icon?: IconName;
  /** only where the colour means something: see theme/tokens */
  tone?: 'plain' | 'progress' | 'warning' | 'breach' | 'ok';
}

/** What belongs together, on its own ground. */
export function Card({ title, icon, tone = 'plain', children }: Props) {
  return (
    <View className={`card card-${tone}`}>
      {title && (
        <View className="card-title">
          {icon && <Icon name={icon} />}
          <Heading>{title}</Heading>
        </View>
      )}
      {children}
    </View>
  );
}
