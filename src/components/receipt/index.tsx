import { View } from '@tarojs/components';
import { spokenNo } from 'contract/case-no';
import { Heading } from '../heading';
import { Icon } from '../icon';
import { Words } from '../words';
import './receipt.scss';

interface Props {
  title: string;
  /** what it is about */
  about: string;
  /** what the number is for */
  label: string;
  no: string;
}

/** It is written down, and the number to say over the phone. */
export function Receipt({ title, about, label, no }: Props) {
  return (
    <View className="receipt" role="status">
      <Icon name="done" large />
      <Heading>{title}</Heading>
      <Words look="muted">{about}</Words>
      <View className="receipt-label">{label}</View>
      <View className="receipt-no">{spokenNo(no)}</View>
    </View>
  );
}
