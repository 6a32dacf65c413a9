import { View } from '@tarojs/components';
import { Choice } from '@/components/choice';
import './pick.scss';

interface Props<V extends string> {
  legend: string;
  options: readonly { value: V; label: string }[];
  value: V;
  onChange(value: V): void;
}

/** Which of a page's heaps is in view: short answers beside each other where there is room, only the chosen one marked. */
export function Pick<V extends string>({ legend, options, value, onChange }: Props<V>) {
  return (
    <View className="pick">
      <Choice legend={legend} hideLegend columns={3} options={options} value={value} onChange={onChange} />
    </View>
  );
}
