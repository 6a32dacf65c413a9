import { serve } from '../kit/serve';
import { absent } from './absent';
import { accept } from './accept';
import { acknowledge } from './acknowledge';
import { answer } from './answer';
import { alike, apart } from './apart';
import { arrive } from './arrive';
import { ask } from './ask';
import { askOn } from './ask-on';
import { assign } from './assign';
import { authorise } from './authorise';
import { board } from './board';
import { book } from './book';
import { bundle } from './bundle';
import { callOff } from './call-off';
import { callBack } from './call-back';
import { called } from './called';
import { calls } from './calls';
import { cancel } from './cancel';
import { candidates } from './candidates';
import { check } from './check';
import { claim } from './claim';
import { complete } from './complete';
import { complain } from './complain';
import { complainable } from './complainable';
import { confirm } from './confirm';
import { contact } from './contact';
import { day } from './day';
import { contest } from './contest';
import { decline } from './decline';
import { deny } from './deny';
import { detail } from './detail';
import { dismiss } from './dismiss';
import { find } from './find';
import { giveBack } from './give-back';
import { goOn } from './go-on';
import { handover } from './handover';
import { helped } from './helped';
import { inspect } from './inspect';
import { identify } from './identify';
import { intake } from './intake';
import { join, leave } from './join';
import { keep } from './keep';
import { lodge } from './lodge';
import { mend } from './mend';
import { mine } from './mine';
import { miss } from './miss';
import { move } from './move';
import { nearby } from './nearby';
import { bring, pair, unpair } from './pair';
import { paper } from './paper';
import { phone } from './phone';
import { pictures } from './pictures';
import { photos } from './photos';
import { pool } from './pool';
import { progress } from './progress';
import { queue } from './queue';
import { proof } from './proof';
import { proposal } from './proposal';
import { proposals } from './proposals';
import { propose } from './propose';
import { publish } from './publish';
import { rateAnswer } from './rate-answer';
import { receive } from './receive';
import { reopen } from './reopen';
import { reply } from './reply';
import { say } from './say';
import { slots } from './slots';
import { stay } from './stay';
import { renew } from './renew';
import { report } from './report';
import { reveal } from './reveal';
import { revoke } from './revoke';
import { share } from './share';
import { shared } from './shared';
import { show } from './show';
import { submit } from './submit';
import { submitBundle } from './submit-bundle';
import { supply } from './supply';
import { take } from './take';
import { terminate } from './terminate';
import { told } from './told';
import { unshare } from './unshare';
import { upload } from './upload';
import { urge } from './urge';
import { verify } from './verify';
import { visitors } from './visitors';
import { whistle } from './whistle';
import { wish } from './wish';
import { withdraw } from './withdraw';

export const main = serve('cases', {
  submit,
  submitBundle,
  bundle,
  goOn,
  intake,
  slots,
  complain,
  complainable,
  report,
  nearby,
  join,
  leave,
  apart,
  alike,
  pictures,
  visitors,
  detail,
  mine,
  queue,
  pool,
  proof,
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
  book,
  callOff,
  miss,
  pair,
  unpair,
  bring,
  arrive,
  day,
  paper,
  photos,
  check,
  keep,
  lodge,
  giveBack,
  confirm,
  deny,
  ask,
  supply,
  complete,
  receive,
  reply,
  helped,
  askOn,
  propose,
  proposal,
  proposals,
  publish,
  withdraw,
  callBack,
  contest,
  terminate,
  told,
  wish,
  stay,
  upload,
  urge,
  say,
  cancel,
  dismiss,
  share,
  unshare,
  shared,
  identify,
  reveal,
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
  inspect,
});
