import { limits } from 'contract/limits';
import { type Level, isBad, tagsFor } from 'contract/words';
import { Ticks } from '../choice';

interface Props {
  of: Level;
  values: string[];
  onChange(values: string[]): void;
  error?: string;
}

/** The reasons that fit a level, a few of them to tick. */
export function Reasons({ of: level, values, onChange, error }: Props) {
  return (
    <Ticks
      legend={`${asks(level)}可以不选，最多${limits.reviewTags}个`}
      columns={2}
      options={tagsFor[level].map((value) => ({
        value,
        label: value,
        disabled: values.length >= limits.reviewTags && !values.includes(value),
      }))}
      values={values}
      error={error}
      onChange={onChange}
    />
  );
}

/** Between the best and the worst, some was good and some was not. */
function asks(level: Level): string {
  if (isBad(level)) return '哪里不好？';
  return level === 'basically-satisfied' ? '哪里好、哪里不好？' : '哪里好？';
}
