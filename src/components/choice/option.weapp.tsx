import { View } from '@tarojs/components';
import type { GroupProps, OptionProps } from './option';

export function Group({ legend, hideLegend, many, children }: GroupProps) {
  return (
    <View className="choice-group" role={many ? 'group' : 'radiogroup'} aria-label={legend}>
      {!hideLegend && (
        <View className="choice-legend" aria-hidden>
          {legend}
        </View>
      )}
      {children}
    </View>
  );
}

export function Option({ many, checked, disabled, className, onPick, children }: OptionProps) {
  return (
    <View
      className={className}
      role={many ? 'checkbox' : 'radio'}
      aria-checked={checked}
      aria-disabled={disabled}
      onClick={() => !disabled && onPick()}
    >
      {children}
    </View>
  );
}
