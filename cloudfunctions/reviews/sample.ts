import { isRejection } from '../../contract/errors';
import type { HandlerOf } from '../kit/serve';
import { overseenSample, sampleViewOf } from './sampled';

/** One sample with its seed, its strata and what the calls said. Errors: SAMPLE_NOT_FOUND. */
export const sample: HandlerOf<'reviews.sample'> = async (context, { sampleId }) => {
  const found = await overseenSample(context, 'reviews.sample', sampleId);
  return isRejection(found) ? found : { sample: await sampleViewOf(found) };
};
