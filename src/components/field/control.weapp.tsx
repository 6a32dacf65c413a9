import { Input, Picker, Textarea, View } from '@tarojs/components';
import type { ControlProps } from './control';

export function Control({
  id,
  value,
  onInput,
  onConfirm,
  onFocus,
  kind,
  placeholder,
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
  if (kind === 'day' || kind === 'time')
    return (
      <Picker
        mode={kind === 'day' ? 'date' : 'time'}
        value={value}
        onChange={(event: { detail: { value: string } }) => onInput(event.detail.value)}
      >
        <View className="control" role="button" aria-label={`${label},${value || '还没选'}`}>
          {value || <View className="control-placeholder">点这里选</View>}
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
