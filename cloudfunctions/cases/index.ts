import { serve } from '../kit/serve';
import { accept } from './accept';
import { ask } from './ask';
import { board } from './board';
import { cancel } from './cancel';
import { complete } from './complete';
import { decline } from './decline';
import { detail } from './detail';
import { mine } from './mine';
import { queue } from './queue';
import { submit } from './submit';
import { supply } from './supply';
import { terminate } from './terminate';
import { urge } from './urge';

export const main = serve('cases', {
  submit,
  detail,
  mine,
  queue,
  board,
  accept,
  decline,
  ask,
  supply,
  complete,
  terminate,
  urge,
  cancel,
});
