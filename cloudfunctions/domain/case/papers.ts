import { type Rejection, isRejection, reject } from '../../../contract/errors';
import { limits } from '../../../contract/limits';
import type { PaperMark, PaperView, ServiceItem, Verdict } from '../../../contract/models';
import { type Part, isAtHome } from '../../../contract/deeds';
import { isOpen } from '../../../contract/states';
import { sayDay, sayShortDay } from '../../../contract/time';
import { paperStates } from '../../../contract/words';
import { clockOfDays } from '../time/clock';
import { NoWorkingTime } from '../time/no-working-time';
import type { CaseDoc, Hours, Paper } from '../documents';
import { keyOf } from './photos';

/** 材料: the checklist of one case. Rules: docs/decisions/0053. */

/** What a step on papers says and sets. */
export interface OfPapers {
  text: string;
  change: Partial<Pick<CaseDoc, 'papers'>>;
}

/** What an office writes where nothing is needed (domain/catalog/complete.ts). */
const NOTHING = '不用带材料';

/** The list that a new case begins with: what its item asks for, nothing of it there yet. */
export function papersOf({ materials }: ServiceItem): Paper[] | undefined {
  const needed = materials.filter(({ name }) => name !== NOTHING);
  if (needed.length === 0) return undefined;
  return needed.map((material, i): Paper => ({ ...material, id: `m${i}`, state: 'missing', photos: [] }));
}

export interface Marking {
  paper: string;
  state?: PaperMark;
  /** ids of photos that were looked at and are fit */
  add: readonly string[];
  /** names of photos */
  drop: readonly string[];
}

/**
 * The paper after a mark or with other photos; what the agent said of it before counts no more.
 * Errors: PAPER_NOT_FOUND, PAPER_NOT_SO, PHOTO_UNFIT.
 */
export function marked(
  kase: Pick<CaseDoc, 'papers'>,
  { paper: id, state, add, drop }: Marking,
  part: Part,
  hours: Hours,
  now: number,
): OfPapers | Rejection {
  const paper = kase.papers?.find((one) => one.id === id);
  if (!paper) return reject('PAPER_NOT_FOUND', { paper: '没有这样材料。' });
  if (paper.with)
    return reject('PAPER_NOT_SO', {
      state: `这样材料随〈${paper.with.name}〉一起交，交一次就行。请到那一件里办。`,
    });
  const kept = paper.photos.filter((photo) => !drop.includes(keyOf(photo)));
  const photos = [...new Set([...kept, ...add])];
  if (photos.length > limits.paperPhotos)
    return reject('PHOTO_UNFIT', { add: `一样材料最多放${limits.paperPhotos}张，请先去掉一张。` });
  const why = state && whyNot(paper, state, photos, part);
  if (why) return reject('PAPER_NOT_SO', { state: why });
  const { promise: _, verdict: __, isRefused: ___, ...rest } = paper;
  const next: Paper = {
    ...rest,
    photos,
    state: stateOf(paper, state, photos),
    ...(state === 'later' && { promise: promiseOf(paper, hours, now) }),
  };
  return { text: sayPaper(next, now), change: { papers: withPaper(kase, next) } };
}

function whyNot(paper: Paper, state: PaperMark, photos: readonly string[], part: Part): string | undefined {
  if (photos.length > 0) return '这样材料有照片了。要改，请先把照片去掉。';
  if (state === 'unneeded' && !mayLeaveOut(paper, part))
    return '这样材料免不了。没有的话，请标“还没有”，代办员帮您想办法。';
  if (state === 'later' && paper.mayFollowDays === undefined) return '这样材料不能后补，请先备好。';
  if (state === 'later' && paper.hasFollowed) return '已经后补过一回，不能再往后推，请现在补上。';
  return undefined;
}

/** What an electronic licence stands for, or what is needed only in a case that may not be theirs; staff know of other ways. */
const mayLeaveOut = ({ electronicLicence, required }: Paper, part: Part): boolean =>
  electronicLicence || !required || !isAtHome(part);

