import * as v from 'valibot';
import { limits } from '../../contract/limits';
import { serviceItem } from '../../contract/models';
import type { ServiceVersionDoc } from '../domain/documents';
import { itemOf } from '../domain/catalog/local';
import { catalogueColumns } from '../domain/imports/catalogue-columns';
import {
  type CatalogueRow,
  type Shown,
  catalogueCells,
  catalogueKey,
  catalogueLists,
  catalogueRowOf,
  tooMany,
} from '../domain/imports/catalogue';
import { droppedOf } from '../kit/catalogue';
import { saveDraft } from '../kit/draft';
import { record } from '../kit/journal';
import { find, is } from '../kit/store';
import { undoRows, writeRows } from './rows';
import { type Open, type Undo, tableOf } from './table';

/** 服务目录: each row is a draft over its item, or of a new one. Residents read nothing of it before it is published on its page. */
export const openCatalogue: Open = async () => {
  const [items, drafts] = await Promise.all([
    find('services', { order: is.gte(0) }, { orderBy: [['order', 'asc']], limit: limits.items }),
    find('serviceVersions', { state: 'draft' }, { orderBy: [['at', 'desc']], limit: limits.items }),
  ]);
  const known = new Map<string, Shown>(items.map((doc) => [doc.code, { item: itemOf(doc), rev: 0 }]));
  for (const { code, item, rev } of drafts) known.set(code, { item, rev });
  const codes = new Set(items.map(({ code }) => code));
  return tableOf<CatalogueRow>({
    columns: catalogueColumns,
    most: limits.items,
    portion: limits.importChanges,
    lists: catalogueLists,
    read(cells) {
      const read = catalogueRowOf(cells, known);
      if ('faults' in read || codes.has(read.row.item.code)) return read;
      if (codes.size >= limits.items) return { faults: [{ column: '编号', text: tooMany }] };
      codes.add(read.row.item.code);
      return read;
    },
    keyOf: catalogueKey,
    write: (context, importId, rows) =>
      writeRows(context, importId, rows, { nameOf, told }, async ({ item, rev, isChanged }, own, beside) =>
        isChanged ? saveDraft(own, { code: item.code, item, rev }, beside) : undefined,
      ),
    filled: async () => [...known.values()].map(({ item }) => catalogueCells(item)),
  });
};

const nameOf = ({ item }: ServiceVersionDoc): string => item.name;
const told = ({ state, item, rev }: ServiceVersionDoc): object => ({ state, item, rev });

export const undoCatalogue: Undo = undoRows({
  in: 'serviceVersions',
  told,
  // A draft's number only goes up: a page that has read this one must not publish the next unread.
  async back(tx, context, { isNew, was }, doc) {
    const { who, now: at, requestId, digest } = context;
    const by = { id: who._id, name: who.name };
    const wasDraft = !isNew && was.state === undefined;
    const next: Partial<ServiceVersionDoc> = wasDraft
      ? { item: v.parse(serviceItem, was.item), rev: doc.rev + 1 }
      : { state: 'dropped' };
    await tx.update('serviceVersions', doc._id, { ...next, by, at, requestId, digest });
    if (!wasDraft) await record(tx, context, droppedOf(context, doc));
  },
});
