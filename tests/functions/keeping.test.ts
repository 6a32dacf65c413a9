import { addDays, dayOf, instantOf, shanghai } from '../../contract/time';
import { type TestCloud, MONDAY, freshId, startTestCloud } from '../support/cloud';
import { point } from '../support/photo';
import { upload } from '../support/upload';
import { AGENT, DISTRICT, MANAGER, STREET, viewOf } from './finished';

/** 保存期限: what is removed by time alone, said before it is, and what a district sets. Rules: docs/decisions/0070. */
let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.close());

const DS = 'ds-tiefeng';
const dayMs = 86_400_000;
const three = (day: string) => instantOf(day, '03:00');
const view = () => cloud.ok(DISTRICT, 'privacy.keeping', { orgId: DS });
const due = async () => {
  const { shelves, archive } = await view();
  return Object.fromEntries(
    [
      ...shelves.map(({ shelf, next }) => [shelf, next?.count ?? -1] as const),
      ...archive.map(({ category, next }) => [category, next?.count ?? -1] as const),
    ].filter(([, count]) => count !== 0),
  );
};
/** At three in the morning of that day, having been awake the night before. */
const runOn = async (day: string) => {
  await cloud.setClock(three(addDays(day, -1)) + 1);
  await cloud.timer('sweep');
  await cloud.setClock(three(day));
  return (await cloud.timer('sweep')).removed;
};
const ended = async (serviceCode: string) => {
  const { caseId } = await cloud.ok('rs-01', 'cases.submit', {
    serviceCode,
    mode: 'counter',
    note: '想办一件事',
  });
  const { assignment } = await viewOf(cloud, STREET, caseId);
  if (assignment?.agentId !== AGENT) await cloud.ok(STREET, 'cases.assign', { caseId, agentId: AGENT });
  await cloud.ok(AGENT, 'cases.accept', { caseId });
  await cloud.ok(AGENT, 'cases.complete', { caseId, result: '办好了' });
  return caseId;
};

it('plans the first run for the next night, and says that there is nothing to remove', async () => {
  await cloud.timer('sweep');
  expect(await view()).toMatchObject({
    canSet: true,
    version: 0,
    nextAt: three('2026-11-24'),
    photos: { days: 180 },
  });
  expect(await due()).toEqual({});
  const below = await cloud.ok(MANAGER, 'privacy.keeping', { orgId: 'cm-xinmin' });
  expect(below).toMatchObject({ canSet: false, district: { id: DS } });
  expect(below.shelves.every(({ next }) => next === undefined)).toBe(true);
});

it('is set by the district alone, within the law and the purpose, over the version that was read', async () => {
  const wish = {
    orgId: DS,
    version: 0,
    days: { inbox: 400 },
    archive: [{ category: '民生服务', class: 'long' as const }],
  };
  expect(await cloud.call(MANAGER, 'privacy.setKeeping', wish)).toMatchObject({ code: 'UNIT_NOT_YOURS' });
  expect(
    await cloud.call(DISTRICT, 'privacy.setKeeping', {
      ...wish,
      days: { looks: 30, importRows: 999 },
      archive: [],
    }),
  ).toMatchObject({
    code: 'BAD_INPUT',
    fields: {
      'days.looks': '个人信息保护法第56条要求处理情况的记录至少留三年，最少留1095天。',
      'days.importRows': '过了24小时就不能撤回，留着没有用处，最多留90天。',
    },
  });
  const id = freshId();
  expect(await cloud.call(DISTRICT, 'privacy.setKeeping', { ...wish, archive: [] }, id)).toMatchObject({
    ok: true,
    data: { version: 1 },
  });
  expect(await cloud.call(DISTRICT, 'privacy.setKeeping', { ...wish, archive: [] }, id)).toMatchObject({
    ok: true,
    data: { version: 1 },
  });
  expect(
    await cloud.call(DISTRICT, 'privacy.setKeeping', { ...wish, days: { inbox: 500 }, archive: [] }),
  ).toMatchObject({ code: 'POLICY_CHANGED' });
  const { shelves, changed, version } = await view();
  expect({ version, changed }).toEqual({ version: 1, changed: { at: MONDAY, by: expect.any(String) } });
  expect(shelves.find(({ shelf }) => shelf === 'inbox')).toMatchObject({ days: 400, own: true });
  const { entries } = await cloud.ok(DISTRICT, 'units.journal', { orgId: DS, kind: 'unit' });
  expect(entries[0]).toMatchObject({
    what: 'unit.keeping',
    changes: expect.arrayContaining([{ field: 'keeping', before: undefined, after: '收件箱里的通知400天' }]),
  });
});

