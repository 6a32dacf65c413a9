import { isRejection } from '../../../contract/errors';
import { itemOf, monday, officeHours, personDoc, unit } from '../../../tests/support/world';
import { policyOf } from '../policy';
import type { CaseDoc, Report } from '../documents';
import { openCase } from './case';
import { isElsewhere, joinedBy, joinedOfOne, joinedOfTwo, leftBy, nearbyOf, sameReport } from './report';

const item = itemOf('report-issue');
const policy = policyOf(unit, []);
const at = { ...unit, grid: 'g2' };

function reported(over: Partial<Report> = {}, note = '井盖没了', requestId = 'r1'): CaseDoc {
  const resident = {
    ...personDoc('me', 'resident'),
    address: '我家3号楼',
    agentId: 'ag',
    family: [{ personId: 'kin' }],
  };
  const report = { kind: 'manhole', landmark: '东门路口', unit: at, gridName: '第二网格', ...over };
  return openCase(
    {
      resident: resident as unknown as Parameters<typeof openCase>[0]['resident'],
      item,
      subtype: 'manhole',
      mode: 'online',
      channel: 'self',
      note,
      phone: '1',
      address: '我家3号楼',
      requestId,
      before: 0,
      draw: 0,
      report,
    },
    policy,
    officeHours,
    monday,
  );
}

describe('a report', () => {
  it('lies where its place is, with the clocks of its kind, and knows no door', () => {
    const kase = reported();
    expect(kase).toMatchObject({ unit: at, gridName: '第二网格', urgent: true, contact: { name: 'me' } });
    expect(kase.contact.address).toBeUndefined();
    expect((kase.clocks.response?.dueAt ?? 0) - monday).toBe(2 * 3_600_000);
  });

  it('that is anonymous holds nothing that tells who it was, in any field but whose it is', () => {
    const { residentId, requestId, events, ...kase } = reported({ isAnonymous: true });
    expect(residentId).toBe('me');
    expect(requestId).toContain('me');
    expect(events[0]?.by).toEqual({ part: 'resident', id: 'me', name: '匿名' });
    expect(kase.contact).toEqual({ name: '匿名', phone: '' });
    const { outbox, ...rest } = kase;
    expect(JSON.stringify(rest)).not.toMatch(/"me"|我家|"ag"|"kin"/);
    expect(outbox.map(({ to }) => to)).toEqual(['me']);
  });

  it('has an id that nobody computes from who asked', () => {
    expect(reported({}, '井盖没了', 'r1')._id).not.toBe(reported({}, '井盖没了', 'r2')._id);
    expect(reported()._id).toBe(reported()._id);
  });
});

it.each<[string, boolean]>([
  ['黑龙江省哈尔滨市道里区中央大街12号', true],
  ['哈尔滨市道里区中央大街', true],
  ['北京市朝阳区建国路', true],
  ['内蒙古自治区呼伦贝尔市扎兰屯市站前街', true],
  ['黑龙江省齐齐哈尔市龙沙区公园路', true],
  ['齐齐哈尔市讷河县', true],
  ['黑龙江省齐齐哈尔市铁锋区龙华路', false],
  ['永辉超市小区东门', false],
  ['菜市场区公所对面', false],
  ['门市东区2号楼', false],
  ['夜市开发区路口', false],
  ['晴川里小区3号楼', false],
  ['', false],
])('%s is elsewhere: %s', (words, answer) => expect(isElsewhere(words, { name: '铁锋区' })).toBe(answer));

it.each<[string, Parameters<typeof reported>, string[], boolean]>([
  ['all the same', [], [], true],
  ['another place', [{ landmark: '西门' }], [], false],
  ['another kind', [{ kind: 'streetlight' }], [], false],
  ['other words', [{}, '井盖翘了'], [], false],
  ['another grid', [{ unit: unit } as Partial<Report>], [], false],
  ['a new photo', [], ['a.jpg'], false],
  ['anonymous now', [{ isAnonymous: true }], [], false],
])('%s, said again: the same is %s', (_, [over = {}, note = '井盖没了'], photos, isSame) => {
  const said = { kind: 'manhole', landmark: '东门路口', unit: at, ...over };
  expect(sameReport([reported()], { note, photos, reported: said }) !== undefined).toBe(isSame);
});

