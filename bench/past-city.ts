import { join } from 'node:path';
import * as v from 'valibot';
import database from '../config/database.json';
import type { AgentDoc, OrgDoc, RollupDoc, RollupTables, Unit } from '../cloudfunctions/domain/documents';
import {
  countDay,
  keyOf,
  packedOf,
  sumAbove,
  sumOf,
  tablesOf,
} from '../cloudfunctions/domain/figures/rollup';
import { addDays, instantOf } from '../contract/time';
import { type CollectionSpec, type Write, collectionSpec } from '../localcloud/database/store';
import { openSqlite } from '../localcloud/database/store.sqlite';
import { demoDocuments } from '../demo/documents';
import { pastDay } from '../demo/past-cases';

/** The two years of history that every city here has, and the day after them that a roll-up is measured on. */
export const FIRST = '2024-11-24';
const DAYS = 729;
export const MEASURED = '2026-11-23';
export const OF_THE_DAY = 30;

/** Writes that go to the disk together. */
const COMMIT = 5000;

type Doc = { _id: string } & object;

/**
 * Fills a folder with the demo's communities and `total` cases of two years, with the roll-ups that `rollup` would have made of
 * them, straight into the store. One community has `OF_THE_DAY` cases of `MEASURED` beside, not counted yet.
 */
export async function fillPastCity(dataDir: string, total: number): Promise<void> {
  const { collections } = v.parse(v.object({ collections: v.array(collectionSpec) }), database);
  const store = openSqlite(join(dataDir, 'database.sqlite'), collections);
  let writes: Write[] = [];
  const flush = async () => {
    await store.commit(writes);
    writes = [];
  };
  const add = async (name: string, docs: readonly Doc[]) => {
    writes.push(...writesOf(collections, name, docs));
    if (writes.length > COMMIT) await flush();
  };
  const demo = demoDocuments() as unknown as { orgs: OrgDoc[]; agents: AgentDoc[] };
  for (const [name, docs] of Object.entries(demoDocuments())) await add(name, docs);
  const communities = demo.orgs.filter((one) => one.tier === 'community');
  const dayOfCommunity = (community: OrgDoc, day: string, count: number) =>
    pastDay(
      community,
      demo.orgs.filter((one) => one.tier === 'grid' && one.unit.community === community._id),
      demo.agents.filter((one) => one.unit.community === community._id),
      day,
      count,
    );

  const months = new Map<string, RollupDoc[]>();
  let made = 0;
  for (let i = 0; i < DAYS; i += 1) {
    const day = addDays(FIRST, i);
    const counted: RollupDoc[] = [];
    for (const [j, community] of communities.entries()) {
      const until = Math.round((total * (i * communities.length + j + 1)) / (DAYS * communities.length));
      const past = dayOfCommunity(community, day, until - made);
      made = until;
      const cases = past.map((one) => one.kase);
      const reviews = past.flatMap((one) => one.review ?? []);
      await add('cases', cases);
      await add(
        'reviews',
        reviews.filter((one) => one.bad),
      );
      counted.push(rollup('community', community.unit, day, countDay(day, cases, cases, reviews)));
    }
    const all = withAbove(counted, day);
    await add('rollups', all);
    for (const one of all) {
      const key = keyOf(one.orgId, day.slice(0, 7));
      months.set(key, [...(months.get(key) ?? []), one]);
    }
  }
  const sums = [...months.values()].flatMap((days) => {
    const [{ tier, unit, period } = { tier: 'district', unit: { district: '' }, period: '' } as const] = days;
    return rollup(tier, unit, period.slice(0, 7), sumOf(days.map(tablesOf)));
  });
  await add('rollups', sums);
  const [measured] = communities;
  if (!measured) throw new Error('a demo without communities');
  const touchedAt = instantOf(MEASURED, '09:00');
  const cases = dayOfCommunity(measured, MEASURED, OF_THE_DAY).map((one) => ({ ...one.kase, touchedAt }));
  await add('cases', cases);
  await add('marks', [{ _id: 'rollup', at: touchedAt - 1, id: '' } as Doc]);
  await flush();
  await store.close();
}

function rollup(
  tier: RollupDoc['tier'],
  { district, street, community }: Unit,
  period: string,
  tables: RollupTables,
): RollupDoc {
  const unit = { district, street, community };
  const orgId = unit[tier] ?? '';
  const parent = tier === 'community' ? (street ?? district) : tier === 'street' ? district : '';
  return {
    _id: keyOf(orgId, period),
    orgId,
    tier,
    parent,
    unit,
    period,
    at: 0,
    packed: packedOf(tables),
  };
}

/** A day's communities, with their streets and the district. */
function withAbove(counted: RollupDoc[], day: string): RollupDoc[] {
  const all = [...counted];
  for (const tier of ['street', 'district'] as const) {
    const parents = new Set(all.map((one) => one.parent).filter((id) => id !== ''));
    for (const id of parents) {
      const children = all.filter((one) => one.parent === id);
      const [first] = children;
      if (!first || first.unit[tier] !== id) continue;
      const { district, street } = first.unit;
      const unit = tier === 'street' ? { district, street } : { district };
      all.push(
        rollup(
          tier,
          unit,
          day,
          sumAbove(children.map((one) => ({ orgId: one.orgId, tables: tablesOf(one) }))),
        ),
      );
    }
  }
  return all;
}

function writesOf(collections: CollectionSpec[], name: string, docs: readonly Doc[]): Write[] {
  const collection = collections.find((one) => one.name === name);
  if (!collection) throw new Error(name);
  return docs.map((doc) => ({ collection, id: doc._id, rev: null, text: JSON.stringify(doc) }));
}
