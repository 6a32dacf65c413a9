import { codeProbe } from '../kit/code';
import { withProbe } from '../kit/probe';
import { serve } from '../kit/serve';
import { caseCode } from './case-code';
import { chain } from './chain';
import { change } from './change';
import { code } from './code';
import { find } from './find';
import { heads } from './heads';
import { journal } from './journal';
import { missing } from './missing';
import { regrid } from './regrid';
import { regrids } from './regrids';
import { scan } from './scan';
import { tree } from './tree';
import { unplan } from './unplan';

const people = serve('units', {
  tree,
  missing,
  change,
  regrid,
  regrids,
  unplan,
  journal,
  heads,
  chain,
  find,
  scan,
  code,
  caseCode,
});

export const main = withProbe(codeProbe, people);
