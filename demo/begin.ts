import { randomBytes } from 'node:crypto';
import { BEGIN_BYTES, newBegin, printed } from '../cloudfunctions/domain/begin';

/**
 * `npm run begin`: a code with which an installation in WeChat's cloud begins. It prints the code, and the document that lets it
 * in: the operator, who can write to the database, adds that to the collection `installation` (docs/decisions/0040).
 */
const { code, doc } = newBegin(randomBytes(BEGIN_BYTES), Date.now());
console.log(`启用码 ${printed(code)}（30分钟内有效，只能用一次）`);
console.log(`installation: ${JSON.stringify(doc)}`);
