import { limits } from 'contract/limits';
import { Field } from '@/components/field';
import { Place } from '@/components/join/place';
import { Told, toldFault } from '../family/told';

/** A neighbour, as far as they are written down: for this one request, and not kept. */
export interface Neighbour {
  name?: string;
  orgId?: string;
  orgName?: string;
  told?: boolean;
}

/** field → what is wrong, in words. */
export type NeighbourFaults = Partial<Record<'name' | 'orgId' | 'asked', string>>;

/** What is missing of them. */
export function faultsOfNeighbour({ name = '', orgId, told }: Neighbour): NeighbourFaults {
  return {
    ...(name.trim() ? {} : { name: '请填写姓名。' }),
    ...(orgId ? {} : { orgId: '请选他住的社区。' }),
    ...(told ? {} : { asked: toldFault }),
  };
}

interface Props {
  of: Neighbour;
  faults: NeighbourFaults;
  onWrite(part: Neighbour, field: keyof NeighbourFaults): void;
}

/** Who the neighbour is and where they live; the number and the door are asked for with everybody's. */
export function NeighbourFields({ of, faults, onWrite }: Props) {
  return (
    <>
      <Field
        label="他的姓名"
        required
        max={limits.name}
        value={of.name ?? ''}
        error={faults.name}
        onInput={(name) => onWrite({ name }, 'name')}
      />
      <Place
        label="他住哪个小区、哪个社区？"
        chosen={of}
        error={faults.orgId}
        onChoose={({ orgId, orgName }) => onWrite({ orgId, orgName }, 'orgId')}
      />
      <Told told={of.told ?? false} error={faults.asked} onTell={(told) => onWrite({ told }, 'asked')} />
    </>
  );
}
