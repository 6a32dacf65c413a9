import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Entry {
  optionalDependencies?: Record<string, string>;
}
const { packages } = JSON.parse(readFileSync(join(__dirname, '..', '..', 'package-lock.json'), 'utf8')) as {
  packages: Record<string, Entry>;
};

/** Where Node would look for a package, from a folder of the lock upwards. */
function isLocked(from: string, name: string): boolean {
  const own = from === '' ? `node_modules/${name}` : `${from}/node_modules/${name}`;
  if (own in packages) return true;
  return (
    from !== '' &&
    isLocked(from.includes('/node_modules/') ? from.slice(0, from.lastIndexOf('/node_modules/')) : '', name)
  );
}

// npm leaves an optional package that it cannot find out of the lock, and `npm ci` then refuses the lock everywhere.
it('locks every optional dependency, those of other platforms too', () => {
  const missing = Object.entries(packages).flatMap(([from, entry]) =>
    Object.keys(entry.optionalDependencies ?? {})
      .filter((name) => !isLocked(from, name))
      .map((name) => `${from} → ${name}`),
  );
  expect(missing).toEqual([]);
});
