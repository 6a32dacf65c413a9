import { View } from '@tarojs/components';
import { useId } from 'react';
import { FieldError } from '../field';
import { Icon } from '../icon';
import type { IconName } from '../icon/icons';
import { Group, Option } from './option';
import './choice.scss';

interface Item<V extends string> {
  value: V;
  label: string;
  hint?: string;
  icon?: IconName;
  disabled?: boolean;
}

interface Shared<V extends string> {
  legend: string;
  hideLegend?: boolean;
  options: readonly Item<V>[];
  error?: string;
  /** short options stand beside each other, 2 or 3 where there is room */
  columns?: 1 | 2 | 3;
}

/** One of several: all are seen at once, none is hidden in a menu. */
export function Choice<V extends string>({
  value,
  onChange,
  ...shared
}: Shared<V> & { value?: V; onChange(value: V): void }) {
  return <Options many={false} isChecked={(item) => item === value} onPick={onChange} {...shared} />;
}

/** Any of several. */
export function Ticks<V extends string>({
  values,
  onChange,
  ...shared
}: Shared<V> & { values: readonly V[]; onChange(values: V[]): void }) {
  const flip = (item: V) =>
    onChange(values.includes(item) ? values.filter((one) => one !== item) : [...values, item]);
  return <Options many isChecked={(item) => values.includes(item)} onPick={flip} {...shared} />;
}

interface OptionsProps<V extends string> extends Shared<V> {
  many: boolean;
  isChecked(value: V): boolean;
  onPick(value: V): void;
}

function Options<V extends string>({
  legend,
  hideLegend,
  options,
  error,
  columns = 1,
  many,
  isChecked,
  onPick,
}: OptionsProps<V>) {
  const name = useId();
  return (
    <Group legend={legend} hideLegend={hideLegend} many={many} describedBy={error && `${name}-error`}>
      <FieldError id={`${name}-error`}>{error}</FieldError>
      <View className={`choice-options choice-columns-${columns}`}>
        {options.map(({ value, label, hint, icon, disabled }) => {
          const checked = isChecked(value);
          return (
            <Option
              key={value}
              many={many}
              name={name}
              checked={checked}
              disabled={disabled}
              className={`choice${checked ? ' choice-on' : ''}${disabled ? ' choice-off' : ''}`}
              onPick={() => onPick(value)}
            >
              <View className={many ? 'choice-mark choice-mark-many' : 'choice-mark'}>
                {checked && <Icon name="tick" />}
              </View>
              {icon && <Icon name={icon} large />}
              <View className="choice-words">
                <View className="choice-label">{label}</View>
                {hint && <View className="choice-hint">{hint}</View>}
              </View>
            </Option>
          );
        })}
      </View>
    </Group>
  );
}