it('tells managers who opened what of whom, the unusual first, each unit its own and below', async () => {
  const caseId = await ended('daily-errand');
  const [rs] = (await cloud.ok(MANAGER, 'people.find', { orgId: 'cm-xinmin', text: '赵一示' })).people;
  const personId = rs?.id ?? '';
  await cloud.ok(MANAGER, 'cases.contact', { caseId, why: '回访0' });
  // One opening is enough to be found.
  expect(await cloud.ok(MANAGER, 'privacy.openings', { orgId: 'cm-xinmin' })).toMatchObject({
    readers: [{ count: 1 }],
  });
  for (let i = 1; i < 5; i += 1) await cloud.ok(MANAGER, 'cases.contact', { caseId, why: `回访${i}` });
  await cloud.ok(STREET, 'people.look', { personId });
  const of = (who: string, orgId: string, days?: 7 | 30) =>
    cloud.call(who, 'privacy.openings', { orgId, days });
  const all = await cloud.ok(DISTRICT, 'privacy.openings', { orgId: DS });
  expect(all.readers).toMatchObject([
    { name: '白露澄', count: 5, people: 1, odd: [{ name: 'same', count: 5 }] },
    { count: 1, people: 1, odd: [], openings: [{ how: 'look', personId, person: '赵**' }] },
  ]);
  expect(all.readers[0]?.openings[0]).toMatchObject({ how: 'contact', why: '回访0', case: { id: caseId } });
  expect(await of(MANAGER, 'cm-xinmin')).toMatchObject({
    ok: true,
    data: { readers: [{ count: 5 }, { count: 1 }] },
  });
  expect(await of(MANAGER, DS)).toMatchObject({ code: 'UNIT_NOT_YOURS' });
  // Three weeks later the case and the entry are found by when they were opened, not by what was written since.
  await cloud.setClock(MONDAY + 20 * dayMs);
  expect(await of(MANAGER, 'cm-xinmin')).toMatchObject({ ok: true, data: { readers: [] } });
  expect(await of(MANAGER, 'cm-xinmin', 30)).toMatchObject({
    ok: true,
    data: { isMore: false, readers: [{ count: 5, odd: [{ name: 'same' }] }, { count: 1 }] },
  });
  await cloud.setClock(MONDAY);
  expect(await of(DISTRICT, 'st-donghu')).toMatchObject({ ok: true, data: { readers: [] } });
  expect(JSON.stringify(all)).not.toMatch(/04525550124|赵一示/);
  // By person: as the resident reads it.
  const { readings } = await cloud.ok(MANAGER, 'privacy.readersOf', { personId });
  expect(readings).toEqual((await cloud.ok('rs-01', 'privacy.readers', {})).readings);
  expect(await cloud.call('ad-cm-3', 'privacy.readersOf', { personId })).toMatchObject({
    code: 'PERSON_NOT_YOURS',
  });
});