function stateOf(paper: Paper, state: PaperMark | undefined, photos: readonly string[]): Paper['state'] {
  if (photos.length > 0) return 'sent';
  return state ?? (paper.state === 'sent' ? 'missing' : paper.state);
}

/** 容缺: promised within the days that the item says, from now on. One that is promised already keeps its day. */
function promiseOf({ promise, mayFollowDays = 0 }: Paper, hours: Hours, now: number): Paper['promise'] {
  if (promise) return promise;
  const { warnAt, dueAt } = clockOfDays(hours, now, mayFollowDays);
  return { at: now, warnAt, dueAt };
}

/** `户口簿：照片2张`, as the timeline tells it. */
function sayPaper({ name, state, photos, promise }: Paper, now: number): string {
  if (state === 'sent') return `${name}：照片${photos.length}张`;
  if (promise) return `${name}：${sayShortDay(promise.dueAt, now)}前补上（容缺）`;
  return `${name}：${paperStates[state]}`;
}

const withPaper = ({ papers = [] }: Pick<CaseDoc, 'papers'>, next: Paper): Paper[] =>
  papers.map((one) => (one.id === next.id ? next : one));

/** What the agent says of papers, all in one step; `lacks` where something is wrong with any. Errors: PAPER_NOT_FOUND. */
export function judged(
  kase: Pick<CaseDoc, 'papers'>,
  said: readonly Verdict[],
  now: number,
): (OfPapers & { lacks: boolean }) | Rejection {
  const { papers = [] } = kase;
  if (said.some(({ paper }) => papers.every(({ id }) => id !== paper)))
    return reject('PAPER_NOT_FOUND', { papers: '有一样不在这件的材料里。' });
  const about = (paper: Paper) => said.find((one) => one.paper === paper.id);
  const judgedPapers = papers.map((paper): Paper => {
    const verdict = about(paper);
    if (!verdict) return paper;
    const { fault } = verdict;
    if (fault === undefined) return { ...paper, verdict: { isGood: true, at: now } };
    // What was given with another case will not do here: it is given here now.
    const { with: _, ...own } = paper;
    return { ...own, asked: true, verdict: { isGood: false, fault, at: now } };
  });
  const told = papers.flatMap((paper) => {
    const verdict = about(paper);
    return verdict ? `${paper.name}：${verdict.fault ?? '可以'}` : [];
  });
  return {
    text: told.join('；'),
    change: { papers: judgedPapers },
    lacks: said.some(({ fault }) => fault !== undefined),
  };
}

/**
 * What asking sets: what is wrong with each paper, or in words alone one more of them. `text`: what the resident reads.
 * Errors: BAD_INPUT where nothing is asked for, PAPER_NOT_FOUND.
 */
export function askedFor(
  kase: Pick<CaseDoc, 'papers'>,
  { text, papers: said = [] }: { text?: string; papers?: readonly Verdict[] },
  now: number,
): OfPapers | Rejection {
  const judgement = judged(kase, said, now);
  if (isRejection(judgement)) return judgement;
  const { change, lacks } = judgement;
  if (!lacks && text === undefined)
    return reject('BAD_INPUT', { text: '请点出哪样材料不对，或者写一句缺什么。' });
  const wrong = (change.papers ?? []).filter(
    ({ id, verdict }) => verdict?.fault !== undefined && said.some(({ paper }) => paper === id),
  );
  const lines = wrong.map(({ name, verdict }) => `${name}：${verdict?.fault ?? ''}`);
  return {
    text: [lines.join('；'), text].filter(Boolean).join('。'),
    change: lacks || text === undefined ? change : { papers: askedBesides(change, text, now) },
  };
}

