/** Sizes both sides keep to: the page counts characters against them, the function refuses beyond them. */
export const limits = {
  /** characters */
  searchText: 200,
  note: 500,
  address: 80,
  reason: 200,
  message: 500,
  result: 500,
  reviewText: 500,
  reviewTags: 6,
  question: 300,
  answer: 500,
  /** working days a summoned unit may be given */
  whistleDays: 10,
  /** days of one leave */
  leaveDays: 180,
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
