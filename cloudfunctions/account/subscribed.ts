import templates from '../../config/templates.json';
import { settingsOf, subscribed as counted } from '../domain/delivery/subscriber';
import { noteHint } from '../kit/alarms';
import type { HandlerOf } from '../kit/serve';
import { changeSubscriber } from '../kit/subscribers';

/** What the person answered in WeChat's dialog: each yes is one more message of its kind, a no is remembered. */
export const subscribed: HandlerOf<'account.subscribed'> = async (context, { banned, ...answers }) => {
  const { requestId, now } = context;
  for (const template of banned) await noteHint(template, context.who, now);
  const after = await changeSubscriber(context, (before) => counted(before, answers, requestId, now));
  return settingsOf(after, templates);
};
