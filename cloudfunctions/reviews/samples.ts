import { limits } from '../../contract/limits';
import { type Rejection, isRejection, reject } from '../../contract/errors';
import type { SampleView } from '../../contract/models';
import { type Level, HEARD, channels, levels } from '../../contract/words';
import type { CallbackDoc, SampleDoc } from '../domain/documents';
import { countLevels } from '../domain/review';
import type { Context } from '../kit/context';
import { findPage } from '../kit/page';
import { mayOversee } from '../kit/policy';
import type { HandlerOf } from '../kit/serve';
import { add, find, get, is } from '../kit/store';
import { overseenUnit } from '../kit/units';
import { redraw as drawAgain } from '../domain/sampling';

/** The samples of a unit, newest first. */
export const samples: HandlerOf<'reviews.samples'> = async (context, { orgId, cursor }) => {
  const unit = await overseenUnit(context, 'reviews.samples', orgId);
  if (isRejection(unit)) return unit;
  const heavy = ['population', 'strata', 'drawn'] as const;
  const page = await findPage('samples', { orgId }, ['drawnAt', 'desc'], cursor, [...heavy]);
  return { samples: page.rows.map(headOf), cursor: page.cursor };
};

/** One sample with its seed, its strata and what the calls said. Errors: SAMPLE_NOT_FOUND. */
export const sample: HandlerOf<'reviews.sample'> = async (context, { sampleId }) => {
  const found = await overseenSample(context, 'reviews.sample', sampleId);
  return isRejection(found) ? found : { sample: await sampleViewOf(found) };
};

/** The draw once more, with all that anybody needs to do the same with other tools. Errors: SAMPLE_NOT_FOUND. */
export const redraw: HandlerOf<'reviews.redraw'> = async (context, { sampleId }) => {
  const found = await overseenSample(context, 'reviews.redraw', sampleId);
  if (isRejection(found)) return found;
  const { population, size, seed, drawn } = found;
  return { same: drawAgain(population, size, seed).join() === drawn.join(), seed, population, drawn };
};

async function overseenSample(
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

function headOf(sample: SampleDoc) {
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

const order = Object.keys(levels) as Level[];

/** What was said on the phone beside what was rated online. */
function resultsOf(calls: CallbackDoc[]): SampleView['results'] {
  const reached = calls.filter(({ calls: tries }) => tries.at(-1)?.result === HEARD[0]);
  const said = reached.flatMap(({ online, heard }) => (heard?.level ? [{ online, phone: heard.level }] : []));
  const both = said.flatMap(({ online, phone }) => (online ? [{ online, phone }] : []));
  // Levels are best first.
  const worse = ({ online, phone }: { online: Level; phone: Level }) =>
    Math.sign(order.indexOf(phone) - order.indexOf(online));
  return {
    open: calls.filter((one) => one.open).length,
    reached: reached.length,
    refused: calls.filter(({ calls: tries }) => tries.at(-1)?.result === 'refused').length,
    unreached: calls.filter((one) => one.heard?.unreached).length,
    both: both.length,
    same: both.filter((one) => worse(one) === 0).length,
    better: both.filter((one) => worse(one) < 0).length,
    worse: both.filter((one) => worse(one) > 0).length,
    online: countLevels(both.map(({ online }) => online)),
    phone: countLevels(said.map(({ phone }) => phone)),
    unrated: countLevels(said.flatMap(({ online, phone }) => (online ? [] : [phone]))),
  };
}
