import type { HandlerOf } from '../kit/serve';
import { open } from './open';

/** A resident asks for an agent. */
export const submit: HandlerOf<'cases.submit'> = (context, input) =>
  open(context, { resident: context.who, channel: 'self' }, input);
