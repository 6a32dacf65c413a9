import { isRejection } from '../../contract/errors';
import type { ProofDay } from '../../contract/models';
import { firstPart } from '../domain/case/case';
import { isToldTo } from '../domain/case/readers';
import { isSaidWhole } from '../domain/case/says';
import { entryOfEvent, restOf } from '../domain/chain/entry';
import { canonicalJson, pathOf, saltsLeftOf } from '../domain/chain/hash';
import type { CaseDoc, CaseEvent, SealDoc, SegmentDoc } from '../domain/documents';
import { permitted } from '../kit/cases';
import { inHundreds } from '../kit/page';
import { org } from '../kit/reference';
import type { HandlerOf } from '../kit/serve';
import { find, get, is } from '../kit/store';

type Place = SealDoc['places'][number];

/**
 * 封存凭据: what of this case the caller reads anyway, each event with its salt, its words where the caller's page shows all of them, and the way
 * from it to the head of its day. Whoever has that head on paper can check it without us (docs/chain.md).
 */
export const proof: HandlerOf<'cases.proof'> = async ({ who }, { caseId }) => {
  const kase = permitted('cases.proof', who, await get('cases', caseId), '这个办件不是您的。');
  if (isRejection(kase)) return kase;
  const seal = await get('seals', `case:${caseId}`);
  const part = firstPart(who, kase);
  const told = kase.events.filter((event) => isToldTo(event, part));
  const whole = new Set(told.filter((event) => isSaidWhole(event, who, part, kase)));
  const days = await Promise.all(
    byDay(seal?.places ?? []).map((places) => dayOf(places, kase, { told, whole }, seal)),
  );
  const closed = days.flatMap((one) => one ?? []);
  const erased = closed.reduce((sum, one) => sum + one.erased, 0);
  const proven = closed.reduce((sum, { day }) => sum + day.entries.length, 0);
  return {
    format: 'linli-proof/1',
    no: kase.no,
    days: closed.flatMap(({ day }) => (day.entries.length > 0 ? day : [])),
    open: told.length - proven - erased,
    erased,
  };
};

/** What lies in one chain on one day. */
function byDay(places: readonly Place[]): Place[][] {
  const days = new Map<string, Place[]>();
  for (const place of places) {
    const key = `${place.orgId} ${place.day}`;
    days.set(key, [...(days.get(key) ?? []), place]);
  }
  return [...days.values()];
}

/** Undefined where the day is not closed yet. */
async function dayOf(
  places: readonly Place[],
  kase: CaseDoc,
  { told, whole }: { told: readonly CaseEvent[]; whole: ReadonlySet<CaseEvent> },
  seal: SealDoc | undefined,
): Promise<{ day: ProofDay; erased: number } | undefined> {
  const [{ orgId, n: first } = { orgId: '', n: 0 }] = places;
  const [head] = await find('heads', { orgId, n: is.gte(first) }, { orderBy: [['n', 'asc']], limit: 1 });
  const closing = head && (await get('segments', `${orgId}:${head.n}`));
  const end = closing?.leaves[0]?.entry;
  if (!head || !closing || end?.kind !== 'day') return undefined;
  const segments: SegmentDoc[] = [];
  const span = { field: 'from', span: [end.from, head.n] } as const;
  for await (const some of inHundreds('segments', { orgId }, {}, span)) segments.push(...some);
  const leaves = segments.flatMap((segment) => segment.leaves);
  const hashes = leaves.map(({ hash }) => hash);
  let erased = 0;
  const entries = places.flatMap((place) =>
    told.flatMap((event): ProofDay['entries'] => {
      const i = event.seq - place.seq;
      if (i < 0 || i >= place.count) return [];
      const n = place.n + i;
      const index = n - end.from;
      const leaf = leaves[index];
      const salts = seal && leaf && saltsLeftOf(seal, leaf);
      if (!salts) {
        erased += 1;
        return [];
      }
      const entry = entryOfEvent(kase._id, event, salts.details);
      const words = whole.has(event)
        ? { salt: salts.details, rest: canonicalJson(restOf(event)) }
        : undefined;
      return [{ n, salt: salts.entry, entry, words, path: pathOf(hashes, index) }];
    }),
  );
  const { kind: _, ...closed } = end;
  const name = (await org(orgId))?.name ?? '';
  const day = {
    unit: orgId,
    name,
    closing: closed,
    before: closing.start,
    n: head.n,
    hash: head.hash,
    entries,
  };
  return { day, erased };
}
