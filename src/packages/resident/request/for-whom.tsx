import { type ReactNode, useState } from 'react';
import type { Output } from 'contract/actions';
import type { FamilyRow } from 'contract/models';
import { useSession } from '@/hooks/use-session';
import { NewFamily } from '../family/new';
import { type Whom, WhomChoice } from './whom';

interface Props {
  /** none: a resident who is in no register yet asks for themselves */
  data?: Output<'account.session'>;
  /** not for a neighbour */
  kept?: boolean;
  /** `choice`: the question, as it stands in the form; `relative`: whom of the family it is for */
  children(asked: { whom: Whom; choice?: ReactNode; relative?: FamilyRow }): ReactNode;
}

/** The form of each person it may be for, who may first have to be written down. */
export function ForWhom({ data, kept: isKept, children }: Props) {
  const { reload } = useSession();
  const [whom, setWhom] = useState<Whom>('me');
  // Who was just kept is there before the session is asked anew.
  const [kept, setKept] = useState(data?.family);
  const family = (kept ?? []).filter(({ agrees }) => agrees !== false);
  const choice = data && <WhomChoice kept={isKept} family={family} value={whom} onChange={setWhom} />;
  if (whom === 'new')
    return (
      <NewFamily
        choice={choice}
        onDone={({ familyId, family: rows }) => {
          setKept(rows);
          setWhom(familyId);
          reload();
        }}
      />
    );
  return <>{children({ whom, choice, relative: family.find(({ id }) => id === whom) })}</>;
}
