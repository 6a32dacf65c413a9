import type { HandlerOf } from '../kit/serve';
import { noteTrouble } from '../kit/troubles';

/** Writes down what broke: nothing of whose phone it was. */
export const broke: HandlerOf<'account.broke'> = async ({ now }, trouble) => {
  await noteTrouble(trouble, now);
  return {};
};
