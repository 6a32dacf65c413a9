import { serve } from '../kit/serve';
import { accept, begin, change, invitation, join } from './to-come';
import { inbox } from './inbox';
import { notices } from './notices';
import { read } from './read';
import { session } from './session';
import { setNotices } from './set-notices';
import { subscribed } from './subscribed';

export const main = serve('account', {
  begin,
  join,
  change,
  invitation,
  accept,
  session,
  inbox,
  read,
  notices,
  setNotices,
  subscribed,
});
