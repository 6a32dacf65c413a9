import { Button } from '../button';
import { FieldError } from '../field';

interface Props {
  words: string;
  busy: boolean;
  error?: string;
  onSend(): void;
}

/** The button that sends a form, and what is wrong with it as a whole. */
export function SendBar({ words, busy, error, onSend }: Props) {
  return (
    <>
      <FieldError id="form-error">{error}</FieldError>
      <Button look="main" busy={busy} onPress={onSend}>
        {words}
      </Button>
    </>
  );
}
