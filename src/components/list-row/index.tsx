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
  /** it is what is open beside the list: marked, and nothing to press */
  current?: boolean;
  onPress(): void;
}

/** One line of a list that opens something. */
export function ListRow({ title, note, tag, icon, current, onPress }: Props) {
  const inside = (
    <View className="list-row-inside">
      {icon && <Icon name={icon} />}
      <View className="list-row-words">
        <View className="list-row-top">
          <View className="list-row-title">{title}</View>
          {tag}
        </View>
        {note && <View className="list-row-note">{note}</View>}
      </View>
      {!current && <Icon name="next" />}
    </View>
  );
  if (current)
    return (
      <View className="list-row list-row-current" aria-current="page">
        {inside}
      </View>
    );
  return (
    <Press className="list-row" onPress={onPress}>
      {inside}
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
