import type { Parsed } from '../../contract/actions';
import { type Rejection, isRejection, reject } from '../../contract/errors';
import { limits } from '../../contract/limits';
import type { Source } from '../../contract/models';
import { faultsOfPublic } from '../domain/catalog/answer';
import type { AnswerDoc, CaseDoc, Unit } from '../domain/documents';
import { policyUnits } from '../domain/policy';
import { refusedWords } from './content';
import type { Context } from './context';
import { inHundreds } from './page';
import { remember } from './reference';
import { sourceOf } from './source';
import { type Query, is } from './store';

type Words = Pick<Parsed<'cases.propose'>, 'question' | 'answer' | 'source'>;

/** The words of a public answer as they are kept. Errors: BAD_INPUT where they tell of a person or may not stay, SERVICE_NOT_FOUND. */
export async function publicWords(
  context: Context,
  { question, answer, source: said }: Words,
  kase: CaseDoc,
): Promise<{ question: string; answer: string; source: Source } | Rejection> {
  const faults = faultsOfPublic({ question, answer }, kase);
  if (Object.keys(faults).length > 0) return reject('BAD_INPUT', faults);
  const source = await sourceOf(said);
  if (isRejection(source)) return source;
  const refused = await refusedWords(context, 'answer', [question, answer, source.name].join('\n'));
  return refused ?? { question, answer, source };
}

/** What holds at a place: what its units published. Without a place, all of it. */
export const holdingAt = (unit: Unit | undefined): Query => ({
  state: 'public',
  ...(unit && { orgId: is.in(policyUnits(unit)) }),
});

/** All that is public, as many as a search looks through; an instance keeps it for a minute, as it does the catalogue. */
export const publicAnswers: (key: 'all') => Promise<AnswerDoc[]> = remember(async () => {
  const all: AnswerDoc[] = [];
  for await (const some of inHundreds('answers', { state: 'public' })) {
    all.push(...some);
    if (all.length >= limits.publicAnswers) break;
  }
  return all;
});