it('assesses by what is configured, keeps each for three years, and makes another once that has changed', async () => {
  expect(await cloud.call(MANAGER, 'privacy.assess', { orgId: 'cm-xinmin' })).toMatchObject({
    code: 'UNIT_NOT_YOURS',
  });
  const list = () => cloud.ok(DISTRICT, 'privacy.assessments', { orgId: DS });
  expect(await list()).toEqual({ isCurrent: false, assessments: [] });
  const first = await cloud.ok(DISTRICT, 'privacy.assess', { orgId: DS });
  const page = await (await fetch(first.url)).text();
  for (const words of [
    '个人信息保护影响评估',
    '收件箱里的通知</td><td>发出以后</td><td>400',
    '材料照片',
    '社会救助</td><td>30年',
    '一天打开的人多',
  ])
    expect(page).toContain(words);
  await cloud.ok(DISTRICT, 'privacy.assess', { orgId: DS });
  expect(await list()).toMatchObject({ isCurrent: true, assessments: [{ at: MONDAY }] });
  await cloud.ok(DISTRICT, 'privacy.setKeeping', {
    orgId: DS,
    version: 1,
    days: { inbox: 400, looks: 2000 },
    archive: [],
  });
  expect(await list()).toMatchObject({ isCurrent: false });
  const { assessments } = await list();
  expect(await cloud.ok(DISTRICT, 'privacy.assess', { orgId: DS, id: assessments[0]?.id })).toMatchObject({
    name: first.name,
  });
});

it('says what goes before it does, then removes just that, and nothing twice', async () => {
  const old = await ended('daily-errand');
  await cloud.timer('notify');
  const [kase] = await cloud.console.find('cases', { _id: old });
  await cloud.console.put('cases', { ...kase, _id: old, endedAt: MONDAY - 366 * dayMs });
  // It is another one that somebody is still at work on, and one whose days are not over.
  for (const [id, more] of [
    ['at-work', { owed: { by: 'ag-01', at: MONDAY } }],
    ['not-yet', { endedAt: MONDAY - 300 * dayMs }],
  ] as const)
    await cloud.console.put('cases', {
      ...kase,
      endedAt: MONDAY - 366 * dayMs,
      ...more,
      _id: id,
      no: id,
      requestId: id,
    });
  const unit = { district: DS, street: 'st-longhua', community: 'cm-xinmin' };
  const past = (days: number) => MONDAY - days * dayMs;
  const put = (name: string, docs: object[]) =>
    Promise.all(docs.map((doc) => cloud.console.put(name, { _id: freshId(), ...doc })));
  await put('notices', [
    { to: 'x', unit, at: past(398) },
    { to: 'x', unit, at: past(401) },
  ]);
  await put('calls', [
    { caseId: 'x', open: false, at: past(400) },
    { caseId: 'x', open: true, at: past(400) },
  ]);
  await put('invitations', [
    { unit, open: false, until: past(40) },
    { unit, open: true, until: past(40) },
    { unit, open: true, until: past(20) },
  ]);
  await put('dataRequests', [
    { unit, isOpen: false, at: past(1100) },
    { unit, isOpen: true, at: past(1100) },
  ]);
  await put('journal', [
    {
      unit,
      at: past(2100),
      about: { kind: 'resident', id: 'x', name: '赵**' },
      what: 'person.look',
      by: { id: 'y', name: 'y' },
    },
    {
      unit,
      at: past(2100),
      about: { kind: 'unit', id: 'x', name: 'x' },
      what: 'unit.policy',
      by: { id: 'y', name: 'y' },
    },
  ]);
  await put('exports', [{ at: past(1100), by: 'x' }]);
  await put('alarms', [
    { open: false, lastAt: past(200) },
    { open: true, lastAt: past(200) },
  ]);
  await put('troubles', [{ lastAt: past(200) }]);
  await cloud.console.put('imports', { _id: 'imp-a', unit, orgId: 'cm-xinmin', at: past(8) });
  await cloud.console.put('imports', { _id: 'imp-b', unit, orgId: 'cm-xinmin', at: past(1) });
  for (const importId of ['imp-a', 'imp-b'])
    await put(
      'importRows',
      [0, 1, 2].map((i) => ({ _id: `${importId}:${999_999 - i}`, importId })),
    );
  const goes = {
    inbox: 1,
    contacts: 1,
    calls: 1,
    invitations: 2,
    requests: 1,
    looks: 1,
    exports: 1,
    alarms: 2,
    importRows: 3,
  };
  expect(await due()).toEqual(goes);
  const before = await Promise.all(
    Object.keys(cloud.stored()).map(async (name) => (await cloud.console.find(name, {})).length),
  );
  await cloud.setClock(three('2026-11-24') - 1);
  expect((await cloud.timer('sweep')).removed).toBe(0);
  await cloud.setClock(three('2026-11-24'));
  expect((await cloud.timer('beat')).failed).toBe(0);
  const after = await Promise.all(
    Object.keys(cloud.stored()).map(async (name) => (await cloud.console.find(name, {})).length),
  );
  const names = Object.keys(cloud.stored());
  const fell = Object.fromEntries(
    names.flatMap((name, i) =>
      (before[i] ?? 0) > (after[i] ?? 0) ? [[name, (before[i] ?? 0) - (after[i] ?? 0)]] : [],
    ),
  );
  expect(fell).toEqual({
    notices: 1,
    calls: 1,
    invitations: 2,
    dataRequests: 1,
    journal: 1,
    alarms: 1,
    troubles: 1,
    importRows: 3,
  });
  const { last, nextAt } = await view();
  expect(nextAt).toBe(three('2026-11-25'));
  expect(last).toEqual({
    at: three('2026-11-24'),
    removed: expect.arrayContaining([{ name: '收件箱里的通知', count: 1 }]),
  });
  const reach = async (id: string) =>
    (await cloud.console.find('cases', { _id: id })) as unknown as [{ contact: object; foundBy: object }];
  expect((await reach(old))[0]).toMatchObject({
    contact: { name: '赵一示', phone: '' },
    foundBy: { phone: '' },
  });
  expect((await reach(old))[0].contact).not.toHaveProperty('address');
  for (const id of ['at-work', 'not-yet'])
    expect((await reach(id))[0]).toMatchObject({ contact: { phone: '04525550124' }, reaches: true });
  expect(await cloud.call(MANAGER, 'cases.contact', { caseId: old, why: '回访' })).toMatchObject({
    code: 'CONTACT_GONE',
  });
  // The night after what is configured has changed, there is another assessment.
  expect(await cloud.ok(DISTRICT, 'privacy.assessments', { orgId: DS })).toMatchObject({
    isCurrent: true,
    assessments: [{ by: '系统' }, { at: MONDAY }],
  });
  expect(await due()).toEqual({});
  // Set back by a month and a half: nothing goes early, and what went does not go again.
  await cloud.setClock(MONDAY - 45 * dayMs);
  expect((await cloud.timer('sweep')).removed).toBe(0);
  expect(await due()).toEqual({});
  expect(await runOn(dayOf(MONDAY - 43 * dayMs))).toBe(0);
  await cloud.setClock(MONDAY + dayMs);
  await cloud.timer('sweep');
});

