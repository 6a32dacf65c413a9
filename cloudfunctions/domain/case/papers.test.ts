import { complaintItem } from './complaint';
import { isRejection } from '../../../contract/errors';
import { instantOf } from '../../../contract/time';
import { itemOf, monday, officeHours as hours, opened } from '../../../tests/support/world';
import type { CaseDoc } from '../documents';
import { completed } from './progress';
import { type Marking, askedFor, judged, marked, paperView, papersOf, supplied } from './papers';
import { paused, resumed } from './pause';
import { keyOf, photosGone } from './photos';
import { type Change, mustAdvance } from './timeline';
import { wake } from './wake';

const day = 86_400_000;
const photo = (name: string) => `cloud://e.b/papers/c1/r/${name}.jpg`;
/** A case of 残疾人证: m0 and m1 are licences, m2 may follow, m3 is always needed, m4 only where a guardian is. */
const fresh = () => opened();
const mark = (kase: CaseDoc, marking: Partial<Marking> & { paper: string }, now = monday) =>
  marked(kase, { add: [], drop: [], ...marking }, 'resident', hours, now);
const after = (kase: CaseDoc, marking: Partial<Marking> & { paper: string }, now = monday): CaseDoc => {
  const next = mark(kase, marking, now);
  if (isRejection(next)) throw new Error(next.code);
  return { ...kase, ...next.change };
};
const paperOf = (kase: CaseDoc, id: string) => kase.papers?.find((one) => one.id === id);
const viewOf = (kase: CaseDoc, id: string, now: number) =>
  kase.papers?.map((paper) => paperView(paper, 'resident', hours, now)).find((one) => one.id === id);
const by = (part: 'agent' | 'resident' | 'system') => ({ part, id: part, name: part });
const step = (kase: CaseDoc, what: 'accept' | 'ask' | 'supply' | 'complete', change: Change, at: number) =>
  mustAdvance(
    kase,
    { do: what, by: by(what === 'supply' ? 'resident' : 'agent'), at, requestId: `${at}` },
    change,
  );
/** With an agent who has said yes. */
const inHand = (): CaseDoc => step({ ...fresh(), state: 'offered', holderId: 'agent' }, 'accept', {}, monday);

describe('the list', () => {
  it('is what the item asks for, with nothing there', () => {
    const papers = fresh().papers ?? [];
    expect(papers.map(({ id, state }) => `${id} ${state}`)).toEqual(
      itemOf('disability-certificate').materials.map((_, i) => `m${i} missing`),
    );
  });
  it('is none where nothing is needed, and of a complaint', () => {
    const item = itemOf('disability-certificate');
    const [first] = item.materials;
    expect(papersOf({ ...item, materials: [] })).toBeUndefined();
    expect(papersOf({ ...item, materials: first ? [{ ...first, name: '不用带材料' }] : [] })).toBeUndefined();
    expect(papersOf(complaintItem(5))).toBeUndefined();
  });
});

