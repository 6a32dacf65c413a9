import { isRejection } from '../../contract/errors';
import { recordOnce } from '../kit/journal';
import { aboutPerson } from '../kit/people';
import { openRow, overseenPerson } from '../kit/registered';
import type { HandlerOf } from '../kit/serve';

/** Opens an entry: the number and the door. That it was opened, and by whom, stands in the journal. Errors: those of `overseenPerson`. */
export const look: HandlerOf<'people.look'> = async (context, { personId }) => {
  const person = await overseenPerson(context, 'people.look', personId);
  if (isRejection(person)) return person;
  const noted = await recordOnce(context, {
    unit: person.unit,
    orgId: person.unit.community ?? person.unit.district,
    what: 'person.look',
    about: aboutPerson(person),
    after: { phone: person.phone, address: person.address },
  });
  return isRejection(noted) ? noted : openRow(person, context.now);
};
