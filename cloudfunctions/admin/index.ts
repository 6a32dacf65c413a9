import { serve } from '../kit/serve';
import { deliveries } from './deliveries';
import { check, isSelfCheck, selfCheck } from './check';
import { clearAlarm } from './clear-alarm';
import { health } from './health';
import { policy } from './policy';
import { retry } from './retry';
import { setPolicy } from './set-policy';
import { tryMessage } from './try-message';
import { units } from './units';

const people = serve('admin', {
  policy,
  setPolicy,
  units,
  deliveries,
  retry,
  clearAlarm,
  health,
  check,
  tryMessage,
});

export const main = (event: unknown) => (isSelfCheck(event) ? selfCheck(event) : people(event));
