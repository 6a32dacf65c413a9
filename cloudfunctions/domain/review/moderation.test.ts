import { monday, opened, personDoc } from '../../../tests/support/world';
import type { ReviewDoc } from '../documents';
import { moderated, settledAt, withWords } from './moderation';
import { type Words, addable, fitting, ratable, reviewOf, speaksFor } from './rate';

/** What is kept of a rating, who may give it, and what a manager decides on its words. */
const resident = personDoc('resident', 'resident');
const kase = { ...opened(), state: 'completed' as const, agentIds: ['a'] };
const input = { caseId: kase._id, level: 'satisfied' as const, tags: ['办得快'], photos: [], wall: true };
const waiting: Words = { text: '办得快', textState: 'waiting', checks: 1, toRead: true };
const shown: Words = { text: '办得快', textState: 'shown', checks: 1 };
const review = (words: Words): ReviewDoc => reviewOf(resident, kase, input, words, monday);

describe('a rating', () => {
  it('counts in the rates when the resident gives it, not when staff write it down', () => {
    expect(review(shown)).toMatchObject({ channel: 'self', headline: true, wall: 'asked', bad: false });
    const staff = reviewOf(personDoc('m', 'manager'), kase, input, shown, monday);
    expect(staff).toMatchObject({ channel: 'staff', headline: false, enteredBy: { id: 'm', name: 'm' } });
    expect(staff.wall).toBeUndefined();
  });

  it.each([
    ['rated already', resident, { reviewLevel: 'satisfied' as const }, 'ALREADY_REVIEWED'],
    ['not at its end', resident, { state: 'in_progress' as const }, 'NOT_FINISHED'],
    ['in the caller’s own hands', personDoc('a', 'manager'), {}, 'OWN_CASE'],
  ])('of a case %s is refused', (_, who, over, code) => {
    expect(ratable({ ...kase, ...over }, who)).toMatchObject({ ok: false, code });
  });

  it('is the resident’s own to give, where they have WeChat', () => {
    const manager = personDoc('m', 'manager');
    expect(speaksFor(manager, resident)).toMatchObject({ code: 'RATES_THEMSELVES' });
    expect(speaksFor(manager, { ...resident, openid: undefined })).toBeUndefined();
    expect(speaksFor(resident, resident)).toBeUndefined();
  });

  it('takes tags of its level and photos of its own', () => {
    expect(fitting({ ...input, tags: ['推来推去'] }, () => true)?.fields).toHaveProperty('tags');
    expect(fitting({ ...input, photos: ['x'] }, () => false)?.fields).toHaveProperty('photos');
    expect(fitting(input, () => true)).toBeUndefined();
  });

  it('gets one addition, and the same request hears of it again', () => {
    const added = {
      ...review(shown),
      addition: { text: '好', textState: 'shown' as const, at: monday, requestId: 'q' },
    };
    expect(addable(undefined, 'q')).toMatchObject({ code: 'REVIEW_NOT_FOUND' });
    expect(addable(added, 'other')).toMatchObject({ code: 'ALREADY_ADDED' });
    expect(addable(added, 'q')).toBe(added);
  });
});

describe('a ruling', () => {
  it('lets words that waited into a batch, and nobody is asked again', () => {
    const change = moderated(review(waiting), { text: 'shown' }, monday);
    expect(change).toMatchObject({ textState: 'shown', toRead: undefined, checkAt: undefined });
    expect(change).toHaveProperty('sealAt', expect.any(Number));
  });

  it('hangs nothing on the wall that the resident did not agree to, or whose words did not pass', () => {
    const refusal = { ok: false, code: 'NOT_FOR_THE_WALL' };
    expect(moderated({ ...review(shown), wall: undefined }, { wall: 'shown' }, monday)).toMatchObject(
      refusal,
    );
    expect(moderated(review(waiting), { wall: 'shown', text: 'refused' }, monday)).toMatchObject(refusal);
    expect(moderated(review(shown), { wall: 'shown' }, monday)).toMatchObject({ wall: 'shown' });
  });

  it('twice is once', () => {
    const once = {
      ...review(shown),
      ...(moderated(review(shown), { wall: 'shown', answer: '谢谢' }, monday) as Partial<ReviewDoc>),
    };
    expect({
      ...once,
      ...(moderated(once, { wall: 'shown', answer: '谢谢' }, monday + 1) as Partial<ReviewDoc>),
    }).toEqual(once);
  });

  it('gives its verdict to all words that waited, and to those alone', () => {
    const added: ReviewDoc = {
      ...review(shown),
      addition: { text: '好', textState: 'waiting', at: monday, requestId: 'q' },
    };
    expect(withWords(added, 'refused')).toMatchObject({
      textState: 'shown',
      addition: { textState: 'refused' },
    });
    expect(settledAt(added, added, monday)).toEqual({});
  });
});
