import { bundles as all } from '../domain/bundle/content';
import { bundleHere } from '../kit/bundles';
import type { HandlerOf } from '../kit/serve';
import { placeOf } from './row';

/** What can be asked for at once, each as it is done where the caller belongs. */
export const bundles: HandlerOf<'catalog.bundles'> = async (_, { orgId }) => {
  const unit = await placeOf(orgId);
  return { bundles: await Promise.all(all.map((bundle) => bundleHere(bundle, unit))) };
};
