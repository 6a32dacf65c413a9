import { useId } from 'react';
import type { Sendable } from '@/hooks/use-form';
import { Button } from '../button';
import { FieldError } from '../field';

interface Props<T> {
  of: Pick<Sendable<T>, 'busy' | 'other' | 'send'>;
  words: string;
  look?: 'main' | 'plain' | 'danger';
  /** what a screen reader says instead, where several are on a page */
  label?: string;
  onDone(data: T): void;
}

/** The button that sends a form, and what is wrong with it as a whole. */
export function SendBar<T>({ of: form, words, look = 'main', label, onDone }: Props<T>) {
  const submit = async () => {
    const data = await form.send();
    if (data !== undefined) onDone(data);
  };
  return (
    <>
      <FieldError id={useId()}>{form.other}</FieldError>
      <Button look={look} busy={form.busy} label={label} onPress={() => void submit()}>
        {words}
      </Button>
    </>
  );
}
