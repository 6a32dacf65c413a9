import { isRejection } from '../../contract/errors';
import { isRecorded, record } from '../kit/journal';
import { aboutPerson } from '../kit/people';
import { openRow, overseenPerson } from '../kit/registered';
import type { HandlerOf } from '../kit/serve';
import { transact } from '../kit/store';

/** Opens an entry: the number and the door. That it was opened, and by whom, stands in the journal. Errors: those of `overseenPerson`. */
export const look: HandlerOf<'people.look'> = async (context, { personId }) => {
  const person = await overseenPerson(context, 'people.look', personId);
  if (isRejection(person)) return person;
  const about = aboutPerson(person);
  const noted = await transact(async (tx) => {
    const isDone = await isRecorded(tx, context, about);
    if (isDone !== false) return isDone;
    await record(tx, context, {
      unit: person.unit,
      orgId: person.unit.community ?? person.unit.district,
      what: 'person.look',
      about,
      after: { phone: person.phone, address: person.address },
    });
    return true;
  });
  return isRejection(noted) ? noted : openRow(person, context.now);
};
