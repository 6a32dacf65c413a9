import type { CaseDoc, Paper } from '../documents';
import { outcomeOf } from './wait';

/** 材料交一次: a paper that several parts of a bundle need is given with the first of them. */

/** What giving a paper needs to know of the cases that need it, in the order of the parts. */
export type Holder = Pick<CaseDoc, '_id' | 'serviceName' | 'papers'>;

/** A new part's papers: those that an earlier one needs are given there. */
export function sharedWith(papers: Paper[] | undefined, earlier: readonly Holder[]): Paper[] | undefined {
  return papers?.map((paper) => withHolder(paper, earlier));
}

/** The paper with its first holder, or with none. */
function withHolder({ with: _, ...paper }: Paper, holders: readonly Holder[]): Paper {
  const holder = holders.find((one) => holds(one, paper.name));
  return holder ? { ...paper, with: { caseId: holder._id, name: holder.serviceName } } : paper;
}

/** It stands in this case itself. */
const holds = ({ papers = [] }: Holder, name: string): boolean =>
  papers.some((paper) => paper.name === name && !paper.with);

/**
 * The papers of a part after another was not done: what was to be given there and was not is given with the first that is left, or here. The
 * same list where nothing changes.
 */
export function reheld(kase: CaseDoc, others: readonly CaseDoc[]): Paper[] | undefined {
  const isLost = ({ with: holder, name }: Paper) => {
    const home = holder && others.find(({ _id }) => _id === holder.caseId);
    if (!holder || (home && outcomeOf(home.state) !== 'undone')) return false;
    return home?.papers?.find((one) => one.name === name && !one.with)?.state !== 'sent';
  };
  if (!kase.papers?.some(isLost)) return kase.papers;
  const left = [...others, kase]
    .filter(
      ({ _id, state, papers = [] }) =>
        _id === kase._id || (outcomeOf(state) !== 'undone' && papers.length > 0),
    )
    .sort((a, b) => (a.bundle?.nth ?? 0) - (b.bundle?.nth ?? 0));
  return kase.papers.map((paper) => {
    if (!isLost(paper)) return paper;
    // Who comes first among those that need it has it, whether or not that one knows yet.
    const { with: _, ...own } = paper;
    const first = left.find(({ papers = [] }) => papers.some(({ name }) => name === paper.name));
    return first && first._id !== kase._id
      ? { ...own, with: { caseId: first._id, name: first.serviceName } }
      : own;
  });
}

/** A part's papers as they stand where they are given. `homes`: the cases with which they are given. */
export function asGiven(kase: CaseDoc, homes: readonly Pick<CaseDoc, '_id' | 'papers'>[]): CaseDoc {
  const given = (paper: Paper): Paper => {
    const home = homes.find(({ _id }) => _id === paper.with?.caseId);
    const there = home?.papers?.find(({ name, with: holder }) => name === paper.name && !holder);
    return there ? { ...paper, state: there.state, photos: there.photos } : paper;
  };
  return { ...kase, papers: kase.papers?.map(given) };
}

/** Each paper of several parts once: where it is given, how it stands there, and the parts that need it. */
export function papersOnce(
  cases: readonly CaseDoc[],
): { name: string; caseId: string; state: Paper['state']; of: string[] }[] {
  const all = cases.flatMap((kase) => (kase.papers ?? []).map((paper) => ({ paper, kase })));
  return all
    .filter(({ paper }) => !paper.with)
    .map(({ paper: { name, state }, kase }) => ({
      name,
      caseId: kase._id,
      state,
      of: [
        kase.serviceName,
        ...all
          .filter(({ paper }) => paper.name === name && paper.with?.caseId === kase._id)
          .map((one) => one.kase.serviceName),
      ],
    }));
}
