import { sha256 } from '../domain/sha256';
import type { Output, Parsed } from '../../contract/actions';
import { ofRequests, possibleFrom, sayFrom } from '../../contract/brakes';
import { type Rejection, isRejection, reject } from '../../contract/errors';
import { type Bundle, bundleOf, modeFor } from '../domain/bundle/content';
import { joinable } from '../domain/bundle/join';
import { saysAlready } from '../domain/case/addition';
import { type Request, openCase, submissionOf } from '../domain/case/case';
import { type Asking, requestOf } from '../domain/case/request';
import { itemAt } from '../domain/catalog/local';
import type { CaseDoc, Hours, OfBundle } from '../domain/documents';
import type { Policy } from '../domain/policy';
import type { Context } from '../kit/context';
import { Street, placeAll } from '../kit/dispatch';
import { hoursOf, org, policyFor, serviceItems } from '../kit/reference';
import { isRepeat } from '../kit/repeat';
import type { HandlerOf } from '../kit/serve';
import { find, is } from '../kit/store';
import { atHome } from './at-home';
import { closed, complains, hidden, latelyAsked, withWords } from './open';
import { forFamily } from './submit';

const TRIES = 5;

type Wish = Omit<Parsed<'cases.submitBundle'>, 'familyId'>;
type Answer = Output<'cases.submitBundle'>;

/**
 * 一件事一次办: a resident asks for several items at once, for themselves or one of their family. All are written in one transaction, or none.
 * What is open already for this person, and about the same one, is joined. Errors: BUNDLE_NOT_FOUND, BAD_INPUT, SERVICE_NOT_HERE, those of
 * `requestOf`, FAMILY_NOT_FOUND, FAMILY_SAID_NO, UNIT_CLOSED, TOO_OFTEN, REQUEST_REUSED, BUSY.
 */
export const submitBundle: HandlerOf<'cases.submitBundle'> = async (context, { familyId, ...wish }) => {
  const whom =
    familyId === undefined ? { resident: await atHome(context.who) } : await forFamily(context, familyId);
  return isRejection(whom) ? whom : openBundle(context, { ...whom, channel: 'self' }, wish);
};

/** One part before it is known whether it is new. */
interface Wanted {
  request: Omit<Request, 'gridName' | 'before' | 'draw'>;
  told: NonNullable<Request['told']>;
  needs: string[];
}

async function openBundle(context: Context, asking: Asking, wish: Wish): Promise<Answer | Rejection> {
  const bundle = bundleOf(wish.bundle);
  if (!bundle) return reject('BUNDLE_NOT_FOUND', { bundle: '没有这件事。' });
  if (bundle.about && wish.about === undefined)
    return reject('BAD_INPUT', { about: `请写${bundle.about.label}。` });
  const { resident } = asking;
  const { community, grid, street } = resident.unit;
  if (wish.note !== undefined && (await complains(wish.note, street)))
    return reject('BAD_INPUT', {
      note: '这像是投诉。请从“投诉建议”里说，被投诉的人看不到；这里写要办的事。',
    });
  const wanted = await wantedOf(context, asking, bundle, wish);
  if (isRejection(wanted)) return wanted;
  const [hours, policy, gridUnit, home] = await Promise.all([
    hoursOf(community),
    policyFor(resident.unit),
    grid === undefined ? undefined : org(grid),
    community === undefined ? undefined : org(community),
  ]);
  const lately = await latelyAsked(asking);
  if (isRejection(lately)) return lately;

  for (let draw = 0; draw < TRIES; draw += 1) {
    const known = await casesOf(context, resident._id, wanted);
    const plan = planOf(context, asking, bundle, wish, wanted, known, {
      hours,
      policy,
      draw,
      gridName: gridUnit?.name,
    });
    if (isRejection(plan)) return plan;
    const { parts, made, joins } = plan;
    if (made.length === 0 && joins.length === 0) return answer(context, plan.id, parts, asking);
    if (made.length > 0) {
      if (home?.closedAt !== undefined) return closed(home);
      const from = possibleFrom(lately.times, ofRequests, context.now);
      if (from !== undefined) return reject('TOO_OFTEN', { bundle: sayFrom(from, context.now) });
    }
    const when = { at: context.now, requestId: context.requestId };
    const placed = await placeAll(made, joins, new Street(resident.unit, context.now), when);
    if (placed) {
      const written = parts.map((part) => ({
        ...part,
        kase: placed.find(({ _id }) => _id === part.kase._id) ?? part.kase,
      }));
      return answer(context, plan.id, written, asking);
    }
    // An id or a number is taken, or a case that is joined was changed: look again.
  }
  return reject('BUSY');
}

