import { setPriority } from 'node:os';
import { connect } from '../demo/client';
import { Visitor } from './visitor';

/**
 * Residents who ask, look, take back and begin again without a pause, all at once, in a process of its own. Their phones are not this
 * machine: they give way to what is measured. Says when each has been served once; ends when told, with how long each call took since.
 */
async function main(): Promise<void> {
  const [url = '', residents = '0'] = process.argv.slice(2);
  setPriority(5);
  const client = await connect(url);
  const visitors = Array.from({ length: Number(residents) }, (_, i) => new Visitor(client, i));
  let first = visitors.length;
  let goesOn = true;
  process.once('message', () => (goesOn = false));
  await Promise.all(
    visitors.map(async (visitor) => {
      await visitor.visit();
      visitor.taken.clear();
      if ((first -= 1) === 0) process.send?.('served');
      while (goesOn) await visitor.visit();
    }),
  );
  const submits = visitors.flatMap(({ taken }) => taken.get('cases.submit') ?? []);
  process.send?.(submits);
  process.disconnect();
}

void main();
