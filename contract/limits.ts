/** Sizes both sides keep to: the page counts characters against them, the function refuses beyond them. */
export const limits = {
  /** characters */
  searchText: 200,
  /** of what broke on a page */
  trouble: 500,
  pagePath: 100,
  sought: 60,
  name: 50,
  /** people whom one person keeps to ask for */
  family: 10,
  /** 委托书 of one case, those that have ended among them; days that one lasts */
  mandates: 10,
  mandateDays: 180,
  /** 分享进展: links of one case that run at once; days that one lasts, and days after the end of the case */
  shares: 5,
  shareDays: 30,
  sharedAfterEnd: 7,
  /** of a signature: strokes, and points of all of them */
  strokes: 60,
  points: 1500,
  /** of an estate, a street or a community that is looked for */
  placeText: 40,
  unitName: 30,
  /** a 小区, 楼栋 or 街巷 of a grid, and how many a grid or a community may name */
  estate: 30,
  estates: 60,
  /** households that go from one grid to another, in one go */
  gridMoves: 20,
  /** units of one answer: the tree of a district without its grids */
  units: 1000,
  /** units one tier below another, as many as one read may give */
  unitsBelow: 100,
  note: 500,
  address: 80,
  reason: 200,
  message: 500,
  result: 500,
  reviewText: 500,
  reviewTags: 6,
  reviewPhotos: 3,
  /** photos of one paper of a case, and the bytes of one: what a phone makes when it could make it no smaller */
  paperPhotos: 3,
  photoBytes: 5_000_000,
  /** what is wrong with a paper, and the longest that one may follow, in working days */
  paperFault: 60,
  mayFollowDays: 60,
  /** originals of one case, 证件 among them; days after its end within which an agent can still say that there are some */
  originals: 20,
  handDays: 7,
  appeal: 300,
  findings: 500,
  /** days after its end within which a case can be said not to be done */
  reopenDays: 30,
  /** days after the answer to a complaint within which the tier above can be asked to look again; then it is closed */
  contestDays: 15,
  /** of a question that anybody may have; how many of them a search looks through */
  publicQuestion: 100,
  publicAnswers: 500,
  /** days after the answer to a question within which it can be asked on once; then it is done by itself */
  askOnDays: 7,
  casePhotos: 4,
  /** cases that one bundle (一件事) makes */
  bundleParts: 8,
  /** 随手报: characters of what a map calls a place */
  mapAddress: 120,
  /** reports nearby that are shown before another is sent, and from how many days back */
  nearby: 5,
  nearbyDays: 30,
  /** neighbours who join one report: all of them are told how it goes */
  joined: 100,
  /** reports that one person's list keeps as joined */
  joins: 20,
  /** cases and people that a resident chooses from, to say whom a complaint is about */
  complainable: 20,
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
  /** of an item of the catalogue: a name, a text, and how many entries a list of it has */
  itemWord: 60,
  itemText: 300,
  itemList: 60,
  /** a word that residents use for an item, and how many of them one item learns */
  saying: 20,
  sayings: 200,
  /** units that say something otherwise of one item */
  locals: 200,
  /** items of the catalogue: as many as one read may give */
  items: 100,
  question: 300,
  answer: 500,
  /** working days a summoned unit may be given */
  whistleDays: 10,
  /** days of one leave */
  leaveDays: 180,
  /** days ahead that an appointment may lie: a quarter, as far as rosters and the holidays of the year are settled */
  appointmentDays: 90,
  /** days that are looked at for a free hour at once */
  slotDays: 14,
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
  /** rows of a file that comes in, and how many of them one call writes */
  importRows: 20_000,
  importPortion: 500,
  /** the same of rows of which each is a change of its own, with its entry in the journal */
  importChanges: 50,
  /** bytes of such a file, and of what is packed in it */
  importBytes: 10_000_000,
  importUnpacked: 100_000_000,
  /** faults that an answer names: the file that goes back names all */
  importFaults: 50,
  /** how long the link to a file is good */
  linkSeconds: 600,
  /** how long a copy of what is kept of a person lies there, to be fetched by new links */
  copySeconds: 86_400,
  /** search results at most */
  searchResults: 20,
} as const;
