import * as cloud from 'wx-server-sdk';
import type {
  AgentDoc,
  AlarmDoc,
  AnswerDoc,
  BatchDoc,
  CallDoc,
  CallbackDoc,
  CaseDoc,
  DataRequestDoc,
  ChainDoc,
  DayBookDoc,
  ExportDoc,
  HeadDoc,
  ImportDoc,
  ImportRowDoc,
  InstallationDoc,
  InvitationDoc,
  JournalDoc,
  MarkDoc,
  MissedDoc,
  NoticeDoc,
  OrgDoc,
  PersonDoc,
  PhotoCheckDoc,
  PolicyDoc,
  RegridDoc,
  ReviewDoc,
  RollupDoc,
  RunDoc,
  SampleDoc,
  SealDoc,
  SegmentDoc,
  ServiceDoc,
  ServiceVersionDoc,
  SubscriberDoc,
  TroubleDoc,
  TurnDoc,
  UploadDoc,
} from '../domain/documents';

/**
 * The database, typed by collection. This file is the border to the SDK: it alone trusts what comes back, and it
 * keeps the SDK's traps out of the handlers (queries that widen when a value is undefined, nested updates that are
 * flattened, duplicate keys told only by their message).
 */
export interface Collections {
  orgs: OrgDoc;
  people: PersonDoc;
  agents: AgentDoc;
  services: ServiceDoc;
  cases: CaseDoc;
  notices: NoticeDoc;
  reviews: ReviewDoc;
  policies: PolicyDoc;
  subscribers: SubscriberDoc;
  alarms: AlarmDoc;
  calls: CallDoc;
  rollups: RollupDoc;
  marks: MarkDoc;
  exports: ExportDoc;
  imports: ImportDoc;
  importRows: ImportRowDoc;
  batches: BatchDoc;
  samples: SampleDoc;
  callbacks: CallbackDoc;
  runs: RunDoc;
  journal: JournalDoc;
  installation: InstallationDoc;
  invitations: InvitationDoc;
  serviceVersions: ServiceVersionDoc;
  missed: MissedDoc;
  troubles: TroubleDoc;
  turns: TurnDoc;
  dayBooks: DayBookDoc;
  regrids: RegridDoc;
  answers: AnswerDoc;
  photoChecks: PhotoCheckDoc;
  dataRequests: DataRequestDoc;
  chains: ChainDoc;
  segments: SegmentDoc;
  seals: SealDoc;
  heads: HeadDoc;
  uploads: UploadDoc;
}
export type Name = keyof Collections;

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string });
const db = cloud.database({ throwOnNotFound: false } as object) as unknown as Sdk;
/** Query and update operators: `is.in([...])`, `is.lte(5)`. */
export const is = db.command;
/** Operators inside an aggregation. */
export const aggregate = is.aggregate;

/** Conditions by field, or a combination of such by `is.and`. */
export type Query = Record<string, unknown>;

