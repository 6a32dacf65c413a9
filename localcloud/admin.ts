import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import type { Watch } from './clock';
import { checkCovered } from './database/covered';
import { count, read } from './database/database';
import type { Session } from './database/database';
import { decodeDoc, encode } from './database/ejson';
import type { Doc, Stored } from './database/ejson';
import type { Faults } from './faults';
import type { Functions, Invocation } from './functions/functions';
import { isTooDeep } from './http';
import { aggregate, lookedAt, lookups, updated } from './database/mongo';
import type { Log } from './log';
import { outageOf } from './outage';
import { invalidParam, messageOf, Refusal, requestFailed } from './refusal';
import { DuplicateKey } from './database/store';
import type { Storage } from './wechat/storage';
import type { CollectionSpec, Store } from './database/store';
import type { Transactions } from './database/transaction';

/** The SDK's request: which fields stand there depends on `action` (docs/wechat.md, "The SDK's protocol"). */
const request = v.looseObject({
  action: v.string(),
  wxCloudApiToken: v.optional(v.string(), ''),
  collectionName: v.optional(v.string(), ''),
  queryType: v.optional(v.string(), 'WHERE'),
  query: v.optional(v.string(), '{}'),
  order: v.optional(v.string(), '{}'),
  projection: v.optional(v.string()),
  offset: v.optional(v.number(), 0),
  limit: v.optional(v.number(), 100),
  data: v.optional(v.union([v.string(), v.array(v.string())]), '{}'),
  multi: v.optional(v.boolean(), false),
  merge: v.optional(v.boolean(), true),
  upsert: v.optional(v.boolean(), false),
  stages: v.optional(v.array(v.object({ stageKey: v.string(), stageValue: v.string() })), []),
  transactionId: v.optional(v.string()),
  function_name: v.optional(v.string(), ''),
  request_data: v.optional(v.string(), '{}'),
  path: v.optional(v.string(), ''),
  file_list: v.optional(v.array(v.object({ fileid: v.string(), max_age: v.optional(v.number()) })), []),
  fileid_list: v.optional(v.array(v.string()), []),
});
type Request = v.InferOutput<typeof request>;

export interface AdminParts {
  store: Store;
  collections: CollectionSpec[];
  plain: Session;
  transactions: Transactions;
  functions: Functions;
  faults: Faults;
  storage: Storage;
  clock: Watch;
  /** refuse what no index covers */
  strictIndexes: boolean;
  log: Log;
}

/** All that an action which only looks may ask for: the reader has nothing else (docs/decisions/0048). */
const reading = new Set([
  'database.getDocument',
  'database.calculateDocument',
  'database.aggregateDocuments',
  'storage.batchGetDownloadUrl',
]);
/** A server answers at most this many documents to one query (section 5). */
const maxPage = 1000;
/** Production may cut an aggregation without `$limit`: 100 results are surely within its default. */
const maxUnlimited = 100;

