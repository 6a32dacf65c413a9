import { saveDraft } from '../kit/draft';
import type { HandlerOf } from '../kit/serve';

/** Saves what is to be the next version of an item. Errors: those of `saveDraft`. */
export const draft: HandlerOf<'catalog.draft'> = saveDraft;
