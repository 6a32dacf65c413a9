import type { ServiceItem, ServiceRow } from '../../contract/models';

/** One line of a catalogue list. */
export function rowOf({ code, name, category, summary, promisedWorkingDays }: ServiceItem): ServiceRow {
  return { code, name, category, summary, promisedWorkingDays };
}
