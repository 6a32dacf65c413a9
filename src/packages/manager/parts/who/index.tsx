import { limits } from 'contract/limits';
import { Field } from '@/components/field';

interface Props {
  of: {
    draft: { name: string; phone: string };
    write(part: { name?: string; phone?: string }): void;
    wrong(field: string): string | undefined;
  };
  /** what the number is for, where that is not said by itself */
  phone?: { label: string; hint: string };
}

/** Who another person is, as a manager types it. */
export function Who({ of: { draft, write, wrong }, phone = { label: '电话', hint: '' } }: Props) {
  return (
    <>
      <Field
        label="姓名"
        required
        max={limits.name}
        value={draft.name}
        error={wrong('name')}
        onInput={(name) => write({ name })}
      />
      <Field
        {...phone}
        kind="phone"
        required
        value={draft.phone}
        error={wrong('phone')}
        onInput={(value) => write({ phone: value })}
      />
    </>
  );
}
