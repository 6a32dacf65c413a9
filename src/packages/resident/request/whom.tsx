import type { FamilyRow } from 'contract/models';
import { relationNames } from 'contract/words';
import { Choice } from '@/components/choice';

/** Whom it is for: the caller, one of the family by their id, a new one of the family, a neighbour this once. */
export type Whom = 'me' | 'new' | 'neighbour' | FamilyRow['id'];

interface Props {
  family: readonly FamilyRow[];
  value: Whom;
  /** not for a neighbour */
  kept?: boolean;
  onChange(whom: Whom): void;
}

/** 给谁办: the first question. The caller, if nothing is tapped. */
export function WhomChoice({ family, value, kept, onChange }: Props) {
  return (
    <Choice<Whom>
      legend="给谁办？"
      columns={family.length > 0 || kept ? 2 : 3}
      options={[
        { value: 'me', label: '我自己' },
        ...family.map(({ id, name, relation }) => ({
          value: id,
          label: name,
          hint: relationNames[relation],
        })),
        { value: 'new', label: family.length > 0 ? '别的家人' : '家里人' },
        ...(kept ? [] : [{ value: 'neighbour' as const, label: '邻居' }]),
      ]}
      value={value}
      onChange={onChange}
    />
  );
}
