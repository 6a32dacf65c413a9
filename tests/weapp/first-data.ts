import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import privacy from '../../config/privacy.json';
import type { Client } from '../../demo/client';
import { MONDAY } from '../../demo/cloud';
import { places } from '../browser/pages';
import type { Cases } from '../browser/place';
import { Phone } from './phone';

/** What a page hands from the logic layer to the view while it comes: the larger, the longer nothing is seen. */
export interface FirstData {
  page: string;
  /** bytes of its first `setData`, which draws what is there before any answer */
  first: number;
  /** bytes of the largest, when its answers are there */
  largest: number;
}

const declared = privacy.flatMap(({ apis }) => apis);

/** Every page of the built mini-program as the people of the played `cases` come to it, the most of each; largest first. */
export async function firstDataOf(client: Client, dir: string, cases: Cases): Promise<FirstData[]> {
  const found = new Map<string, FirstData>();
  const seen = new Set<string>();
  const pages = pagesOf(dir);
  for (const { person, path, at = MONDAY } of places) {
    const url = typeof path === 'string' ? path : path(cases);
    const page = url.replace(/\?.*/, '');
    const visit = `${person} ${url} ${at}`;
    // The gallery is for H5 alone.
    if (seen.has(visit) || !pages.includes(page)) continue;
    seen.add(visit);
    await client.setClock(at);
    const phone = new Phone({ dir, url: client.url, token: client.token(person), declared });
    await phone.launch(url);
    const sent = phone.sent.filter((one) => one.page === page).map(({ bytes }) => bytes);
    const before = found.get(page);
    found.set(page, {
      page,
      first: Math.max(before?.first ?? 0, sent[0] ?? 0),
      largest: Math.max(before?.largest ?? 0, ...sent),
    });
  }
  await client.setClock(MONDAY);
  return [...found.values()].sort((a, b) => b.largest - a.largest);
}

/** All pages that it has. */
export function pagesOf(dir: string): string[] {
  const { pages, subPackages } = JSON.parse(readFileSync(join(dir, 'app.json'), 'utf8')) as {
    pages: string[];
    subPackages: { root: string; pages: string[] }[];
  };
  return [...pages, ...subPackages.flatMap(({ root, pages: own }) => own.map((page) => `${root}/${page}`))];
}