it('keeps a case as long as its class says, and then takes it whole; the figures stay', async () => {
  await cloud.setClock(MONDAY + 2 * dayMs);
  const caseId = await ended('daily-errand');
  const relief = await ended('disability-certificate');
  const photo = await upload(cloud, 'rs-01', `reviews/rs-01/a.png`, point);
  await cloud.ok('rs-01', 'reviews.submit', {
    caseId,
    level: 'satisfied',
    text: '跑前跑后',
    photos: [photo],
  });
  await cloud.timer('notify');
  await cloud.timer('rollup');
  const figures = await cloud.console.find('rollups', {});
  // Of two items of one category one is kept longer; one is kept shorter than the district keeps its category; and one has what its category has.
  const goes = await ended('elderly-allowance');
  const stays = await ended('senior-preference-card');
  const work = { serviceCode: 'unemployment-registration', mode: 'counter', note: '想登记失业' } as const;
  const { caseId: dropped } = await cloud.ok('rs-01', 'cases.submit', work);
  await cloud.ok('rs-01', 'cases.cancel', { caseId: dropped });
  const about = { about: 'words', whom: '小区物业', note: '楼道的灯一直不修' } as const;
  const { caseId: complaint } = await cloud.ok('rs-05', 'cases.complain', about);
  await cloud.ok(STREET, 'cases.reply', { caseId: complaint, result: '灯修好了' });
  const wish = {
    orgId: DS,
    version: 2,
    days: { inbox: 400, looks: 2000 },
    archive: [{ category: '生活代办', class: 'long' as const }],
  };
  const items = [
    { code: 'senior-preference-card', class: 'long' as const },
    { code: 'daily-errand', class: 'short' as const },
    { code: 'unemployment-registration', class: 'short' as const },
  ];
  const wrong = [{ code: 'disability-certificate', class: 'short' as const }, ...items, ...items.slice(1, 2)];
  expect(await cloud.call(DISTRICT, 'privacy.setKeeping', { ...wish, items: wrong })).toMatchObject({
    code: 'BAD_INPUT',
    fields: {
      'items.disability-certificate': '“残疾人服务”的办件，档案规定至少留30年，请选30年或者永久。',
      'items.daily-errand': '这一项填了两次，请只留一次。',
    },
  });
  await cloud.ok(DISTRICT, 'privacy.setKeeping', { ...wish, items });
  // A phone of before knows no items: what is set of them stays.
  await cloud.ok(DISTRICT, 'privacy.setKeeping', { ...wish, version: 3 });
  const { entries } = await cloud.ok(DISTRICT, 'units.journal', { orgId: DS, kind: 'unit' });
  expect(entries.flatMap(({ changes }) => changes)).toContainEqual(
    expect.objectContaining({
      field: 'keeping',
      after: expect.stringContaining('；生活代办30年；“老年人优待证”30年；“生活代办（跑腿帮忙）”10年'),
    }),
  );
  const sheet = await cloud.ok(DISTRICT, 'privacy.assess', { orgId: DS });
  expect(await (await fetch(sheet.url)).text()).toContain(
    '养老助老</td><td>10年</td></tr><tr><td>其中“老年人优待证”</td><td>30年',
  );
  const kept = (await cloud.ok('rs-01', 'privacy.leaving', {})).archived;
  const untilOf = (id: string) => kept.find((one) => one.caseId === id)?.until;
  const years = (many: number) =>
    shanghai(MONDAY + 2 * dayMs)
      .add(many, 'year')
      .valueOf();
  expect([caseId, relief, goes, stays].map(untilOf)).toEqual([10, 30, 10, 30].map(years));
  const has = () =>
    [caseId, relief, goes, stays, complaint].map((id) => JSON.stringify(cloud.stored()).includes(id));
  // Ten years on in one leap: nothing goes that day, an admin is told, and the night after it does.
  const [day, next] = ['2036-11-25', '2036-11-26'];
  await cloud.setClock(three(day) + 1);
  expect((await cloud.timer('sweep')).removed).toBe(0);
  expect(has()).toEqual([true, true, true, true, true]);
  expect(JSON.stringify(await cloud.console.find('alarms', { open: true }))).toContain('请看时钟对不对');
  // Those of the tests before are over, too.
  const errands = (await cloud.console.find('cases', { serviceCode: 'daily-errand' })).length;
  const seen = await view();
  const one = { count: 1, isMore: false };
  expect(seen.archive.filter((row) => row.next?.count !== 0)).toEqual([
    { category: '养老助老', class: 'short', next: one },
    { category: '投诉', class: 'short', next: one },
  ]);
  expect(seen.items.filter((row) => row.next !== undefined)).toEqual([
    { ...items[0], name: '老年人优待证', category: '养老助老', next: { count: 0, isMore: false } },
    { ...items[1], name: '生活代办（跑腿帮忙）', category: '生活代办', next: { ...one, count: errands } },
    { ...items[2], name: '就业失业登记', category: '就业创业', next: one },
  ]);
  await cloud.setClock(three(next));
  await cloud.timer('sweep');
  expect(has()).toEqual([false, true, false, true, false]);
  expect((await view()).last?.removed).toContainEqual({ name: '到期的办件', count: errands + 3 });
  await cloud.timer('rollup');
  expect((await cloud.console.find('rollups', {})).length).toBe(figures.length);
  // Another case of those days is written again: closed days are not counted anew from what is left.
  await cloud.ok('rs-01', 'reviews.submit', { caseId: relief, level: 'satisfied' });
  await cloud.timer('rollup');
  const packed = (docs: object[]) => JSON.stringify(docs.map((doc) => 'packed' in doc && doc.packed));
  expect(packed(await cloud.console.find('rollups', {})) === packed(figures)).toBe(true);
});
