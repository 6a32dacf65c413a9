import type { Page } from 'playwright-core';

/** One page in one state that matters, and how a person gets there. The measures and the contact sheet both go through all. */
export interface Place {
  name: string;
  person: string;
  /** its address, without what stands before `#/` */
  path: string | ((cases: Cases) => string);
  /** on from there, as a person goes */
  reach?(page: Page): Promise<void>;
  /** when it is looked at, if not on MONDAY morning */
  at?: number;
  /** words that are there once it is whole */
  shows: (string | RegExp)[];
  /** its person is above all communities: no community's number is theirs to call */
  isAbove?: boolean;
  /** it is as large as the page was when it came, as WeChat's own dialogs are, and does not turn with it */
  isDrawnOnce?: boolean;
  /** it shows samples of everything, also of what is still coming */
  isGallery?: boolean;
}

/** The cases of the play below by what has become of them. */
export type Cases = Record<
  | 'offered'
  | 'late'
  | 'hand'
  | 'asked'
  | 'done'
  | 'rated'
  | 'ended'
  | 'withdrawn'
  | 'nobody'
  | 'handed'
  | 'far'
  | 'mended'
  | 'reopened'
  | 'unrated'
  | 'forMother'
  | 'shared'
  | 'bundle'
  | 'stalled',
  string
> &
  RectifyCases &
  ComplaintCases &
  QuestionCases &
  ReportCases;

/** Questions, by what has become of them (question-pages.ts). */
export type QuestionCases = Record<'question' | 'answered' | 'proposed', string>;

/** Complaints, by what has become of them (complaint-pages.ts). */
export type ComplaintCases = Record<'complaint' | 'replied', string>;

/** The cases that those who oversee look at (rectify-pages.ts). */
export type RectifyCases = Record<
  'mending' | 'calling' | 'phoned' | 'appealed' | 'sample' | 'tried' | 'told',
  string
>;

/** Reports (report-pages.ts). */
export type ReportCases = Record<'report', string>;
