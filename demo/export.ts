import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoDocuments } from './documents';

/** `npm run demo:export`: the demo's documents as JSON lines, the form that the console of CloudBase imports. */
const out = join(__dirname, '../dist/seed');
mkdirSync(out, { recursive: true });
for (const [collection, documents] of Object.entries(demoDocuments())) {
  writeFileSync(join(out, `${collection}.json`), documents.map((one) => `${JSON.stringify(one)}\n`).join(''));
  console.log(`dist/seed/${collection}.json: ${documents.length} documents`);
}
