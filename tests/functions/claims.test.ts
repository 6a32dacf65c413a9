import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { agentDoc, opened, personDoc, unit } from '../support/world';
import type { PersonDoc } from '../../cloudfunctions/domain/documents';
import { connect } from '../../demo/client';
import { MONDAY, startDemoCloud } from '../../demo/cloud';

/**
 * Sixteen agents reach for every case of a pool at once: one winner each time, and no agent has more than their day holds.
 * `CLAIMS=1000 npx jest tests/functions/claims --selectProjects functions` is the long run.
 */
const CASES = Number(process.env.CLAIMS ?? 24);
const AGENTS = 16;
/** Too few slots for all: the last cases find all agents full. */
const SLOTS_EACH = Math.floor((CASES * 0.75) / AGENTS);

const ids = Array.from({ length: AGENTS }, (_, i) => `claimer-${String(i + 1).padStart(2, '0')}`);
const street = { district: 'd', street: 's', community: 'c' };

function world() {
  const agents = ids.map((id) => agentDoc(id, { dailyCapacity: SLOTS_EACH, homeVisitCapacity: SLOTS_EACH }));
  const people = ids.map((id): PersonDoc => ({
    ...personDoc(id, 'agent'),
    openid: `demo-${id}`,
    unit: street,
  }));
  const cases = Array.from({ length: CASES }, (_, i) => {
    const kase = opened(
      { resident: { ...personDoc(`resident-${i}`, 'resident'), unit }, mode: 'counter', before: i },
      MONDAY,
    );
    return { ...kase, no: String(10_000_000 + i), wakeAt: undefined, outboxAt: undefined };
  });
  const plain = <T extends { _id: string }>(docs: T[]) =>
    JSON.parse(JSON.stringify(docs)) as { _id: string }[];
  return {
    seed: { orgs: [], services: [], people: plain(people), agents: plain(agents), cases: plain(cases) },
    people: ids.map((id) => ({ id, name: id, role: 'agent' as const, orgName: 'c', openid: `demo-${id}` })),
    caseIds: cases.map((kase) => kase._id),
  };
}

it('one winner each time, capacities exact', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'linli-claims-'));
  const { caseIds, seed, people } = world();
  const cloud = await startDemoCloud({ dataDir, port: 0, timers: false, quiet: true, seed, people });
  cloud.clock.set(MONDAY, true);
  const client = await connect(cloud.url);
  const won = new Map<string, number>();
  let unclaimed = 0;
  for (const caseId of caseIds) {
    const replies = await Promise.all(
      ids.map(async (id) => ({ id, reply: await client.call(id, 'cases.claim', { caseId }) })),
    );
    const winners = replies.filter(({ reply }) => reply.ok);
    expect(winners.length).toBeLessThanOrEqual(1);
    const [winner] = winners;
    if (winner) won.set(winner.id, (won.get(winner.id) ?? 0) + 1);
    else unclaimed += 1;
    const refusals = replies.flatMap(({ reply }) => (reply.ok ? [] : reply.code));
    const known = ['CASE_TAKEN', 'AGENT_CANNOT', 'NOT_YOUR_CASE', 'STATE_NOT_ALLOWED', 'BUSY'];
    expect(refusals.filter((code) => !known.includes(code))).toEqual([]);
  }
  await cloud.close();
  rmSync(dataDir, { recursive: true, force: true });
  expect([...won.values()].every((count) => count <= SLOTS_EACH)).toBe(true);
  const claimed = [...won.values()].reduce((sum, count) => sum + count, 0);
  expect(claimed + unclaimed).toBe(CASES);
  // No agent is turned away while there is room, however many reach for one case.
  expect(claimed).toBe(SLOTS_EACH * AGENTS);
}, 1_200_000);
