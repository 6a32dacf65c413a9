import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { Icon } from '../icon';
import { Press } from '../press';
import './fold.scss';

/** What most people need not see: one line until it is pressed. Its content is made only then. */
export function Fold({ title, children }: { title: string; children: () => ReactNode }) {
  const [open, setOpen] = useState(false);
  return (
    <View className="fold">
      <Press className="fold-press" expanded={open} onPress={() => setOpen(!open)}>
        <View className="fold-title">
          <View>{title}</View>
          <View className={open ? 'fold-sign fold-open' : 'fold-sign'}>
            <Icon name="next" />
          </View>
        </View>
      </Press>
      {open && <View className="fold-content">{children()}</View>}
    </View>
  );
}