describe('a mark', () => {
  const four = ['a', 'b', 'c', 'd'].map(photo);
  it.each<[string, CaseDoc, Partial<Marking> & { paper: string }, string]>([
    ['of none of the list', fresh(), { paper: 'm99', state: 'has' }, 'PAPER_NOT_FOUND'],
    ['of an older case', { ...fresh(), papers: undefined }, { paper: 'm0', state: 'has' }, 'PAPER_NOT_FOUND'],
    ['not needed, of what always is', fresh(), { paper: 'm3', state: 'unneeded' }, 'PAPER_NOT_SO'],
    ['for later, of what may not follow', fresh(), { paper: 'm0', state: 'later' }, 'PAPER_NOT_SO'],
    [
      'beside a photo',
      after(fresh(), { paper: 'm0', add: four.slice(0, 1) }),
      { paper: 'm0', state: 'has' },
      'PAPER_NOT_SO',
    ],
    [
      'with a fourth photo',
      after(fresh(), { paper: 'm0', add: four.slice(0, 3) }),
      { paper: 'm0', add: four.slice(3) },
      'PHOTO_UNFIT',
    ],
  ])('%s is refused', (_, kase, marking, code) => expect(mark(kase, marking)).toMatchObject({ code }));

  it('says what the paper is now, and in words what was said', () => {
    const table: [Partial<Marking> & { paper: string }, string, string][] = [
      [{ paper: 'm0', state: 'has' }, 'has', '本人居民身份证：手上有'],
      [{ paper: 'm1', state: 'unneeded' }, 'unneeded', '居民户口簿：免提交'],
      [{ paper: 'm4', state: 'unneeded' }, 'unneeded', '法定监护人身份证和监护关系材料：免提交'],
      [{ paper: 'm3', add: [photo('a')] }, 'sent', '残疾人证申请表、评定表：照片1张'],
      [{ paper: 'm2', state: 'later' }, 'later', '近期两寸免冠白底彩色照片3张：11月30日前补上（容缺）'],
    ];
    for (const [marking, state, text] of table) {
      expect(mark(fresh(), marking)).toMatchObject({ text });
      expect(paperOf(after(fresh(), marking), marking.paper)?.state).toBe(state);
    }
  });

  it('lets staff leave out what they know another way to', () =>
    expect(
      marked(fresh(), { paper: 'm3', state: 'unneeded', add: [], drop: [] }, 'agent', hours, monday),
    ).toMatchObject({ text: '残疾人证申请表、评定表：免提交' }));

  it('keeps what the agent said only as long as the paper is the same', () => {
    const sent = after(fresh(), { paper: 'm0', add: [photo('a')] });
    const said = judged(sent, [{ paper: 'm0', fault: '看不清' }], monday);
    if (isRejection(said)) throw new Error(said.code);
    const wrong = { ...sent, ...said.change };
    expect(paperOf(wrong, 'm0')?.verdict).toEqual({ isGood: false, fault: '看不清', at: monday });
    const anew = after(wrong, { paper: 'm0', add: [photo('b')], drop: [keyOf(photo('a'))] });
    expect(paperOf(anew, 'm0')).toMatchObject({ state: 'sent', photos: [photo('b')] });
    expect(paperOf(anew, 'm0')?.verdict).toBeUndefined();
    expect(photosGone(wrong, anew)).toEqual([photo('a')]);
    expect(paperOf(after(anew, { paper: 'm0', drop: [keyOf(photo('b'))] }), 'm0')?.state).toBe('missing');
  });
});

describe('what the agent says', () => {
  it.each([
    ['nothing', {}, { code: 'BAD_INPUT' }],
    ['that one will do, and nothing else', { papers: [{ paper: 'm0' }] }, { code: 'BAD_INPUT' }],
    ['of a paper that is none', { papers: [{ paper: 'm77', fault: '缺页' }] }, { code: 'PAPER_NOT_FOUND' }],
    [
      'of two papers at once, and that a third will do',
      {
        papers: [{ paper: 'm0' }, { paper: 'm1', fault: '缺页' }, { paper: 'm3', fault: '要盖章' }],
        text: '明天来拿',
      },
      { text: '居民户口簿：缺页；残疾人证申请表、评定表：要盖章。明天来拿' },
    ],
    ['in words alone', { text: '门诊发票' }, { text: '门诊发票' }],
  ])('%s', (_, said, answer) => expect(askedFor(fresh(), said, monday)).toMatchObject(answer));

  it('becomes one more paper where it was said in words alone, that is answered as all are', () => {
    const asked = askedFor({ papers: undefined }, { text: '门诊发票' }, monday);
    expect(asked).toMatchObject({
      change: { papers: [{ id: 'x0', note: '门诊发票', state: 'missing', verdict: { isGood: false } }] },
    });
  });
});

describe('supplying', () => {
  it('answers what was asked for, by words or by what was done about its papers since', () => {
    const asked = askedFor(
      inHand(),
      {
        papers: [
          { paper: 'm0', fault: '看不清' },
          { paper: 'm3', fault: '还缺这样' },
        ],
      },
      monday,
    );
    if (isRejection(asked)) throw new Error(asked.code);
    const waiting = step(
      inHand(),
      'ask',
      { ...asked.change, ...paused(inHand(), hours, asked.text, 'A', monday) },
      monday,
    );
    expect(supplied(waiting, monday).said).toBeUndefined();
    const sent = mustAdvance(after(waiting, { paper: 'm0', add: [photo('a')] }, monday + day), {
      do: 'paper',
      by: by('resident'),
      at: monday + day,
      requestId: 'p',
      paper: 'm0',
    });
    expect(supplied(sent, monday + day).said).toBe('本人居民身份证：照片1张');
    const back = step(
      sent,
      'supply',
      { ...supplied(sent, monday + day).change, ...resumed(sent, hours, monday + day) },
      monday + day,
    );
    expect(paperOf(back, 'm3')).toMatchObject({ state: 'has' });
    expect(back.papers?.filter(({ verdict }) => verdict)).toEqual([]);
  });
});

