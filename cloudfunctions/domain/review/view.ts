import type { CaseRow, RectificationView, ReviewView } from '../../../contract/models';
import { type Part, isAtHome, rectifyDeedsIn } from '../../../contract/deeds';
import { sayDay } from '../../../contract/time';
import type { CardColour } from '../../../contract/words';
import { cardOf } from '../time/clock';
import { mayRectify } from './rectify';
import type { CaseDoc, Clock, PersonDoc, Rectification, ReviewDoc } from '../documents';

/** What each viewer may see of a review and of what follows from it. Rules: docs/decisions/0024. */

/** The rectification in a line, while it lasts. */
export function rectifyOf({ rectification, rectifyBy, clocks }: CaseDoc, now: number): CaseRow['rectify'] {
  if (!rectification || rectifyBy === undefined) return undefined;
  const { state, level, handler } = rectification;
  return { state, level, by: rectifyBy, card: rectifyCard(clocks, now), handler: handler?.name };
}

function rectifyCard({ verify, mend }: CaseDoc['clocks'], now: number): CardColour | undefined {
  const cards = [verify, mend].flatMap((clock) => (clock && cardOf(clock, now)) ?? []);
  return cards.includes('red') ? 'red' : cards[0];
}

/** A resident reads their own words whatever was found in them; others once they have passed. */
export function reviewOf(review: ReviewDoc, part: Part): ReviewView {
  const { level, tags, textState, photos, at, channel, headline, wall, answer, addition, appeal } = review;
  const isOwn = isAtHome(part);
  const readable = (text: string | undefined, state: ReviewDoc['textState']) =>
    isOwn || state === 'shown' ? text : undefined;
  return {
    level,
    tags,
    text: readable(review.text, textState),
    textState,
    photos,
    at,
    channel,
    headline,
    // What an asker said stands under their name; who wrote it down for the resident, the office reads alone.
    enteredBy: isOwn && channel === 'staff' ? undefined : review.enteredBy?.name,
    addition: addition && {
      at: addition.at,
      textState: addition.textState,
      text: readable(addition.text, addition.textState),
    },
    wall,
    answer,
    appeal: appeal && {
      state: appeal.state,
      at: appeal.at,
      reason: isOwn ? undefined : appeal.reason,
      why: appeal.why,
    },
  };
}

/** The rectification with what the viewer may do in it. */
export function rectificationOf(
  kase: CaseDoc,
  who: PersonDoc,
  part: Part,
  now: number,
): RectificationView | undefined {
  const { rectification, clocks } = kase;
  if (!rectification || !clocks.verify || !clocks.mend) return undefined;
  const {
    state,
    level,
    openedAt,
    orgName,
    handler,
    isUpheld,
    findings,
    outcome,
    mended,
    calls,
    heard,
    refused,
  } = rectification;
  return {
    state,
    level,
    openedAt,
    verifyBy: clocks.verify.dueAt,
    mendBy: clocks.mend.dueAt,
    card: rectifyCard(clocks, now),
    orgName,
    handler: handler?.name,
    isUpheld,
    findings,
    outcome,
    mended,
    calls: calls.map(({ at, result }) => ({ at, result })),
    after: heard?.level,
    afterText: heard?.text,
    unreached: heard?.unreached,
    closedAt: rectification.closedAt,
    isRefused: refused ? true : undefined,
    deeds: part === 'manager' && mayRectify(who, kase) ? rectifyDeedsIn(state) : [],
  };
}

/** What a bad review leads to next, and by when. */
export function rectifyNext(
  { clocks }: CaseDoc,
  { state, orgName }: Rectification,
  you: boolean,
  now: number,
): string {
  const day = (clock: Clock | undefined) => sayDay(clock?.dueAt ?? 0, now);
  switch (state) {
    case 'verifying':
      return `${you ? `${orgName}会在` : '差评请在'}${day(clocks.verify)}前核实`;
    case 'mending':
      return `${you ? `${orgName}会在` : '差评属实，请在'}${day(clocks.mend)}前整改好`;
    default:
      return you ? `${orgName}会打电话给您` : `请在${day(clocks.mend)}前打回访电话`;
  }
}
