/** An hour that the person wants to be reminded of by their own phone. */
export interface Entry {
  title: string;
  /** epoch milliseconds; an appointment lasts an hour */
  at: number;
  place?: string;
}

/**
 * Puts it into the phone's calendar: WeChat asks first; a browser saves a file that calendars open. Gives why not, where the phone did not
 * take it.
 */
export function addToCalendar(entry: Entry): Promise<string | undefined>;
