import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../stamp';
import { contractNow, written } from './contract';

/** `npm run release`: writes down the contract that phones have from now on. Run when a version goes to 提审, and at no other time. */
writeFileSync(join(root, 'contract/released.json'), written(contractNow()));
