/**
 * A community whose hours, as they are stored, have no working time for a year and more: nothing can be promised there. The entry of each
 * function answers it with the code NO_WORKING_TIME (kit/serve.ts), which is why this stands alone: no function loads the calendar for it.
 */
export class NoWorkingTime extends Error {
  constructor() {
    super('the hours of this community have no working time');
  }
}
