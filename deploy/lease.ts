import type { Cloud } from './cloud';
import { Fault } from './faults';
import { type Lease, RECORDS } from './records';
import { refuse } from './refusals';
import { findDocs, removeDocs, upsertDoc } from './tables';
import { timeOf } from './time';

/** Longer than any single step takes. Tencent Cloud refuses a clock that is five minutes off: two computers agree well enough. */
const LASTS_MS = 15 * 60_000;
const RENEW_MS = 60_000;

/** Who deploys, and which run of the tool it is: `name@computer` and `name@computer#pid`. */
export interface Runner {
  who: string;
  run: string;
  /** did this run of the same computer end without giving its lease back? */
  hasEnded(run: string): boolean;
}

/** The right to change an environment, held by one run at a time. */
export class Held {
  #renewed: number;

  constructor(
    private readonly cloud: Cloud,
    private readonly runner: Runner,
    private readonly since: number,
  ) {
    this.#renewed = since;
  }

  /** Before each step: renews the lease once a minute, and refuses where another run has taken it over. */
  async keep(): Promise<void> {
    const now = this.cloud.world.now();
    if (now - this.#renewed < RENEW_MS) return;
    const lease = await claim(this.cloud, this.runner, this.since, now);
    if (lease.run !== this.runner.run) throw refuse('LOST_LEASE', lease.who);
    this.#renewed = now;
  }

  async giveBack(): Promise<void> {
    await removeDocs(this.cloud, RECORDS, { _id: 'lease', run: this.runner.run });
  }
}

/** Takes the lease. Another run's is refused with who holds it and since when, until it runs out; a dead run's own is taken over. */
export async function takeLease(cloud: Cloud, runner: Runner): Promise<Held> {
  const now = cloud.world.now();
  const lease = await claim(cloud, runner, now, now);
  if (lease.run !== runner.run) throw refuse('HELD', lease.who, timeOf(lease.since));
  return new Held(cloud, runner, now);
}

/**
 * Writes the lease where it is free, run out or of this runner, and gives the one that stands afterwards. One conditional write
 * decides: where another's stands the filter finds nothing, and the document that would be made has an id that is taken.
 */
async function claim(cloud: Cloud, runner: Runner, since: number, now: number): Promise<Lease> {
  const standing = await leaseOf(cloud);
  const ended =
    standing && standing.who === runner.who && runner.hasEnded(standing.run) ? [standing.run] : [];
  const free = { $or: [{ until: { $lte: now } }, { run: { $in: [runner.run, ...ended] } }] };
  const mine = { kind: 'lease', who: runner.who, run: runner.run, since, until: now + LASTS_MS };
  await upsertDoc(cloud, RECORDS, { _id: 'lease', ...free }, { $set: mine }).catch((error: unknown) => {
    if (!(error instanceof Fault && error.isDuplicate)) throw error;
  });
  return (await leaseOf(cloud)) ?? mine;
}

async function leaseOf(cloud: Cloud): Promise<Lease | undefined> {
  const [lease] = await findDocs<Lease>(cloud, RECORDS, { _id: 'lease' }, 1);
  return lease;
}
