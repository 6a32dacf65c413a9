import type { HandlerOf } from '../kit/serve';
import { atHome } from './at-home';
import { open } from './open';

/** A resident asks for an agent. */
export const submit: HandlerOf<'cases.submit'> = async (context, input) =>
  open(context, { resident: await atHome(context.who), channel: 'self' }, input);
