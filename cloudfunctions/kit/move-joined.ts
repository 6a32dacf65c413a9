import { limits } from '../../contract/limits';
import { joinedOfOne, joinedOfTwo } from '../domain/case/report';
import type { CaseDoc, PersonDoc } from '../domain/documents';
import { get, is, transact, updateMany } from './store';
import { replace } from './write';

/** 我也遇到了 of two entries of the register that become one (`mergeJoined`), or two again (`partJoined`). */

/** What both had before: `from` keeps its own list all the while. */
interface Before {
  from: { id: string; joined?: readonly string[] };
  into: { id: string; joined?: readonly string[] };
}

/** Who has joined each report, after the change. */
type Stands = Map<string, readonly string[]>;

/**
 * The neighbours' reports that `from` has met, too, are those of `into`; one that is its own is on the list of neither. What is so already is
 * left, so that a second run goes on where a first one died. The cases themselves have been moved before.
 */
export async function mergeJoined(before: Before): Promise<void> {
  const { from, into } = before;
  if (idsOf(before).length === 0) return;
  const stands = await rewrite(before, (kase) => joinedOfOne(kase, from.id, into.id), [from.id, into.id]);
  await moveNotices(before, from.id, into.id);
  await transact(async (tx) => {
    const person = await tx.get('people', into.id);
    if (person) await tx.update('people', into.id, { joined: listOf(into.id, [person, from], stands) });
  });
}

/** Each has again what it had; what was taken back since is nobody's, and what came since stays. Gives the lists of both. */
export async function partJoined(
  before: Before,
): Promise<(into: PersonDoc) => { from: string[] | undefined; into: string[] | undefined }> {
  const { from, into } = before;
  const stands = await rewrite(before, (kase) => joinedOfTwo(kase, holds(from, kase), holds(into, kase)), [
    into.id,
    from.id,
  ]);
  await moveNotices(before, into.id, from.id);
  return (person) => ({
    from: listOf(from.id, [from], stands),
    into: listOf(into.id, [person, into], stands),
  });
}

const holds = ({ id, joined = [] }: Before['from'], { _id }: CaseDoc) => ({ id, had: joined.includes(_id) });

const idsOf = ({ from, into }: Before): string[] => [
  ...new Set([...(from.joined ?? []), ...(into.joined ?? [])]),
];

/** The reports that `from` had joined and the other entry had not. */
const aloneOf = ({ from, into }: Before): string[] =>
  (from.joined ?? []).filter((id) => !into.joined?.includes(id));

/** What these lists name, without those reports that the person is not among; undefined: none. */
function listOf(
  id: string,
  lists: readonly { joined?: readonly string[] }[],
  stands: Stands,
): string[] | undefined {
  const ids = [...new Set(lists.flatMap(({ joined = [] }) => joined))];
  const list = ids.filter((one) => stands.get(one)?.includes(id) ?? true).slice(0, limits.joins);
  return list.length > 0 ? list : undefined;
}

/** `told`: whose notices, still in the outbox of a report that `from` alone had, go to whom. */
async function rewrite(
  before: Before,
  of: (kase: CaseDoc) => string[],
  told: readonly [one: string, other: string],
): Promise<Stands> {
  const stands: Stands = new Map();
  const alone = aloneOf(before);
  for (const id of idsOf(before))
    stands.set(id, await rewriteOne(id, of, alone.includes(id) ? told : undefined));
  return stands;
}

/** Others may write the case at the same time: it is read again until no write came between reading and writing. */
async function rewriteOne(
  id: string,
  of: (kase: CaseDoc) => string[],
  told?: readonly [one: string, other: string],
): Promise<string[]> {
  for (;;) {
    const kase = await get('cases', id);
    if (!kase?.report) return [];
    const joined = of(kase);
    const waits = told !== undefined && kase.outbox.some(({ to }) => to === told[0]);
    if (String(joined) === String(kase.report.joined ?? []) && !waits) return joined;
    const outbox = waits
      ? kase.outbox.map((notice) => (notice.to === told[0] ? { ...notice, to: told[1] } : notice))
      : kase.outbox;
    if (await replace(kase, { ...kase, report: { ...kase.report, joined }, outbox })) return joined;
  }
}

/** What was told of a report goes along; where both were told, each was told for itself. */
async function moveNotices({ from, into }: Before, one: string, other: string): Promise<void> {
  const alone = aloneOf({ from, into });
  if (alone.length > 0) await updateMany('notices', { to: one, caseId: is.in(alone) }, { to: other });
}