/** The parts that are asked for, in the bundle's order, each checked against its item as it is done there. */
async function wantedOf(
  context: Context,
  asking: Asking,
  bundle: Bundle,
  { parts, mode, note = `${bundle.name}，几样一起办`, phone, address }: Wish,
): Promise<Wanted[] | Rejection> {
  if (parts.some((code) => bundle.parts.every((one) => one.code !== code)))
    return reject('BAD_INPUT', { parts: `${bundle.name}里没有这一样，请刷新看看。` });
  const items = await serviceItems();
  const wanted: Wanted[] = [];
  for (const { code, subtype, needs } of bundle.parts.filter((one) => parts.includes(one.code))) {
    const doc = items.find((one) => one.code === code);
    if (!doc) return reject('SERVICE_NOT_FOUND', { parts: '有一样已经不办了，请刷新看看。' });
    const { offered, item, told } = itemAt(doc, asking.resident.unit);
    if (!offered) return reject('SERVICE_NOT_HERE', { parts: `您的社区不办${doc.name}，请去掉这一样。` });
    const input = { serviceCode: code, subtype, mode: modeFor(item, mode), note, phone, address };
    const requestId = partRequestId(context, code);
    const request = requestOf(asking, item, input, { ...context, requestId });
    if (isRejection(request)) return request;
    wanted.push({ request, told, needs: needs.filter((one) => parts.includes(one)) });
  }
  return wanted;
}

/** Each part's submission has a name of its own: no two cases have the same. */
const partRequestId = ({ requestId }: Context, code: string): string => `${requestId}/${code}`;

/** This person's cases of the items that are asked for, newest first, and what this very request has made already. One read. */
function casesOf({ who }: Context, residentId: string, wanted: readonly Wanted[]): Promise<CaseDoc[]> {
  const serviceCode = is.in(wanted.map(({ request }) => request.item.code));
  const requestId = is.in(wanted.map(({ request }) => submissionOf(who._id, request.requestId)));
  return find('cases', is.or([{ residentId, serviceCode }, { requestId }]), {
    orderBy: [['nth', 'desc']],
    limit: 100,
  });
}

interface Part {
  kase: CaseDoc;
  existing: boolean;
  needs: string[];
}

interface Plan {
  id: string;
  parts: Part[];
  made: CaseDoc[];
  joins: { before: CaseDoc; after: CaseDoc }[];
}

