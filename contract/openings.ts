/** What is unusual about an opening, with the least of it that is said, and why just so much. One place: the rule, the page and the assessment read it. */
export const oddities = {
  /** a community has some ten requests a day: who opens twice as many people's numbers is not working through them */
  many: { name: '一天打开的人多', least: 20 },
  /** once to call, once more to check; five times in a day is looking for something */
  same: { name: '同一个人一天打开好几次', least: 5 },
  /** no post of theirs reaches the unit now: they have left or were moved, and what they opened was not theirs to deal with any more */
  outside: { name: '不归他管的单位', least: 1 },
  /** nobody is served then, but by agents on call, whose looks are the case's own */
  night: { name: '夜里打开的', least: 1 },
} as const;
export type Oddity = keyof typeof oddities;

/** From this hour on, and before that one, it is night. */
export const NIGHT = { from: 22, until: 6 } as const;

/** Days that the read log looks back on its page, as who reads it chooses; a person's own openings are told from the beginning. */
export const openingsDays = [7, 30, 90, 365] as const;
export type OpeningsDays = (typeof openingsDays)[number];
