import { serve } from '../kit/serve';
import { absent } from './absent';
import { accept } from './accept';
import { acknowledge } from './acknowledge';
import { answer } from './answer';
import { ask } from './ask';
import { assign } from './assign';
import { board } from './board';
import { callBack } from './call-back';
import { called } from './called';
import { calls } from './calls';
import { cancel } from './cancel';
import { candidates } from './candidates';
import { claim } from './claim';
import { complete } from './complete';
import { complain } from './complain';
import { complainable } from './complainable';
import { contact } from './contact';
import { contest } from './contest';
import { decline } from './decline';
import { detail } from './detail';
import { find } from './find';
import { handover } from './handover';
import { intake } from './intake';
import { keep } from './keep';
import { mend } from './mend';
import { mine } from './mine';
import { move } from './move';
import { phone } from './phone';
import { photos } from './photos';
import { pool } from './pool';
import { progress } from './progress';
import { queue } from './queue';
import { rateAnswer } from './rate-answer';
import { receive } from './receive';
import { reopen } from './reopen';
import { reply } from './reply';
import { say } from './say';
import { submit } from './submit';
import { supply } from './supply';
import { take } from './take';
import { terminate } from './terminate';
import { told } from './told';
import { urge } from './urge';
import { verify } from './verify';
import { whistle } from './whistle';
import { wish } from './wish';

export const main = serve('cases', {
  submit,
  intake,
  complain,
  complainable,
  photos,
  detail,
  mine,
  queue,
  pool,
  board,
  absent,
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
  receive,
  reply,
  callBack,
  contest,
  terminate,
  told,
  wish,
  keep,
  urge,
  say,
  cancel,
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
