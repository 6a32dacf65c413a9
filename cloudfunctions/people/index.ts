import { serve } from '../kit/serve';
import { invitations } from './invitations';
import { invite } from './invite';
import { revoke } from './revoke';
import { change, deactivate, find, join, look, unjoin } from './to-come';

export const main = serve('people', {
  invite,
  revoke,
  invitations,
  find,
  look,
  change,
  join,
  unjoin,
  deactivate,
});
