/** Sizes both sides keep to: the page counts characters against them, the function refuses beyond them. */
export const limits = {
  /** characters */
  searchText: 200,
  name: 20,
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
  /** search results at most */
  searchResults: 20,
} as const;
