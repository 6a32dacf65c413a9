import { View } from '@tarojs/components';
import { useState } from 'react';
import { goToPart } from '@/hooks/focus';
import { Choice } from '../choice';
import { Field } from '../field';

interface Props {
  legend: string;
  reasons: readonly string[];
  /** the words themselves, chosen or written */
  value: string;
  onChange(words: string): void;
  error?: string;
  max: number;
  /** short reasons stand beside each other */
  columns?: 1 | 2 | 3;
}

const other = 'other';

/** Why: one of the usual reasons by one tap, or own words. */
export function Reason({ legend, reasons, value, onChange, error, max, columns }: Props) {
  const [isOwn, setIsOwn] = useState(value !== '' && !reasons.includes(value));
  const pick = (option: string) => {
    setIsOwn(option === other);
    onChange(option === other ? '' : option);
    // The field for own words opens below what is in view.
    if (option === other) goToPart('.reason-own');
  };
  return (
    <>
      <Choice
        legend={legend}
        columns={columns}
        options={[
          ...reasons.map((reason) => ({ value: reason, label: reason })),
          { value: other, label: '别的原因' },
        ]}
        value={isOwn ? other : value}
        onChange={pick}
        error={isOwn ? undefined : error}
      />
      {isOwn && (
        <View className="reason-own">
          <Field label="写一句原因" kind="long" value={value} onInput={onChange} max={max} error={error} />
        </View>
      )}
    </>
  );
}
