import { contentProbe } from '../kit/content';
import { withProbe } from '../kit/probe';
import { serve } from '../kit/serve';
import { add } from './add';
import { appeal } from './appeal';
import { appeals } from './appeals';
import { recordCall } from './record-call';
import { callback, callbacks } from './callbacks';
import { draw } from './draw';
import { heaps } from './heaps';
import { judge } from './judge';
import { mine } from './mine';
import { moderate } from './moderate';
import { moderation } from './moderation';
import { photos } from './photos';
import { redraw } from './redraw';
import { sample } from './sample';
import { samples } from './samples';
import { scores } from './scores';
import { submit } from './submit';
import { wall } from './wall';

const people = serve('reviews', {
  submit,
  photos,
  add,
  mine,
  heaps,
  appeal,
  appeals,
  judge,
  moderation,
  moderate,
  wall,
  draw,
  samples,
  sample,
  redraw,
  callbacks,
  callback,
  recordCall,
  scores,
});

export const main = withProbe(contentProbe, people);
