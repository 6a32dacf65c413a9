import { serve } from '../kit/serve';
import { invite, revoke, invitations, find, look, change, join, unjoin, deactivate } from './to-come';

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