/** Answers what wx-server-sdk posts to `/admin`, except openapi: its JSON reply, errors included. */
export function adminService(parts: AdminParts): (posted: string) => Promise<object> {
  const { store, collections, plain, transactions, functions, faults, storage, clock, log, strictIndexes } =
    parts;

  const collectionOf = (name: string) => {
    const collection = collections.find((spec) => spec.name === name);
    if (!collection)
      throw new Refusal(
        'DATABASE_COLLECTION_NOT_EXIST',
        `Db or Table not exist: ${name}. Please check your request.`,
      );
    return collection;
  };
  /** The collection of that name, for a query that an index has to cover. */
  const asked = (name: string, filter: Doc, sort?: Doc) => {
    const collection = collectionOf(name);
    if (strictIndexes) checkCovered(collection, filter, sort);
    return collection;
  };
  const sessionOf = ({ transactionId }: Request): Session =>
    transactionId ? transactions.get(transactionId) : plain;
  const parse = (text: string): Doc => decodeDoc(text, clock.now());
  const single = ({ data }: Request): Doc => parse(typeof data === 'string' ? data : '{}');
  const transactionOf = ({ transactionId = '' }: Request) => transactionId;

  const actions: Record<string, (body: Request, invocation: Invocation) => Promise<object>> = {
    async 'database.getDocument'(body) {
      const limit = Math.min(body.limit, maxPage);
      const [filter, sort] = [parse(body.query), parse(body.order)];
      const docs = await sessionOf(body).find(asked(body.collectionName, filter, sort), {
        filter,
        sort,
        skip: body.offset,
        limit,
        ...(body.projection ? { projection: parse(body.projection) } : {}),
      });
      return { data: { list: docs.map(encode), offset: body.offset, limit } };
    },

    async 'database.calculateDocument'(body) {
      const filter = parse(body.query);
      return { data: { total: await count(store, asked(body.collectionName, filter), filter) } };
    },

    async 'database.insertDocument'(body) {
      const texts = typeof body.data === 'string' ? [body.data] : body.data;
      const docs = texts.map((text): Stored => {
        const doc = parse(text);
        const _id = doc._id ?? randomUUID().replaceAll('-', '');
        if (typeof _id !== 'string') throw invalidParam('the local cloud takes string _id only');
        return { ...doc, _id };
      });
      await sessionOf(body).insert(collectionOf(body.collectionName), docs);
      return { data: { insertedIds: docs.map((doc) => doc._id) } };
    },

    async 'database.modifyDocument'(body) {
      const filter = parse(body.query);
      const collection = asked(body.collectionName, filter);
      const data = single(body);
      const session = sessionOf(body);
      if (body.merge) {
        if (Object.keys(data).length === 0) throw invalidParam('nothing to update');
        const change = await session.change(collection, filter, body.multi, (doc) => updated(doc, data));
        return { data: { updated: change, upsert_id: null } };
      }
      const { _id } = filter;
      if (typeof _id !== 'string') throw invalidParam('set needs the _id of one document');
      if (Object.keys(data).some((key) => key.startsWith('$'))) throw requestFailed('set takes no operators');
      const outcome = await session.put(collection, { ...data, _id });
      return {
        data: outcome === 'created' ? { updated: 0, upsert_id: _id } : { updated: 1, upsert_id: null },
      };
    },

    async 'database.removeDocument'(body) {
      const filter = parse(body.query);
      const collection = asked(body.collectionName, filter);
      return { data: { deleted: await sessionOf(body).change(collection, filter, body.multi, () => null) } };
    },

    async 'database.aggregateDocuments'(body) {
      const stages = body.stages.map(({ stageKey, stageValue }) =>
        parse(`{${JSON.stringify(stageKey)}:${stageValue}}`),
      );
      const [first] = stages;
      // What a leading $match asks for is read; the stages behind it have nothing else to look at.
      const isMatched = first !== undefined && '$match' in first;
      const filter = isMatched ? parse(body.stages[0]?.stageValue ?? '{}') : {};
      const others = new Map<string, Doc[]>();
      for (const [name, wanted] of lookups(stages))
        others.set(name, await read(store, asked(name, wanted), { filter: wanted }));
      const rest = isMatched ? stages.slice(1) : stages;
      const docs = await read(store, asked(body.collectionName, filter), { filter, only: lookedAt(rest) });
      const list = aggregate(docs, rest, (name) => others.get(name) ?? []);
      if (list.length > maxUnlimited && !stages.some((stage) => '$limit' in stage))
        throw requestFailed(`${list.length} results without $limit: production may cut them, so set one`);
      return { data: { list: list.map(encode) } };
    },

    async 'database.addCollection'(body) {
      collectionOf(body.collectionName);
      throw requestFailed(`Table exist: ${body.collectionName}. [ResourceExist]`);
    },

    async 'database.startTransaction'(_body, invocation) {
      // At top level: in `data` the SDK would not find it, and would run everything outside.
      return { transactionId: transactions.begin(invocation) };
    },
    async 'database.commitTransaction'(body, invocation) {
      await transactions.commit(transactionOf(body), invocation);
      return {};
    },
    async 'database.abortTransaction'(body) {
      transactions.abort(transactionOf(body));
      return {};
    },

    async 'functions.invokeFunction'(body, { source }) {
      const event: unknown = JSON.parse(body.request_data);
      // Whose OPENID a nested call carries is not documented: none.
      const [first] = source.split(',') as [Exclude<typeof source, `${string},scf`>];
      const result = await functions.invoke(body.function_name, event, { source: `${first},scf` });
      return { data: { response_data: JSON.stringify(result) } };
    },

    async 'storage.getUploadMetadata'(body) {
      return { data: storage.metadata(body.path) };
    },
    async 'storage.batchGetDownloadUrl'(body) {
      return { data: { download_list: storage.links(body.file_list) } };
    },
    async 'storage.batchDeleteFile'(body) {
      return { data: { delete_list: storage.remove(body.fileid_list) } };
    },
  };

  return async (posted) => {
    const requestId = randomUUID();
    try {
      const value: unknown = JSON.parse(posted);
      if (isTooDeep(value)) throw invalidParam('the request is nested too deep');
      const body = v.parse(request, value);
      const invocation = functions.running(body.wxCloudApiToken);
      functions.count(invocation, body.action);
      if (invocation.looks && !reading.has(body.action))
        throw invalidParam(`${invocation.call.action} only looks: it may not ask for ${body.action}`);
      const fault = faults.take(body.action);
      if (fault !== undefined) {
        // A commit that fails ends its transaction: the SDK's retry does not abort it.
        if (body.action === 'database.commitTransaction') transactions.abort(transactionOf(body));
        throw new Refusal(String(fault), `a fault set for ${body.action}`);
      }
      const action = Object.hasOwn(actions, body.action) ? actions[body.action] : undefined;
      if (!action) throw invalidParam(`${body.action} is not opened in the local cloud`);
      return { ...(await action(body, invocation)), requestId };
    } catch (error) {
      const outage = outageOf(error);
      if (outage) log({ event: 'store-down', error: outage });
      return { ...(outage ? { code: 'SYS_ERR', message: outage } : refusalOf(error)), requestId };
    }
  };
}

function refusalOf(error: unknown): { code: string; message: string } {
  if (error instanceof Refusal) return { code: error.code, message: error.message };
  // Production's older replies and Mongo's own words. `DATABASE_DUPLICATE_WRITE`, its newer name, is not in the SDK's table
  // (section 5): detect by the text.
  if (error instanceof DuplicateKey) return { code: 'DATABASE_REQUEST_FAILED', message: error.message };
  if (error instanceof SyntaxError || error instanceof v.ValiError)
    return { code: 'INVALID_PARAM', message: error.message };
  return { code: 'SYS_ERR', message: messageOf(error) };
}