it('that has ended is not said again by the same words', () => {
  const done: CaseDoc = { ...reported(), state: 'completed' };
  const said = { kind: 'manhole', landmark: '东门路口', unit: at };
  expect(sameReport([done], { note: '井盖没了', photos: [], reported: said })).toBeUndefined();
});

describe('neighbours', () => {
  const join = (kase: CaseDoc, id: string): CaseDoc => {
    const report = joinedBy(kase, id);
    if (isRejection(report)) throw new Error(report.code);
    return { ...kase, report };
  };
  it('join once, and leave again', () => {
    const kase = join(join(join(reported(), 'a'), 'b'), 'a');
    expect(kase.report?.joined).toEqual(['a', 'b']);
    expect(kase.report && leftBy(kase.report, 'a').joined).toEqual(['b']);
  });
  it.each<[string, (kase: CaseDoc) => CaseDoc, string, string]>([
    ['one’s own', (kase) => kase, 'me', 'JOIN_OWN'],
    ['no report', ({ report: _, ...kase }) => kase, 'a', 'NOT_A_REPORT'],
    [
      'one that a hundred have joined',
      (kase) => Array.from({ length: 100 }, (__, i) => `n${i}`).reduce(join, kase),
      'a',
      'JOIN_FULL',
    ],
  ])('cannot join %s', (_, of, id, code) => expect(joinedBy(of(reported()), id)).toMatchObject({ code }));

  // `from` and `into` are two entries of one person; the columns: whose report it is, who has joined, and that after each step.
  it.each<[string, string, string[], string[], string[]]>([
    ['that the one had joined', 'me', ['a', 'from'], ['a', 'into'], ['a', 'from']],
    ['that both had joined', 'me', ['into', 'from', 'a'], ['into', 'a'], ['into', 'a', 'from']],
    ['that the other had joined', 'me', ['into'], ['into'], ['into']],
    ['that neither had joined', 'me', ['a'], ['a'], ['a']],
    ['of the other’s own', 'into', ['from', 'a'], ['a'], ['a', 'from']],
    ['of the one’s own', 'from', ['into'], [], ['into']],
  ])('keep their place in a report %s, as one and as two again', (_, owner, joined, one, two) => {
    const had = (id: string) => ({ id, had: joined.includes(id) });
    const before = { ...reported({ joined }), residentId: owner };
    const asOne = { ...before, residentId: owner === 'from' ? 'into' : owner };
    const during = joinedOfOne(asOne, 'from', 'into');
    expect(during).toEqual(one);
    const asTwo = { ...reported({ joined: during }), residentId: owner };
    const after = joinedOfTwo(asTwo, had('from'), had('into'));
    expect([...after].sort()).toEqual([...two].sort());
    // A second run, where the first one died.
    const again = { ...reported({ joined: after }), residentId: owner };
    expect(joinedOfTwo(again, had('from'), had('into'))).toEqual(after);
  });

  it('who took it back as one have not joined as two', () => {
    const both = [
      { id: 'from', had: true },
      { id: 'into', had: true },
    ];
    expect(joinedOfTwo(reported({ joined: ['a'] }), ...both)).toEqual(['a']);
  });

  it('see those of their grid first, at most five, and nothing of who reported them', () => {
    const far = Array.from({ length: 4 }, (_, i) =>
      reported({ unit } as Partial<Report>, '井盖没了', `f${i}`),
    );
    const near = [reported({}, '井盖没了', 'n1'), join(reported({}, '井盖没了', 'n2'), 'you')];
    const rows = nearbyOf([...far, ...near], { _id: 'you' }, 'g2', item);
    expect(rows).toHaveLength(5);
    expect(rows.slice(0, 2).map(({ caseId }) => caseId)).toEqual(near.map(({ _id }) => _id));
    expect(rows[0]).toEqual({
      caseId: near[0]?._id,
      what: '井盖缺损',
      landmark: '东门路口',
      at: monday,
      state: 'submitted',
      joined: 0,
      mine: undefined,
    });
    expect(rows[1]).toMatchObject({ joined: 1, mine: 'joined' });
    expect(nearbyOf(near, { _id: 'me' }, undefined, item)[0]?.mine).toBe('own');
  });
});
