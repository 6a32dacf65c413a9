import templates from '../../config/templates.json';
import { settingsOf } from '../domain/delivery/subscriber';
import type { HandlerOf } from '../kit/serve';
import { changeSubscriber } from '../kit/subscribers';

export const setNotices: HandlerOf<'account.setNotices'> = async (context, { quiet, muted }) =>
  settingsOf(await changeSubscriber(context, () => ({ quiet, muted })), templates);