describe('容缺', () => {
  const sweep = (kase: CaseDoc, at: number) => wake(kase, hours, { at, requestId: `w${at}` });
  const promised = (kase: CaseDoc) => after(kase, { paper: 'm2', state: 'later' });
  const settled = (kase: CaseDoc) =>
    mustAdvance(kase, { do: 'paper', by: by('resident'), at: monday, requestId: 'p' });
  const due = instantOf('2026-11-30', '17:00');

  it('is reminded of before its day, once, and asked for on it: the case waits for the resident', () => {
    const kase = settled(promised(inHand()));
    const soon = paperOf(kase, 'm2')?.promise?.warnAt ?? 0;
    expect(kase.wakeAt).toBeLessThanOrEqual(soon);
    const reminded = sweep(sweep(kase, soon), soon + 1);
    expect(reminded.events.filter(({ do: what }) => what === 'remind')).toHaveLength(1);
    expect(reminded.outbox.at(-1)).toMatchObject({ to: 'resident', title: '答应后补的材料快到日子了' });
    expect(reminded.state).toBe('in_progress');
    const late = sweep(reminded, due);
    expect(late).toMatchObject({ state: 'awaiting_resident', ask: '近期两寸免冠白底彩色照片3张' });
    expect(late.pauses).toHaveLength(1);
    expect(late.outbox.slice(-2).map(({ to, template }) => `${to} ${template}`)).toEqual([
      'resident supplement',
      'agent assignment',
    ]);
    expect(paperOf(late, 'm2')).toMatchObject({ state: 'missing', hasFollowed: true });
    // It may not follow a second time.
    expect(mark(late, { paper: 'm2', state: 'later' })).toMatchObject({ code: 'PAPER_NOT_SO' });
    expect(viewOf(late, 'm2', due)?.mayFollowUntil).toBeUndefined();
  });

  it('is over with the photo, and with the case', () => {
    const there = settled(after(promised(inHand()), { paper: 'm2', add: [photo('a')] }));
    expect(sweep(there, due + day).events.some(({ do: what }) => what === 'demand')).toBe(false);
    const done = step(settled(promised(inHand())), 'complete', completed(inHand(), '好了', monday), monday);
    expect(sweep(done, due + day).events.some(({ do: what }) => what === 'demand')).toBe(false);
  });

  it('keeps its day when it is promised once more', () => {
    const kase = promised(inHand());
    const again = after(kase, { paper: 'm2', state: 'later' }, monday + day);
    expect(paperOf(again, 'm2')?.promise).toEqual(paperOf(kase, 'm2')?.promise);
  });

  it('is told in a case that nobody has yet, and adds to what a case waits for already', () => {
    const nobodys = sweep(settled(promised({ ...fresh(), dispatchAt: undefined })), due);
    expect(nobodys).toMatchObject({ state: 'submitted' });
    expect(nobodys.events.some(({ do: what }) => what === 'demand')).toBe(true);
    const asked = askedFor(promised(inHand()), { text: '发票' }, monday);
    if (isRejection(asked)) throw new Error(asked.code);
    const kase = promised(inHand());
    const waiting = step(
      kase,
      'ask',
      { ...asked.change, ...paused(kase, hours, '发票', 'A', monday) },
      monday,
    );
    expect(sweep(waiting, due)).toMatchObject({
      state: 'awaiting_resident',
      ask: '发票；近期两寸免冠白底彩色照片3张',
    });
  });
});

describe('photos of an ended case', () => {
  it('are kept for the days of the policy and then not', () => {
    const kase = after(inHand(), { paper: 'm0', add: [photo('a')] });
    const done = step(kase, 'complete', completed(kase, '好了', monday), monday);
    const rated: CaseDoc = { ...done, inviteAt: undefined };
    const at = monday + 180 * day;
    const soon = wake(rated, hours, { at: at - 1, requestId: 'w1' });
    expect(photosGone(done, soon)).toEqual([]);
    const later = wake(soon, hours, { at, requestId: 'w2' });
    expect(photosGone(done, later)).toEqual([photo('a')]);
    expect(later.events.at(-1)?.do).toBe('discard');
    expect(later.wakeAt).toBeUndefined();
  });
});
