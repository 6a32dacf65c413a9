import { serve } from '../kit/serve';
import { bundles } from './bundles';
import { answers } from './answers';
import { detail } from './detail';
import { draft } from './draft';
import { drafts } from './drafts';
import { drop } from './drop';
import { learn } from './learn';
import { list } from './list';
import { local } from './local';
import { missed } from './missed';
import { offer } from './offer';
import { picture } from './picture';
import { proof } from './proof';
import { publish } from './publish';
import { restore } from './restore';
import { reviewed } from './reviewed';
import { search } from './search';
import { start } from './start';
import { starters } from './starters';
import { versions } from './versions';

export const main = serve('catalog', {
  list,
  search,
  bundles,
  detail,
  answers,
  picture,
  drafts,
  proof,
  draft,
  drop,
  publish,
  restore,
  versions,
  reviewed,
  local,
  offer,
  missed,
  learn,
  starters,
  start,
});
