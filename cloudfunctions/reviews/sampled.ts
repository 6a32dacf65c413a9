import { limits } from '../../contract/limits';
import { type Rejection, reject } from '../../contract/errors';
import type { SampleView } from '../../contract/models';
import { channels } from '../../contract/words';
import type { CallbackDoc, SampleDoc } from '../domain/documents';
import { resultsOf } from '../domain/review/sample-results';
import type { Context } from '../kit/context';
import { mayOversee } from '../kit/rights';
import { add, find, get, is } from '../kit/store';

/** A sample that the caller oversees. Errors: SAMPLE_NOT_FOUND. */
export async function overseenSample(
  { who }: Context,
  action: 'reviews.sample' | 'reviews.redraw',
  sampleId: string,
): Promise<SampleDoc | Rejection> {
  const found = await get('samples', sampleId);
  return found && mayOversee(action, who, found.unit) === true
    ? found
    : reject('SAMPLE_NOT_FOUND', { sampleId: '没有这次抽样。' });
}

/** One call-back for each case drawn; those that are there already stay as they are. */
export async function askFor({ _id: sampleId, drawn }: SampleDoc, now: number): Promise<void> {
  const known = new Set((await callbacksOf(sampleId)).map((one) => one.caseId));
  const missing = drawn.filter((id) => !known.has(id));
  if (missing.length === 0) return;
  const cases = await find(
    'cases',
    { _id: is.in(missing) },
    {
      orderBy: [['_id', 'asc']],
      limit: limits.sample,
      without: ['events', 'outbox', 'candidates', 'steps'],
    },
  );
  await Promise.all(
    cases.map(({ _id: caseId, no, serviceName, unit, contact, agentIds, reviewLevel }) =>
      add('callbacks', {
        _id: `${sampleId}:${caseId}`,
        sampleId,
        at: now,
        caseId,
        no,
        serviceName,
        unit,
        residentName: contact.name,
        agentIds,
        online: reviewLevel,
        calls: [],
        open: true,
      }),
    ),
  );
}

function callbacksOf(sampleId: string): Promise<CallbackDoc[]> {
  return find('callbacks', { sampleId }, { orderBy: [['_id', 'asc']], limit: limits.sample });
}

/** A sample in a line. */
export function headOf(sample: SampleDoc) {
  const { _id: id, orgId, orgName, period, drawnAt, by, size, total, seed, hash } = sample;
  return { id, orgId, orgName, period, drawnAt, by: by.name, size, population: total, seed, hash };
}

/** The sample as managers read it, with what the calls say so far. */
export async function sampleViewOf(drawn: SampleDoc): Promise<SampleView> {
  return {
    ...headOf(drawn),
    strata: drawn.strata.map(({ agentName, serviceName, channel, rated, population, drawn: count }) => ({
      agentName,
      serviceName,
      channel: channels[channel],
      rated,
      population,
      drawn: count,
    })),
    results: resultsOf(await callbacksOf(drawn._id)),
  };
}
