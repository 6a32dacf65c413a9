import { randomBytes } from 'node:crypto';
import { trialSeed } from './trial-seed';

/** What `npm run deploy -- --demo` puts into a trial environment, as one line of JSON. */
process.stdout.write(`${JSON.stringify(trialSeed(Date.now(), randomBytes))}\n`);
