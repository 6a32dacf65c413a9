import { View } from '@tarojs/components';
import { useId } from 'react';
import { Icon } from '../icon';
import { Control } from './control';
import { Label } from './label';
import './field.scss';

interface Props {
  label: string;
  value: string;
  onInput(value: string): void;
  onConfirm?(): void;
  onFocus?(): void;
  kind?: 'text' | 'phone' | 'long' | 'search' | 'number' | 'date' | 'time';
  /** the first day that may be chosen */
  min?: string;
  hint?: string;
  /** what is wrong and how to mend it */
  error?: string;
  placeholder?: string;
  required?: boolean;
  /** characters allowed: how many are left is said when they run out */
  max?: number;
  /** the label is read aloud only, where the page's own words already ask */
  hideLabel?: boolean;
}

/** A labelled box to write in, with its hint and its error beside it. */
export function Field({
  label,
  kind = 'text',
  hint,
  error,
  max,
  hideLabel,
  required = false,
  ...box
}: Props) {
  const id = useId();
  const left = max === undefined ? undefined : max - [...box.value].length;
  // Of a short answer it is said late: a name does not fill its box.
  const few = Math.min(50, (max ?? 0) / 4);
  const said = left !== undefined && left < 0 ? `多写了${-left}个字，请删短一点。` : error;
  const describedBy = [hint && `${id}-hint`, said && `${id}-error`].filter(Boolean).join(' ') || undefined;
  return (
    <View className={said ? 'field field-wrong' : 'field'}>
      <Label htmlFor={id} className={hideLabel ? 'unseen' : 'field-label'}>
        {label}
      </Label>
      {hint && (
        <View className="field-hint" id={`${id}-hint`}>
          {hint}
        </View>
      )}
      <FieldError id={`${id}-error`}>{said}</FieldError>
      <Control
        id={id}
        kind={kind}
        label={label}
        describedBy={describedBy}
        invalid={Boolean(said)}
        required={required}
        {...box}
      />
      {left !== undefined && left >= 0 && left <= few && <View className="field-hint">还能写{left}个字</View>}
    </View>
  );
}

/** Always in the page, so that screen readers hear it when words come into it. */
export function FieldError({ id, children }: { id: string; children?: string }) {
  return (
    <View className="field-error" id={id} role="alert">
      {children && (
        <View className="field-error-words">
          <Icon name="problem" />
          <View>{children}</View>
        </View>
      )}
    </View>
  );
}
