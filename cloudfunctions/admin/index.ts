import { serve } from '../kit/serve';
import { deliveries } from './deliveries';
import { clearAlarm } from './clear-alarm';
import { health } from './health';
import { policy } from './policy';
import { retry } from './retry';
import { setPolicy } from './set-policy';
import { units } from './units';

export const main = serve('admin', { policy, setPolicy, units, deliveries, retry, clearAlarm, health });
