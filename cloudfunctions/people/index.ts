import { serve } from '../kit/serve';
import { change } from './change';
import { checks } from './checks';
import { deactivate } from './deactivate';
import { find } from './find';
import { invitations } from './invitations';
import { invite } from './invite';
import { join } from './join';
import { look } from './look';
import { revoke } from './revoke';
import { unjoin } from './unjoin';

export const main = serve('people', {
  invite,
  revoke,
  invitations,
  find,
  checks,
  look,
  change,
  join,
  unjoin,
  deactivate,
});
