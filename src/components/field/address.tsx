import { limits } from 'contract/limits';
import { Field } from '.';

interface Props {
  value: string;
  onInput(value: string): void;
  error?: string;
}

/** The door that an agent comes to. */
export function AddressField(props: Props) {
  return (
    <Field
      label="上门的地址"
      hint="小区、楼号、单元和门牌"
      kind="long"
      required
      max={limits.address}
      {...props}
    />
  );
}
