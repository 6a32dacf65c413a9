import { isRejection } from '../../contract/errors';
import { olderKeys, encrypt, decrypt } from '../kit/keys';
import { find, is } from '../kit/store';
import { replace } from '../kit/write';

/** As many as one run does beside its own work. */
const BATCH = 50;

/**
 * While there is more than one key: what an older one has encrypted goes over to the newest. What does not open any more stays as it is; the agent who
 * needs it is told (KEY_LOST). A case that is written meanwhile is the next run's.
 */
export async function rekey(): Promise<{ rekeyed: number }> {
  const older = olderKeys();
  let rekeyed = 0;
  if (older.length === 0) return { rekeyed };
  const cases = await find(
    'cases',
    { 'idNumber.key': is.in(older) },
    { orderBy: [['idNumber.key', 'asc']], limit: BATCH },
  );
  for (const kase of cases) {
    const number = kase.idNumber && decrypt(kase.idNumber, kase._id);
    const encrypted = number === undefined || isRejection(number) ? undefined : encrypt(number, kase._id);
    if (encrypted && !isRejection(encrypted) && (await replace(kase, { ...kase, idNumber: encrypted })))
      rekeyed += 1;
  }
  return { rekeyed };
}