/** What is to be written: new cases, and words for those that are open. Errors: REQUEST_REUSED. */
function planOf(
  context: Context,
  asking: Asking,
  bundle: Bundle,
  { about }: Wish,
  wanted: readonly Wanted[],
  known: readonly CaseDoc[],
  { hours, policy, draw, gridName }: { hours: Hours; policy: Policy; draw: number; gridName?: string },
): Plan | Rejection {
  const looked = wanted.map((one) => {
    const { item, subtype, requestId } = one.request;
    const submission = submissionOf(context.who._id, requestId);
    const same = known.find((kase) => kase.requestId === submission);
    const earlier = known.filter(
      ({ residentId, serviceCode }) => residentId === asking.resident._id && serviceCode === item.code,
    );
    return {
      ...one,
      same,
      open: same ? undefined : joinable(earlier, { subtype, about }),
      before: earlier[0]?.nth ?? 0,
    };
  });
  const repeat = looked.find(({ same }) => same)?.same;
  if (repeat) {
    const first = repeat.events[0];
    const isSame = isRepeat(first && { ...first, requestId: context.requestId }, context);
    if (isRejection(isSame)) return isSame;
    const parts = looked.flatMap(({ same, open, needs }) => {
      const kase = same ?? open;
      return kase ? { kase, existing: !same, needs } : [];
    });
    return { id: repeat.bundle?.id ?? '', parts, made: [], joins: [] };
  }

  // Asked for once more: what is new is one of the same bundle.
  const together = looked.flatMap(({ open }) => (open?.bundle?.code === bundle.code ? open.bundle : []))[0];
  const id = together?.id ?? bundleIdOf(context);
  const size = Math.max(wanted.length, together?.size ?? 0);
  const parts: Part[] = [];
  const made: CaseDoc[] = [];
  const joins: Plan['joins'] = [];
  for (const { request, told, needs, open, before } of looked) {
    const nth = bundle.parts.findIndex(({ code }) => code === request.item.code);
    const { code, name } = bundle;
    const own: OfBundle = { id, code, name, size, nth };
    if (open) {
      const after = joinedBy(context, open, request, own, asking.joins === true, hours);
      if (after !== open) joins.push({ before: open, after });
      parts.push({ kase: after, existing: true, needs });
      continue;
    }
    const needed = parts.filter(({ kase }) => needs.includes(kase.serviceCode)).map(({ kase }) => kase);
    const kase = openCase(
      {
        ...request,
        gridName,
        before,
        draw,
        told,
        part: {
          bundle: made.length === 0 ? { ...own, speaks: true } : own,
          about,
          needs: needed.map(({ _id: caseId, serviceName, dueAt }) => ({ caseId, name: serviceName, dueAt })),
          earlier: parts.map((one) => one.kase),
        },
      },
      policy,
      hours,
      context.now,
    );
    made.push(kase);
    parts.push({ kase, existing: false, needs });
  }
  return { id, parts, made, joins };
}

const bundleIdOf = ({ who, requestId }: Context): string =>
  sha256(`bundle\n${submissionOf(who._id, requestId)}`)
    .toString('hex')
    .slice(0, 24);

/** The open case as a part, with the words of the request; the same where it says and is that already. */
function joinedBy(
  context: Context,
  open: CaseDoc,
  request: Wanted['request'],
  own: OfBundle,
  joins: boolean,
  hours: Hours,
): CaseDoc {
  const { asker } = request;
  const enters = joins && asker !== undefined && open.asker === undefined;
  const before = open.events.some(
    (event) => event.requestId === context.requestId && event.by.id === context.who._id,
  );
  if (before) return open;
  const part = open.bundle ?? own;
  const isNews = !saysAlready(open, request) || enters;
  if (!isNews) return open.bundle ? open : { ...open, bundle: part };
  return { ...withWords(context, open, request, enters, hours), bundle: part };
}

function answer(context: Context, id: string, parts: readonly Part[], { asker }: Asking): Answer {
  return {
    bundleId: id,
    parts: parts.map(({ kase, existing }) => {
      const about = { code: kase.serviceCode, name: kase.serviceName, existing };
      const waits = kase.waits?.needs.map(({ name }) => name) ?? [];
      if (existing && asker && kase.asker?.id !== asker.id)
        return { ...about, ...hidden, state: 'submitted', waits: [] };
      // As this request left it, so that a repeat hears the same.
      const own = [context.requestId, partRequestId(context, kase.serviceCode)];
      const state = kase.events.findLast(({ requestId }) => own.includes(requestId))?.state ?? kase.state;
      return { ...about, caseId: kase._id, no: kase.no, state, waits };
    }),
  };
}