/** What the agent asks for in words alone becomes one more paper: it is answered as all are, with photos too. */
function askedBesides({ papers = [] }: Pick<CaseDoc, 'papers'>, words: string, now: number): Paper[] {
  const extra: Paper = {
    id: `x${papers.filter(({ id }) => id.startsWith('x')).length}`,
    name: '代办员要的',
    original: false,
    copies: 0,
    required: true,
    when: '',
    source: 'self',
    electronicLicence: false,
    note: words,
    state: 'missing',
    photos: [],
    asked: true,
    verdict: { isGood: false, fault: words, at: now },
  };
  return [...papers, extra];
}

/**
 * What supplying sets: all that was asked for is answered, in words where its paper was not touched. `said`: what was done about
 * papers meanwhile; undefined where nothing was.
 */
export function supplied(
  { papers }: Pick<CaseDoc, 'papers'>,
  now: number,
): { said?: string; change: Partial<Pick<CaseDoc, 'papers'>> } {
  if (!papers) return { change: {} };
  const touched = papers.filter(
    ({ asked, state, verdict }) => asked && state !== 'missing' && verdict?.isGood !== false,
  );
  return {
    said: touched.map((paper) => sayPaper(paper, now)).join('；') || undefined,
    change: {
      papers: papers.map((paper): Paper => {
        if (!paper.asked) return paper;
        const { verdict: _, asked: __, ...rest } = paper;
        return { ...rest, state: paper.state === 'missing' ? 'has' : paper.state };
      }),
    },
  };
}

/** The promises that time has still to ask about: the reminder first, then the day itself. */
export function promisesDue({ papers = [], state }: Pick<CaseDoc, 'papers' | 'state'>) {
  if (!isOpen(state)) return [];
  return papers.flatMap(({ id, promise }) => {
    if (!promise) return [];
    const demand = { at: promise.dueAt, do: 'demand' as const, paper: id };
    return promise.reminded ? [demand] : [{ at: promise.warnAt, do: 'remind' as const, paper: id }, demand];
  });
}

/** The resident was reminded of what they promised. */
export function reminded(kase: Pick<CaseDoc, 'papers'>, id: string, now: number): OfPapers {
  const paper = theirs(kase, id);
  const { promise } = paper;
  const next = { ...paper, promise: promise && { ...promise, reminded: true } };
  return {
    text: `${paper.name}，${sayDay(promise?.dueAt ?? now, now)}前补上`,
    change: { papers: withPaper(kase, next) },
  };
}

/** What was promised is not there on its day: it is asked for, and may not follow again. */
export function demanded(kase: Pick<CaseDoc, 'papers'>, id: string, now: number): OfPapers {
  const { promise: _, ...paper } = theirs(kase, id);
  const next: Paper = {
    ...paper,
    state: 'missing',
    hasFollowed: true,
    asked: true,
    verdict: { isGood: false, fault: '说好的日子到了，还没补', at: now },
  };
  return { text: paper.name, change: { papers: withPaper(kase, next) } };
}

function theirs({ papers = [] }: Pick<CaseDoc, 'papers'>, id: string): Paper {
  const paper = papers.find((one) => one.id === id);
  if (!paper) throw new Error(`no paper ${id}`);
  return paper;
}

/** A paper as those in the case see it. */
export function paperView(paper: Paper, part: Part, hours: Hours, now: number): PaperView {
  const { photos, promise, mayFollowDays, hasFollowed, asked = false, with: holder, ...shown } = paper;
  return {
    with: holder?.name,
    photos: photos.length,
    isAsked: asked,
    mayLeaveOut: mayLeaveOut(paper, part),
    mayFollowUntil:
      mayFollowDays === undefined || hasFollowed || promise
        ? undefined
        : followUntil(hours, now, mayFollowDays),
    dueAt: promise?.dueAt,
    ...shown,
  };
}

/** None where the hours leave no working time: the case is shown all the same. */
function followUntil(hours: Hours, now: number, days: number): number | undefined {
  try {
    return clockOfDays(hours, now, days).dueAt;
  } catch (error) {
    if (error instanceof NoWorkingTime) return undefined;
    throw error;
  }
}
