import templates from '../../config/templates.json';
import { settingsOf } from '../domain/delivery/subscriber';
import type { HandlerOf } from '../kit/serve';
import { subscriberOf } from '../kit/subscribers';

/** 通知设置: what to be told by WeChat, quiet hours, and how many messages of each kind are left. */
export const notices: HandlerOf<'account.notices'> = async (context) =>
  settingsOf(await subscriberOf(context), templates);