/** As much of the SDK as the product uses: its own types say `any` and `void` here. */
interface Sdk {
  command: {
    in(values: readonly unknown[]): unknown;
    nin(values: readonly unknown[]): unknown;
    neq(value: unknown): unknown;
    gt(value: unknown): unknown;
    gte(value: unknown): unknown;
    lt(value: unknown): unknown;
    lte(value: unknown): unknown;
    and(conditions: unknown[]): Query;
    or(conditions: unknown[]): Query;
    set(value: unknown): unknown;
    remove(): unknown;
    inc(by: number): unknown;
    push(values: readonly unknown[]): unknown;
    aggregate: Record<
      'sum' | 'cond' | 'and' | 'lt' | 'gt' | 'gte' | 'eq' | 'neq',
      (value: unknown) => unknown
    > & { pipeline(): SdkPipeline };
  };
  collection(name: string): SdkQuery & {
    doc(id: string): SdkDocument;
    add(options: { data: object }): Promise<unknown>;
    aggregate(): SdkPipeline;
    where(query: Query): SdkQuery;
  };
  runTransaction<T>(work: (tx: SdkTransaction) => Promise<T>): Promise<T>;
}
interface SdkQuery {
  orderBy(field: string, direction: 'asc' | 'desc'): SdkQuery;
  field(projection: Record<string, boolean>): SdkQuery;
  limit(count: number): SdkQuery;
  get(): Promise<{ data: unknown[] }>;
  count(): Promise<{ total: number }>;
  update(options: { data: object }): Promise<{ stats: { updated: number } }>;
}
interface SdkDocument {
  get(): Promise<{ data: unknown }>;
  set(options: { data: object }): Promise<unknown>;
  update(options: { data: object }): Promise<unknown>;
  remove(): Promise<unknown>;
}
interface SdkPipeline {
  /** ends a pipeline inside another */
  done(): unknown;
  match(query: Query): SdkPipeline;
  group(spec: Record<string, unknown>): SdkPipeline;
  limit(count: number): SdkPipeline;
  sort(by: Record<string, 1 | -1>): SdkPipeline;
  project(fields: Record<string, unknown>): SdkPipeline;
  lookup(from: { from: string; pipeline: unknown; as: string }): SdkPipeline;
  end(): Promise<{ list: unknown[] }>;
}
interface SdkTransaction {
  collection(name: string): {
    doc(id: string): SdkDocument;
    add(options: { data: object }): Promise<unknown>;
  };
}

export interface FindOptions<D> {
  orderBy: [string, 'asc' | 'desc'][];
  limit: number;
  /** leave these heavy fields out */
  without?: (keyof D & string)[];
  /** give these alone, with the `_id` */
  only?: (keyof D & string)[];
}

/** Documents that match, in order, at most `limit`. */
export async function find<N extends Name>(
  name: N,
  query: Query,
  options: FindOptions<Collections[N]>,
): Promise<Collections[N][]> {
  let found = db.collection(name).where(safe(query));
  for (const [field, direction] of options.orderBy) found = found.orderBy(field, direction);
  const { without, only } = options;
  if (without) found = found.field(Object.fromEntries(without.map((field) => [field, false])));
  if (only) found = found.field(Object.fromEntries(only.map((field) => [field, true])));
  const { data } = await found.limit(options.limit).get();
  return data as Collections[N][];
}

/** One document, or undefined. */
export async function get<N extends Name>(name: N, id: string): Promise<Collections[N] | undefined> {
  const { data } = await db.collection(name).doc(id).get();
  return (data ?? undefined) as Collections[N] | undefined;
}

/** Adds a document. False: its `_id`, or another unique key, is taken. */
export async function add<N extends Name>(name: N, doc: Collections[N]): Promise<boolean> {
  try {
    await db.collection(name).add({ data: plain(doc) });
    return true;
  } catch (error) {
    if (isDuplicate(error)) return false;
    throw error;
  }
}

/** Writes a whole document, whether it was there or not. */
export async function put<N extends Name>(name: N, { _id, ...doc }: Collections[N]): Promise<void> {
  await db
    .collection(name)
    .doc(_id)
    .set({ data: plain(doc) });
}

/** Deletes one document, whether it was there or not. */
export async function removeOne(name: Name, id: string): Promise<void> {
  await db.collection(name).doc(id).remove();
}

/**
 * Changes the one document that matches and adds to its numbers by their paths (`left.progress`); false when none does.
 * `undefined` takes a field away.
 */
export async function updateOne<N extends Name>(
  name: N,
  query: Query,
  change: Partial<Collections[N]>,
  more: Record<string, number> = {},
): Promise<boolean> {
  return (await updateMany(name, query, change, more)) === 1;
}

