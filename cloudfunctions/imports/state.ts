import { isRejection } from '../../contract/errors';
import type { HandlerOf } from '../kit/serve';
import { ownImport, viewOf } from './view';

/** Where an import is. Errors: those of `ownImport`. */
export const state: HandlerOf<'imports.state'> = async (context, { importId }) => {
  const doc = await ownImport(context, 'imports.state', importId);
  return isRejection(doc) ? doc : viewOf(doc);
};
