import { serve } from '../kit/serve';
import { inbox } from './inbox';
import { session } from './session';

export const main = serve('account', { session, inbox });
