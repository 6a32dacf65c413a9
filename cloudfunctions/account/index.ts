import { withProbe } from '../kit/probe';
import { serve } from '../kit/serve';
import { askNumber } from '../kit/phone';
import { accept } from './accept';
import { answerFamily } from './answer-family';
import { begin } from './begin';
import { broke } from './broke';
import { change } from './change';
import { dropFamily } from './drop-family';
import { family } from './family';
import { inbox } from './inbox';
import { invitation } from './invitation';
import { join } from './join';
import { notices } from './notices';
import { read } from './read';
import { session } from './session';
import { setFamily } from './set-family';
import { setNotices } from './set-notices';
import { subscribed } from './subscribed';

const people = serve('account', {
  begin,
  join,
  broke,
  change,
  invitation,
  accept,
  family,
  setFamily,
  dropFamily,
  answerFamily,
  session,
  inbox,
  read,
  notices,
  setNotices,
  subscribed,
});

export const main = withProbe(
  {
    async 'phonenumber.getPhoneNumber'(openid) {
      await askNumber('none', openid);
    },
  },
  people,
);
