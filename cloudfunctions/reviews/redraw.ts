import { isRejection } from '../../contract/errors';
import { redraw as drawAgain } from '../domain/review/sampling';
import type { HandlerOf } from '../kit/serve';
import { overseenSample } from './sampled';

/** The draw once more, with all that is needed to do the same with other tools. Errors: SAMPLE_NOT_FOUND. */
export const redraw: HandlerOf<'reviews.redraw'> = async (context, { sampleId }) => {
  const found = await overseenSample(context, 'reviews.redraw', sampleId);
  if (isRejection(found)) return found;
  const { population, size, seed, drawn } = found;
  return { same: drawAgain(population, size, seed).join() === drawn.join(), seed, population, drawn };
};
