import { type Rejection, reject } from '../../../contract/errors';
import { limits } from '../../../contract/limits';
import type { UnitChange } from '../../../contract/models';
import { canonical } from '../canonical';
import type { Facts, OrgDoc } from '../documents';
import { findsOf } from './finds';
import { placeBelow } from './tree';

/** What a manager may set of a unit by a form. */
type Edit = Extract<UnitChange, { do: 'add' | 'edit' }>;

/** One key for a name, however it is written. */
const key = (name: string) => canonical(name).toLowerCase();

/** Another unit of the same parent that has this name; a closed one is not in the way. Errors: UNIT_NAME_TAKEN. */
export function faultOfName(
  name: string,
  siblings: readonly OrgDoc[],
  ownId?: string,
): Rejection | undefined {
  const taken = siblings.find(
    (one) => one._id !== ownId && one.closedAt === undefined && key(one.name) === key(name),
  );
  return taken && reject('UNIT_NAME_TAKEN', { name: `已经有“${taken.name}”了，请换一个名称。` });
}

/**
 * No unit has more than so many directly below it. `count`: as many as it would have; `field` of the input that is to be said to be wrong.
 * Errors: TOO_MANY_UNITS.
 */
export function faultOfCount(
  above: OrgDoc,
  count: number,
  field: 'above' | 'orgId' = 'above',
): Rejection | undefined {
  return count > limits.unitsBelow
    ? reject('TOO_MANY_UNITS', { [field]: `${above.name}下面最多${limits.unitsBelow}个单位。` })
    : undefined;
}

/** A new unit below another. Errors: UNIT_CLOSED, UNIT_CANNOT_BE_THERE. */
export function added(
  above: OrgDoc,
  id: string,
  {
    name,
    station = '',
    address = '',
    phone = '',
    afterHoursPhone = '',
    estates,
  }: Omit<Edit, 'do'> & { name: string },
): OrgDoc | Rejection {
  if (above.closedAt !== undefined)
    return reject('UNIT_CLOSED', { above: `${above.name}已经撤销了，请另选一个上级。` });
  const place = placeBelow(above, id);
  if (!place) return reject('UNIT_CANNOT_BE_THERE', { above: '网格下面不再设单位，请选社区、街道或区。' });
  const finds = findsOf({ name, estates });
  return { _id: id, name, ...place, station, address, phone, afterHoursPhone, estates, finds, managers: [] };
}

/** What is set of a unit: only what differs. */
export function edited(
  unit: OrgDoc,
  { name, station, address, phone, afterHoursPhone, estates }: Extract<Edit, { do: 'edit' }>,
): Partial<OrgDoc> {
  const wish = { name, station, address, phone, afterHoursPhone, estates };
  const differs = Object.entries(wish).filter(
    ([field, value]) =>
      value !== undefined && JSON.stringify(value) !== JSON.stringify(unit[field as keyof OrgDoc]),
  );
  const change: Partial<OrgDoc> = Object.fromEntries(differs);
  const isNamed = change.name !== undefined || change.estates !== undefined;
  return isNamed ? { ...change, finds: findsOf({ ...unit, ...change }) } : change;
}

/** A unit as its journal tells it. */
export function factsOf(unit: Partial<OrgDoc>): Facts {
  const { name, station, address, phone, afterHoursPhone, estates = [], closedAt } = unit;
  return {
    name,
    station,
    address,
    phone,
    afterHoursPhone,
    estates: estates.join('、'),
    closed: closedAt === undefined ? '' : '已撤销',
  };
}