/** The same for every document that matches; gives how many did. */
export async function updateMany<N extends Name>(
  name: N,
  query: Query,
  change: Partial<Collections[N]>,
  more: Record<string, number> = {},
): Promise<number> {
  const added = Object.entries(more).map(([path, by]) => [path, is.inc(by)]);
  const data = { ...assignments(change), ...Object.fromEntries(added) };
  const result = await db.collection(name).where(safe(query)).update({ data });
  return result.stats.updated;
}

/** How many documents match; none of them is read. */
export async function count(name: Name, query: Query): Promise<number> {
  const { total } = await db.collection(name).where(safe(query)).count();
  return total;
}

/** How many documents share these values of the fields, and further sums over them. */
export interface Counted {
  _id: Record<string, unknown>;
  count: number;
  [sum: string]: unknown;
}

/** Counts documents that match, grouped by fields; `name: path` where a field lies within another. */
export async function countBy<N extends Name>(
  name: N,
  query: Query,
  fields: Record<string, string>,
  sums: Record<string, unknown> = {},
): Promise<Counted[]> {
  const key = Object.fromEntries(Object.entries(fields).map(([field, path]) => [field, `$${path}`]));
  const stages = db
    .collection(name)
    .aggregate()
    .match(safe(query))
    .group({ _id: key, count: aggregate.sum(1), ...sums })
    .limit(1000);
  const { list } = await stages.end();
  return list as Counted[];
}

/** A field, which leads an index, and what its value is to be. */
export interface Question {
  in: Name;
  field: string;
  is: unknown;
}

/**
 * The smallest value that answers each question; a question that no document answers is left out. One read for all: a read
 * begins at a document, which is given too. Undefined where that document is not there.
 */
export async function earliest<N extends Name>(
  from: { in: N; id: string },
  questions: Record<string, Question>,
): Promise<{ doc: Collections[N]; first: Record<string, number> } | undefined> {
  const asked = Object.entries(questions).reduce(
    (stages, [as, { in: name, field, is: value }]) =>
      stages.lookup({
        from: name,
        pipeline: aggregate
          .pipeline()
          .match(safe({ [field]: value }))
          .sort({ [field]: 1 })
          .limit(1)
          .project({ _id: 0, at: `$${field}` })
          .done(),
        as: `first_${as}`,
      }),
    db.collection(from.in).aggregate().match({ _id: from.id }),
  );
  const [found] = (await asked.limit(1).end()).list as Record<string, { at: number }[]>[];
  if (!found) return undefined;
  const first = Object.keys(questions).flatMap((as) =>
    (found[`first_${as}`] ?? []).map(({ at }): [string, number] => [as, at]),
  );
  return { doc: found as unknown as Collections[N], first: Object.fromEntries(first) };
}

/**
 * Documents that match, at most `limit`, and the first of another collection whose field has this value: one read for both.
 */
export async function findBeside<N extends Name, M extends Name>(
  name: N,
  query: Query,
  limit: number,
  beside: { in: M; query: Query },
): Promise<{ docs: Collections[N][]; other?: Collections[M] }> {
  const { list } = await db
    .collection(name)
    .aggregate()
    .match(safe(query))
    .limit(limit)
    .lookup({
      from: beside.in,
      pipeline: aggregate.pipeline().match(safe(beside.query)).limit(1).done(),
      as: 'beside',
    })
    .end();
  const found = list as (Collections[N] & { beside: Collections[M][] })[];
  return { docs: found, other: found[0]?.beside[0] };
}

/** What may be done in a transaction: single documents only, as WeChat documents. */
export interface Transaction {
  get<N extends Name>(name: N, id: string): Promise<Collections[N] | undefined>;
  add<N extends Name>(name: N, doc: Collections[N]): Promise<void>;
  /** Writes a whole document, whether it was there or not. */
  put<N extends Name>(name: N, doc: Collections[N]): Promise<void>;
  update<N extends Name>(name: N, id: string, change: Partial<Collections[N]>): Promise<void>;
  remove<N extends Name>(name: N, id: string): Promise<void>;
  /** Adds a value to the end of a list, whatever stands in it. */
  push<N extends Name>(
    name: N,
    id: string,
    field: keyof Collections[N] & string,
    value: object,
  ): Promise<void>;
}

