import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { contractNow, readReleased, written } from '../../scripts/released/contract';
import { lacks } from '../../scripts/released/grown';
import { shapeOf } from '../../scripts/released/shape';
import { root } from '../../scripts/stamp';

/**
 * Phones keep a version of the mini-program for days after the functions are new: what the last released one sends is still taken, and
 * what it reads is still given.
 */
const released = readReleased(readFileSync(join(root, 'contract/released.json'), 'utf8'));
const now = contractNow();

it.each(Object.keys(released))('%s is what phones know', (name) => {
  const [before, after] = [released[name], now[name]];
  if (!before) throw new Error('unreachable');
  expect(before.roles.filter((role) => !after?.roles.includes(role))).toEqual([]);
  expect(lacks(before.takes, after?.takes, 'takes', 'input')).toEqual([]);
  expect(lacks(before.gives, after?.gives, 'gives', 'output')).toEqual([]);
});

it('reads what it wrote', () => expect(readReleased(written(now))).toEqual(now));

/** What a change would break, on a contract of one action. */
const input = v.strictObject({ a: v.string(), b: v.optional(v.picklist(['x', 'y'])) });
const output = v.object({ rows: v.array(v.object({ id: v.string(), at: v.optional(v.number()) })) });
const takes = (next: v.GenericSchema) => lacks(shapeOf(input), shapeOf(next), 'takes', 'input');
const gives = (next: v.GenericSchema) => lacks(shapeOf(output), shapeOf(next), 'gives', 'output');
const rows = (entries: v.ObjectEntries) => v.object({ rows: v.array(v.object(entries)) });

it.each<[string, string[], string[]]>([
  ['nothing', takes(input), []],
  [
    'a new field that may be left out',
    takes(v.strictObject({ ...input.entries, c: v.optional(v.string()) })),
    [],
  ],
  [
    'a new field that is asked for',
    takes(v.strictObject({ ...input.entries, c: v.string() })),
    ['input.c is asked for'],
  ],
  ['a field that is not taken any more', takes(v.strictObject({ a: v.string() })), ['input.b is gone']],
  [
    'a field of another kind',
    takes(v.strictObject({ ...input.entries, a: v.number() })),
    ['input.a was string and is number'],
  ],
  [
    'a choice less',
    takes(v.strictObject({ ...input.entries, b: v.optional(v.picklist(['x'])) })),
    ['input.b takes no y'],
  ],
  [
    'a choice more',
    takes(v.strictObject({ ...input.entries, b: v.optional(v.picklist(['x', 'y', 'z'])) })),
    [],
  ],
  [
    'a shorter text',
    takes(v.strictObject({ ...input.entries, a: v.pipe(v.string(), v.maxLength(3)) })),
    ['input.a has to be shorter or less'],
  ],
  ['a field more to read', gives(rows({ id: v.string(), at: v.optional(v.number()), by: v.string() })), []],
  ['a field less to read', gives(rows({ id: v.string() })), ['output.rows[].at is gone']],
  [
    'a field that may be missing',
    gives(rows({ id: v.optional(v.string()), at: v.optional(v.number()) })),
    ['output.rows[].id may be left out'],
  ],
  [
    'a field that may be null',
    gives(rows({ id: v.nullable(v.string()), at: v.optional(v.number()) })),
    ['output.rows[].id may be null'],
  ],
])('tells %s', (_, found, expected) => expect(found).toEqual(expected));
