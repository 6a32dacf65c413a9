import type { Cloud } from './cloud';
import type { Manifest } from './manifest';
import { closeTable, createTable, findDocs, removeDocs, upsertDoc } from './tables';

/**
 * What the tool remembers of an environment. It is kept there, so that any computer that has the keys can continue a deployment, return
 * to an earlier version, or see who is deploying. A collection of its own, closed to phones as all are.
 */
export const RECORDS = 'deployments';

/** How many versions can be gone back to. */
const KEPT = 5;

/** A version that was applied to the end. */
export interface Version {
  version: number;
  /** the version that stood before it; 0 for the first */
  before: number;
  at: number;
  who: string;
  release: string;
  manifest: Manifest;
}

export interface Lease {
  who: string;
  /** of one run of the tool */
  run: string;
  since: number;
  until: number;
}

/** That the demo community was put in, or is being put in. */
export interface DemoMark {
  state: 'filling' | 'done';
  who: string;
  at: number;
}

export interface Records {
  /** 0 before the first version */
  current: number;
  versions: Version[];
  /** what was begun and has not come to its end */
  attempt?: Manifest;
  lease?: Lease;
  demo?: DemoMark;
  /** which code of ours the tool put into a function, and what the cloud called it then */
  uploaded: Map<string, { code: string; cloudCode: string }>;
}

export const noRecords = (): Records => ({ current: 0, versions: [], uploaded: new Map() });

type Doc =
  | { kind: 'current'; version: number }
  | ({ kind: 'version' } & Version)
  | { kind: 'attempt'; manifest: Manifest }
  | ({ kind: 'lease' } & Lease)
  | ({ kind: 'demo' } & DemoMark)
  | { kind: 'uploaded'; name: string; code: string; cloudCode: string };

export async function readRecords(cloud: Cloud): Promise<Records> {
  const records = noRecords();
  for (const doc of await findDocs<Doc>(cloud, RECORDS, { kind: { $ne: 'code' } })) {
    if (doc.kind === 'current') records.current = doc.version;
    else if (doc.kind === 'version') records.versions.push(doc);
    else if (doc.kind === 'attempt') records.attempt = doc.manifest;
    else if (doc.kind === 'lease') records.lease = doc;
    else if (doc.kind === 'demo') records.demo = doc;
    else records.uploaded.set(doc.name, doc);
  }
  records.versions.sort((one, other) => other.version - one.version);
  return records;
}

/** The collection itself. It is the first thing that a deployment makes: the lease stands in it. */
export async function makeRecords(cloud: Cloud): Promise<void> {
  await createTable(cloud, RECORDS);
  await closeTable(cloud, RECORDS);
}

const put = (cloud: Cloud, id: string, fields: object) =>
  upsertDoc(cloud, RECORDS, { _id: id }, { $set: fields });

export const beginAttempt = (cloud: Cloud, manifest: Manifest) =>
  put(cloud, 'attempt', { kind: 'attempt', manifest });

export const endAttempt = (cloud: Cloud) => removeDocs(cloud, RECORDS, { _id: 'attempt' });

export const recordUpload = (cloud: Cloud, name: string, code: string, cloudCode: string) =>
  put(cloud, `uploaded:${name}`, { kind: 'uploaded', name, code, cloudCode });

export const storeZip = (cloud: Cloud, code: string, zip: Buffer) =>
  put(cloud, `code:${code}`, { kind: 'code', zip: zip.toString('base64') });

/** The zip of a code, or nothing where it was not kept. */
export async function storedZip(cloud: Cloud, code: string): Promise<Buffer | undefined> {
  const [doc] = await findDocs<{ zip: string }>(cloud, RECORDS, { _id: `code:${code}` }, 1);
  return doc && Buffer.from(doc.zip, 'base64');
}

export const markDemo = (cloud: Cloud, mark: DemoMark) => put(cloud, 'demo', { kind: 'demo', ...mark });

/** Says which version stands now. */
export const pointAt = (cloud: Cloud, version: number) => put(cloud, 'current', { kind: 'current', version });

/** A new version, and what no version kept needs any more goes. */
export async function recordVersion(cloud: Cloud, records: Records, version: Version): Promise<void> {
  await put(cloud, `version:${version.version}`, { kind: 'version', ...version });
  await pointAt(cloud, version.version);
  const others = records.versions.filter((one) => one.version !== version.version);
  const kept = [version, ...others].slice(0, KEPT);
  const codes = kept.flatMap(({ manifest }) => manifest.functions.map(({ code }) => `code:${code}`));
  const oldest = Math.min(...kept.map((one) => one.version));
  await removeDocs(cloud, RECORDS, { kind: 'version', version: { $lt: oldest } });
  await removeDocs(cloud, RECORDS, { kind: 'code', _id: { $nin: codes } });
}
