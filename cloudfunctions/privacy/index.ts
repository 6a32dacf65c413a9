import { serve } from '../kit/serve';
import { assess, assessments } from './assessments';
import { ask, askFor, takeBack } from './ask';
import { dropPhotos, unpublish } from './consents';
import { copy, copyFor } from './copy';
import { keeping, setKeeping } from './keeping';
import { leaving, leavingOf } from './leaving';
import { mine } from './mine';
import { openings, readersOf } from './openings';
import { readers } from './readers';
import { decide, requests } from './requests';

export const main = serve('privacy', {
  mine,
  readers,
  copy,
  leaving,
  ask,
  takeBack,
  unpublish,
  dropPhotos,
  requests,
  decide,
  leavingOf,
  askFor,
  copyFor,
  openings,
  readersOf,
  keeping,
  setKeeping,
  assessments,
  assess,
});
