import { serve } from '../kit/serve';
import { accept } from './accept';
import { acknowledge } from './acknowledge';
import { answer } from './answer';
import { ask } from './ask';
import { assign } from './assign';
import { authorise } from './authorise';
import { board } from './board';
import { called } from './called';
import { calls } from './calls';
import { cancel } from './cancel';
import { candidates } from './candidates';
import { claim } from './claim';
import { complete } from './complete';
import { contact } from './contact';
import { decline } from './decline';
import { detail } from './detail';
import { dismiss } from './dismiss';
import { find } from './find';
import { handover } from './handover';
import { intake } from './intake';
import { mend } from './mend';
import { mine } from './mine';
import { move } from './move';
import { phone } from './phone';
import { pool } from './pool';
import { progress } from './progress';
import { queue } from './queue';
import { rateAnswer } from './rate-answer';
import { renew } from './renew';
import { reopen } from './reopen';
import { reply } from './reply';
import { say } from './say';
import { revoke } from './revoke';
import { show } from './show';
import { submit } from './submit';
import { supply } from './supply';
import { take } from './take';
import { terminate } from './terminate';
import { told } from './told';
import { urge } from './urge';
import { verify } from './verify';
import { whistle } from './whistle';

export const main = serve('cases', {
  submit,
  intake,
  detail,
  mine,
  queue,
  pool,
  board,
  find,
  candidates,
  accept,
  decline,
  claim,
  assign,
  handover,
  progress,
  ask,
  supply,
  complete,
  reply,
  terminate,
  told,
  urge,
  say,
  cancel,
  dismiss,
  authorise,
  revoke,
  show,
  renew,
  acknowledge,
  whistle,
  answer,
  rateAnswer,
  move,
  calls,
  called,
  reopen,
  take,
  verify,
  mend,
  phone,
  contact,
});
