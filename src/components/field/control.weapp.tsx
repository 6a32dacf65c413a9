import { Input, Picker, Textarea, View } from '@tarojs/components';
import { instantOf, sayDay } from 'contract/time';
import { currentTime } from '@/cloud/clock';
import type { ControlProps } from './control';

export function Control({
  id,
  value,
  onInput,
  onConfirm,
  onFocus,
  kind,
  placeholder,
  min,
  label,
  invalid,
  required,
}: ControlProps) {
  // WeChat ties no label to a field, so the field says its own name. maxlength -1: the page counts and says, it never cuts.
  const shared = {
    id,
    value,
    placeholder,
    onFocus,
    placeholderClass: 'control-placeholder',
    className: `control control-${kind}`,
    maxlength: -1,
    'aria-label': label,
    'aria-invalid': invalid,
    'aria-required': required,
  };
  if (kind === 'long')
    return <Textarea {...shared} autoHeight onInput={(event) => onInput(event.detail.value)} />;
  if (kind === 'date')
    return (
      <Picker mode="date" value={value} start={min} onChange={(event) => onInput(event.detail.value)}>
        <View id={id} className={shared.className} role="button" aria-label={label} aria-invalid={invalid}>
          {value ? sayDay(instantOf(value), currentTime()) : '点这里选日子'}
        </View>
      </Picker>
    );
  if (kind === 'time')
    return (
      <Picker mode="time" value={value} onChange={(event) => onInput(event.detail.value)}>
        <View id={id} className={shared.className} role="button" aria-label={label} aria-invalid={invalid}>
          {value || '点这里选时间'}
        </View>
      </Picker>
    );
  return (
    <Input
      {...shared}
      type={kind === 'phone' ? 'number' : kind === 'number' ? 'digit' : 'text'}
      confirmType={kind === 'search' ? 'search' : 'done'}
      onInput={(event) => onInput(event.detail.value)}
      onConfirm={onConfirm}
    />
  );
}
