import { limits } from 'contract/limits';
import { Field } from '.';

interface Props {
  value: string;
  onInput(value: string): void;
  error?: string;
  label?: string;
  required?: boolean;
}

/** The door that an agent comes to. */
export function AddressField({ label = '上门的地址', required = true, ...props }: Props) {
  return (
    <Field
      label={label}
      hint="小区、楼号、单元和门牌"
      kind="long"
      required={required}
      max={limits.address}
      {...props}
    />
  );
}
