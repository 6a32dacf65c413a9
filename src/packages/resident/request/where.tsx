import type { Person } from 'contract/models';
import { Appointment } from '@/components/appointment';
import { Field } from '@/components/field';
import { AddressField } from '@/components/field/address';
import { type Join, JoinFields } from '@/components/join';
import { useSession } from '@/hooks/use-session';
import type { PartProps } from './what';

interface Props extends PartProps {
  /** whose phone and door are known */
  person?: Pick<Person, 'phone' | 'address'>;
  join: Join;
  isForOther: boolean;
}

/** 第2步: the phone, the door where the agent comes, the time where one is set. A resident in no register yet says who they are. */
export function Where({ item, draft, faults, write, person, join, isForOther }: Props) {
  const { data } = useSession();
  const { mode } = draft;
  const isAtDoor = mode === 'home-visit';
  return (
    <>
      {person ? (
        <>
          <Field
            label="联系电话"
            hint={isForOther ? '代办员先打这个电话。他没有电话，就写您的' : '代办员先打这个电话找您'}
            kind="phone"
            required
            value={draft.phone ?? person.phone ?? ''}
            error={faults.phone}
            onInput={(phone) => write({ phone })}
          />
          {isAtDoor && (
            <AddressField
              value={draft.address ?? person.address ?? ''}
              error={faults.address}
              onInput={(address) => write({ address })}
            />
          )}
        </>
      ) : (
        <JoinFields of={join} atDoor={isAtDoor} wrongDoor={faults.address} />
      )}
      {(mode === 'home-visit' || mode === 'appointment') && (
        <Appointment
          place={data?.community ? { orgId: data.community.id } : placeOf(join.draft)}
          serviceCode={item.code}
          mode={mode}
          mayWait={isAtDoor}
          day={draft.day}
          time={draft.time}
          error={faults.appointment}
          onChange={write}
        />
      )}
    </>
  );
}

/** Where a resident who joins lives, once they have said it. */
function placeOf({ code, orgId }: Join['draft']) {
  if (code) return { code };
  return orgId ? { orgId } : undefined;
}
