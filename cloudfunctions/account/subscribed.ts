import templates from '../../config/templates.json';
import { settingsOf, subscribed as counted } from '../domain/subscriber';
import type { HandlerOf } from '../kit/serve';
import { changeSubscriber } from '../kit/subscribers';

/** What somebody answered in WeChat's dialog: each yes is one more message of its kind, a no changes nothing. */
export const subscribed: HandlerOf<'account.subscribed'> = async (context, { accepted }) =>
  settingsOf(
    await changeSubscriber(context, (subscriber) => counted(subscriber, accepted, context.requestId)),
    templates,
  );