/** What else is written in the transaction of a change, by the document before it (none where it is new) and after it. */
export type Beside<Doc> = (tx: Transaction, before: Doc | undefined, after: Doc) => Promise<void>;

const TRANSACTION_TRIES = 8;

/**
 * Runs `work` as one transaction, again when it collides with another one: it must hold no network call and survive
 * being run twice. The SDK itself repeats only conflicts found at commit, not those found at a write.
 * A key that is taken is such a collision: another transaction added the document since this one looked. Where `taken` is
 * given, it is the answer instead; and `crowded`, where the collisions do not end.
 */
export async function transact<T>(
  work: (tx: Transaction) => Promise<T>,
  { taken, crowded }: { taken?: T; crowded?: T } = {},
): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await db.runTransaction((raw) => work(wrap(raw)));
    } catch (error) {
      if (taken !== undefined && isDuplicate(error)) return taken;
      if (!(isConflict(error) || isDuplicate(error))) throw error;
      if (tries === TRANSACTION_TRIES && crowded !== undefined) return crowded;
      if (tries === TRANSACTION_TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20 * tries * (1 + Math.random())));
    }
  }
}

function wrap(raw: SdkTransaction): Transaction {
  return {
    async get<N extends Name>(name: N, id: string) {
      const { data } = await raw.collection(name).doc(id).get();
      return (data ?? undefined) as Collections[N] | undefined;
    },
    async add(name, doc) {
      await raw.collection(name).add({ data: plain(doc) });
    },
    async update(name, id, change) {
      await raw
        .collection(name)
        .doc(id)
        .update({ data: assignments(change) });
    },
    async put(name, { _id, ...doc }) {
      await raw
        .collection(name)
        .doc(_id)
        .set({ data: plain(doc) });
    },
    async remove(name, id) {
      await raw.collection(name).doc(id).remove();
    },
    async push(name, id, field, value) {
      await raw
        .collection(name)
        .doc(id)
        .update({ data: { [field]: is.push([plain(value)]) } });
    },
  };
}

/** Whether an error says that a unique key is taken. The code is lost in the SDK and the text differs by version. */
function isDuplicate(error: unknown): boolean {
  return /E11000|duplicate key|DuplicateWrite|DATABASE_DUPLICATE_WRITE/i.test(textOf(error));
}

/** Whether an error says that the database itself is down, a full disk among its reasons: no bug of ours. */
export function isDown(error: unknown): boolean {
  return /-501001|SYS_ERR/.test(textOf(error));
}

const isConflict = (error: unknown): boolean =>
  /TransactionConflict|TransactionBusy|TRANSACTION_CONFLICT/.test(textOf(error));

function textOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error);
  const { code, errMsg, message } = error as { code?: unknown; errMsg?: unknown; message?: unknown };
  return [code, errMsg, message].filter(Boolean).join(' ');
}

/** The SDK drops undefined values from a query and so widens it: refuse them instead. */
function safe(query: Query): Query {
  const entries = Object.entries(query);
  if (entries.length === 0 || entries.some(([, value]) => value === undefined)) {
    throw new Error(`an open query: ${JSON.stringify(Object.keys(query))}`);
  }
  return query;
}

/** Without undefined values, which the database does not know. */
function plain<T extends object>(doc: T): T {
  return JSON.parse(JSON.stringify(doc)) as T;
}

/** Whole fields, since the SDK flattens nested objects and drops empty ones. */
function assignments(change: object): object {
  return Object.fromEntries(
    Object.entries(change).map(([field, value]) => [
      field,
      value === undefined
        ? is.remove()
        : typeof value === 'object' && value !== null
          ? is.set(plain(value))
          : value,
    ]),
  );
}
