import { isRecord } from './ejson';
import type { Doc } from './ejson';
import type { CollectionSpec, Condition, FieldType, Scalar } from './store';

/** A condition that every matching document meets; `exact` when only matching documents meet it. */
export interface Narrowed {
  where: Condition;
  exact: boolean;
}

const everything: Narrowed = { where: { all: [] }, exact: false };
const operators = { $eq: '=', $ne: '!=', $gt: '>', $gte: '>=', $lt: '<', $lte: '<=' } as const;

/** The part of a Mongo filter that SQL can answer: comparisons on `_id` and declared fields, under `$and` and `$or`. */
export function narrow(collection: CollectionSpec, filter: Doc): Narrowed {
  return allOf(Object.entries(filter).map(([key, value]) => narrowEntry(collection, key, value)));
}

/** Whether SQL can sort by these fields. */
export function sortable(collection: CollectionSpec, sort: [string, 1 | -1][]): boolean {
  return sort.every(([field]) => typeOf(collection, field));
}

/** The type of a declared field, `_id` among them. */
export function typeOf(collection: CollectionSpec, field: string): FieldType | undefined {
  if (field === '_id') return 'string';
  return Object.hasOwn(collection.fields, field) ? collection.fields[field] : undefined;
}

function narrowEntry(collection: CollectionSpec, key: string, value: unknown): Narrowed {
  if ((key === '$and' || key === '$or') && Array.isArray(value)) {
    const parts = value.map((part) => (isRecord(part) ? narrow(collection, part) : everything));
    return key === '$and' ? allOf(parts) : anyOf(parts);
  }
  const type = typeOf(collection, key);
  if (!type) return everything;
  if (!isRecord(value)) return compare(key, type, '$eq', value);
  if (Object.keys(value).length === 0) return everything;
  return allOf(Object.entries(value).map(([operator, operand]) => compare(key, type, operator, operand)));
}

function compare(field: string, type: FieldType, operator: string, operand: unknown): Narrowed {
  if (operator === '$in' && Array.isArray(operand)) {
    const values = operand.map((item) => scalar(type, item));
    if (!values.every((value) => value !== undefined)) return everything;
    const listed: Condition = { field, in: values.filter((value) => value !== null) };
    const where: Condition = values.includes(null)
      ? { any: [listed, { field, op: '=', value: null }] }
      : listed;
    return { where, exact: true };
  }
  if (operator === '$nin' && Array.isArray(operand))
    return allOf(operand.map((item) => compare(field, type, '$ne', item)));
  if (!isOperator(operator)) return everything;
  const value = scalar(type, operand);
  // `$gte: null` also finds null itself: mingo's business.
  if (value === undefined || (value === null && operator !== '$eq' && operator !== '$ne')) return everything;
  return { where: { field, op: operators[operator], value }, exact: true };
}

const isOperator = (key: string): key is keyof typeof operators => Object.hasOwn(operators, key);

/** The operand as SQL compares it, or undefined when it is not of the field's type. */
function scalar(type: FieldType, value: unknown): Scalar | undefined {
  if (value === null) return null;
  if (type === 'date')
    return value instanceof Date && !Number.isNaN(value.getTime()) ? value.getTime() : undefined;
  if (type === 'number') return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
  if (type === 'bool') return typeof value === 'boolean' ? value : undefined;
  return typeof value === 'string' ? value : undefined;
}

const allOf = (parts: Narrowed[]): Narrowed => ({
  where: { all: parts.map((part) => part.where) },
  exact: parts.every((part) => part.exact),
});
const anyOf = (parts: Narrowed[]): Narrowed => ({
  where: { any: parts.map((part) => part.where) },
  exact: parts.every((part) => part.exact),
});
