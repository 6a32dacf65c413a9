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
  /** what own words are called, as an option and over their field */
  other?: string;
  own?: string;
}

/** What is said where neither was done. */
export const noReason = '选一个，或者写一句。';

const other = 'other';

/** Why: one of the usual reasons by one tap, or own words. */
export function Reason({
  legend,
  reasons,
  value,
  onChange,
  error,
  max,
  columns,
  other: otherWords = '别的原因',
  own: ownWords = '写一句原因',
}: Props) {
  // A form that begins afresh has none any more, and a usual reason may have been written out.
  const [own, setOwn] = useState(value === '' || reasons.includes(value) ? undefined : value);
  const isOwn = own === value;
  const write = (words: string) => {
    setOwn(words);
    onChange(words);
  };
  const pick = (option: string) => {
    if (option !== other) {
      setOwn(undefined);
      return onChange(option);
    }
    write('');
    // The field for own words opens below what is in view.
    goToPart('.reason-own');
  };
  return (
    <>
      <Choice
        legend={legend}
        columns={columns}
        options={[
          ...reasons.map((reason) => ({ value: reason, label: reason })),
          { value: other, label: otherWords },
        ]}
        value={isOwn ? other : value}
        onChange={pick}
        error={isOwn ? undefined : error}
      />
      {isOwn && (
        <View className="reason-own">
          <Field label={ownWords} kind="long" value={value} onInput={write} max={max} error={error} />
        </View>
      )}
    </>
  );
}
