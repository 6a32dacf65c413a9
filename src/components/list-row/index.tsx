import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon } from '../icon';
import type { IconName } from '../icon/icons';
import { Press } from '../press';
import './list-row.scss';

interface Props {
  title: string;
  note?: ReactNode;
  tag?: ReactNode;
  icon?: IconName;
  onPress(): void;
}

/** One line of a list that opens something. */
export function ListRow({ title, note, tag, icon, onPress }: Props) {
  return (
    <Press className="list-row" onPress={onPress}>
      <View className="list-row-inside">
        {icon && <Icon name={icon} />}
        <View className="list-row-words">
          <View className="list-row-top">
            <View className="list-row-title">{title}</View>
            {tag}
          </View>
          {note && <View className="list-row-note">{note}</View>}
        </View>
        <Icon name="next" />
      </View>
    </Press>
  );
}

/** Rows that belong together. */
export function List({ label, children }: { label?: string; children: ReactNode }) {
  return (
    <View className="list" role={label ? 'group' : undefined} aria-label={label}>
      {children}
    </View>
  );
}
