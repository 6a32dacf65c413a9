/** What an environment shall hold. Stored with each version, so that going back is an ordinary plan against an older one. */
export interface Manifest {
  collections: CollectionSpec[];
  functions: FunctionSpec[];
}

export interface CollectionSpec {
  name: string;
  indexes: IndexSpec[];
}

export interface IndexSpec {
  name: string;
  keys: [field: string, direction: number][];
  unique: boolean;
}

export interface FunctionSpec {
  name: string;
  runtime: string;
  memoryMb: number;
  timeoutSeconds: number;
  variables: Record<string, string>;
  triggers: TriggerSpec[];
  /** sha256 of the zip */
  code: string;
}

export interface TriggerSpec {
  name: string;
  /** seven fields, UTC+8 */
  cron: string;
}

/** 所有用户不可读写: only functions reach the data. */
export const COLLECTION_ACL = 'ADMINONLY';
/** 仅创建者可读写: photos of a review are for whoever took them; managers get links from a function. */
export const STORAGE_ACL = 'PRIVATE';

/** What an index does, whatever it is called. */
export const shapeOf = ({ keys, unique }: Pick<IndexSpec, 'keys' | 'unique'>): string =>
  JSON.stringify([keys, unique]);

/** A manifest as a text that is the same for the same contents: the database may give fields back in another order. */
export const textOf = (manifest: Manifest | undefined): string =>
  JSON.stringify(manifest, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  ) ?? '';
