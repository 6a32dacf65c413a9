/** Sizes both sides keep to: the page counts characters against them, the function refuses beyond them. */
export const limits = {
  /** characters */
  searchText: 200,
  sought: 60,
  name: 50,
  note: 500,
  address: 80,
  reason: 200,
  message: 500,
  result: 500,
  reviewText: 500,
  reviewTags: 6,
  reviewPhotos: 3,
  appeal: 300,
  findings: 500,
  /** days after its end within which a case can be said not to be done */
  reopenDays: 30,
  /** reviews that an agent, or the wall, gets to see together: never fewer */
  batch: 5,
  /** attempts until a call-back is 未接通 */
  callAttempts: 5,
  /** hours between two attempts */
  callGapHours: 2,
  /** cases that one sample draws */
  sample: 200,
  /** cases that one sample is drawn from */
  population: 5000,
  question: 300,
  answer: 500,
  /** working days a summoned unit may be given */
  whistleDays: 10,
  /** days of one leave */
  leaveDays: 180,
  /** days ahead that an appointment may lie: a quarter, as far as rosters and the holidays of the year are settled */
  appointmentDays: 90,
  /** days on end that a community may be closed by its own hours: what is longer is a move, not a closing */
  closedDays: 30,
  /** single days of its own that a community may name */
  ownDays: 200,
  /** entries a page of any list */
  page: 20,
  /** days that figures are asked for at once: two years */
  rangeDays: 731,
  /** rows of a file */
  exportRows: 100_000,
  /** how long the link to a file is good */
  linkSeconds: 600,
  /** search results at most */
  searchResults: 20,
} as const;
