import { View } from '@tarojs/components';
import { Button } from '@/components/button';
import { Field, FieldError } from '@/components/field';
import { Heading } from '@/components/heading';
import { Words } from '@/components/words';
import './hours.scss';

export type Span = [string, string];

interface Props {
  /** whose they are: said in the labels */
  name: string;
  /** the card says it already */
  hideName?: boolean;
  spans: readonly Span[];
  error?: string;
  onChange(spans: Span[]): void;
}

/** From when to when a day is open: none, one or several times. */
export function Spans({ name, hideName, spans, error, onChange }: Props) {
  const set = (at: number, span: Span) => onChange(spans.map((one, i) => (i === at ? span : one)));
  return (
    <View className="hours-spans field">
      {!hideName && <Heading level={3}>{name}</Heading>}
      <FieldError id={`spans-${name}`}>{error}</FieldError>
      {spans.length === 0 && <Words look="muted">不开门</Words>}
      {spans.map(([from, to], at) => (
        <View className="hours-span" key={at}>
          <Field
            label={spans.length > 1 ? `第${at + 1}段开门` : '开门'}
            kind="time"
            value={from}
            onInput={(time) => set(at, [time, to])}
          />
          <Field
            label={spans.length > 1 ? `第${at + 1}段关门` : '关门'}
            kind="time"
            value={to}
            onInput={(time) => set(at, [from, time])}
          />
          <Button
            look="quiet"
            icon="close"
            inline
            label={`去掉${name}第${at + 1}段`}
            onPress={() => onChange(spans.filter((_, i) => i !== at))}
          >
            去掉
          </Button>
        </View>
      ))}
      <View>
        <Button inline label={`${name}加一段`} onPress={() => onChange([...spans, ['', '']])}>
          加一段
        </Button>
      </View>
    </View>
  );
}
