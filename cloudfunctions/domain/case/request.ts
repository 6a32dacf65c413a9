import type { Parsed } from '../../../contract/actions';
import { type Rejection, reject } from '../../../contract/errors';
import type { ServiceItem } from '../../../contract/models';
import { lacks } from '../../../contract/wish';
import { maskText } from '../mask';
import { isOfReports } from './report';
import type { Request } from './case';

/** Who asks, and how that came in. */
export interface Asking extends Pick<Request, 'resident' | 'channel' | 'by' | 'asker'> {
  /** not in the register yet: entered there together with the request */
  isNew?: boolean;
  /** the resident agrees that the asker asks for them: also what they have asked for themselves */
  joins?: boolean;
}

/**
 * What is asked, checked against the item and filled up from the register. Errors: SUBTYPE_NOT_FOUND, MODE_NOT_OFFERED,
 * APPOINTMENT_PAST, APPOINTMENT_TOO_FAR, ADDRESS_NEEDED, PHONE_NEEDED.
 */
export function requestOf(
  { isNew: _, joins: __, ...asker }: Asking,
  item: ServiceItem,
  input: Parsed<'cases.submit'>,
  { now, requestId, digest }: { now: number; requestId: string; digest?: string },
): Omit<Request, 'gridName' | 'before' | 'draw'> | Rejection {
  const { subtype, mode, appointment: appointmentAt } = input;
  // Where something is wrong is not where whoever reports it lives.
  const home = isOfReports(item) ? undefined : asker.resident.address;
  const { phone = asker.resident.phone, address = home } = input;
  const [lack] = lacks({ subtype, mode, phone, address, appointmentAt }, item, now);
  if (lack) return reject(lack.code, { [lack.field]: lack.sentence });
  return {
    ...asker,
    item,
    subtype,
    mode,
    note: maskText(input.note),
    phone,
    address,
    appointmentAt,
    requestId,
    digest,
  };
}
