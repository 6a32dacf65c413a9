import { readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Taro names what pages of a package share by an MD5 of those pages; each of them asks for it by that name. */
const long = /\b[0-9a-f]{32}\b/g;
const isNamed = /^[0-9a-f]{32}\.(js|wxss)$/;
const isText = /\.(js|json|wxss|wxml)$/;

/**
 * Gives the shared files of a mini-program's packages short names, as many digits as tell them apart: 32 of them for each file that a page asks for
 * were 5 KB of a package.
 */
export function shortenNames(dir: string): void {
  const files = readdirSync(dir, { recursive: true, encoding: 'utf8' }).map((file) => join(dir, file));
  const shared = files.filter((file) => isNamed.test(basename(file)));
  const names = [...new Set(shared.map((file) => basename(file).slice(0, 32)))];
  let digits = 3;
  while (new Set(names.map((name) => name.slice(0, digits))).size < names.length) digits += 1;
  const known = new Set(names);
  const short = (name: string) => (known.has(name) ? name.slice(0, digits) : name);
  for (const file of files.filter((one) => isText.test(one))) {
    const text = readFileSync(file, 'utf8');
    const shorter = text.replace(long, short);
    if (shorter !== text) writeFileSync(file, shorter);
  }
  for (const file of shared) renameSync(file, join(dirname(file), basename(file).replace(long, short)));
}
