import * as v from 'valibot';
import catalogue from '../../config/content/services.zh.json';
import { day, personName, type ServiceItem, text } from '../../contract/models';
import { dialled } from '../../contract/phone';
import { instantOf, sayDay } from '../../contract/time';
import { buildIndex, search } from '../../cloudfunctions/domain/search';
import { maskName, maskText } from '../../cloudfunctions/domain/mask';
import { personKey } from '../../cloudfunctions/domain/person-key';
import { type TestCloud, freshId, startTestCloud } from '../support/cloud';

/**
 * Inputs on which other systems broke, a row a fault that was reported of one. The kinds have tests of their own beside their
 * rules; here each input has its right value once, through the door that it came in by.
 */
let cloud: TestCloud;
beforeEach(async () => {
  cloud = await startTestCloud();
});
afterEach(() => cloud.close());

const index = buildIndex(catalogue.items as ServiceItem[]);
const found = (words: string) => search(index, words, 5);
const first = (words: string) => found(words).items[0]?.item.code;
const rings = (words: string) => found(words).hotlines.map(({ number }) => number);
const takes = (schema: v.GenericSchema<string, unknown>, value: string) => v.safeParse(schema, value).success;
const told = {
  channel: 'phone',
  serviceCode: 'disability-certificate',
  mode: 'counter',
  note: '想办残疾证',
} as const;
const note = (name: string, phone: string) => cloud.ok('ag-01', 'cases.intake', { ...told, name, phone });
const refusalOf = async (...call: Parameters<TestCloud['call']>) => {
  const reply = await cloud.call(...call);
  return reply.ok ? undefined : reply.code;
};
const visit = (appointment: string) => ({
  serviceCode: 'disability-certificate',
  mode: 'appointment' as const,
  note: '想办残疾证',
  appointment,
});

describe('names and phones', () => {
  it.each([
    '+8615400000456',
    '＋８６　１５４－００００－０４５６',
    '0086 154 0000 0456',
    '154\u200B0000\u200B0456',
    '015400000456',
  ])('01 %j is one number', (written) => expect(dialled(written)).toBe('15400000456'));

  it.each([
    ['(0452)5550177', '04525550177'],
    ['0452-5550177转802', '04525550177转802'],
    ['400-800-1234', '4008001234'],
    ['0452－5550177', '04525550177'],
  ])('02 %s is taken', (written, number) => expect(dialled(written)).toBe(number));

  it.each(['162', '166', '167', '171', '190', '191', '192', '193', '195', '196', '197', '199'])(
    '03 %s is a prefix',
    (prefix) => expect(dialled(`${prefix}00000456`)).toBeDefined(),
  );

  it.each(['\u2022', '\u30FB', '\u2027', '\u00B7'])('04 a name with %j is the same person', (dot) => {
    const key = (name: string) => personKey({ name, phone: '15400000456' });
    expect(key(`买买提${dot}艾力`)).toBe(key('买买提·艾力'));
  });

  it('05 is found among ten who share the number', async () => {
    const { caseId } = await note('何老太', '15500000001');
    for (let i = 0; i < 9; i += 1) await note(`家人${'一二三四五六七八九'[i]}`, '15500000001');
    expect(await note('何老太', '+86 155 0000 0001')).toMatchObject({ caseId, existing: true });
  });

  it('06 takes a name of 23 characters', () =>
    expect(takes(personName, '阿卜杜热西提·买买提艾力江·吐尔逊尼亚孜·艾')).toBe(true));

  it.each(['\u200B', '\u3164', '\u2800', '\u200D', '\u0001', '\u00AD', ' \u3000'])(
    '07 %j is blank',
    (blank) => {
      expect(takes(personName, blank)).toBe(false);
      expect(takes(text(500, '要办的事'), blank)).toBe(false);
    },
  );

  it('09 shows no name of one character', () => expect(maskName('鑫')).toBe('*'));
});

describe('text', () => {
  it.each([
    '+8615400000456',
    '8615400000456',
    '１５４０００００４５６',
    '154—0000—0456',
    '154.0000.0456',
    '154  0000  0456',
    '（0452）5550177',
    '230299660101001',
    '密码：abc12345',
    '154\u200B0000\u200B0456',
  ])('08 %j is hidden', (written) => expect(maskText(`找我，${written}，谢谢`)).toContain('['));

  it.each(['组织关系，低保', '残疾证，医保怎么交', '你们那儿能借雨伞？', '高龄津贴；低保'])(
    '10 %s is read as with half-width marks',
    (words) => {
      const half = words
        .replace(/\uFF0C/g, ',')
        .replace(/\uFF1B/g, ';')
        .replace(/\uFF1F/g, '?');
      expect(found(half)).toEqual(found(words));
    },
  );

  it.each([
    ['媽媽暈倒了', '120'],
    ['着 火 了', '119'],
    ['家⾥着⽕了', '119'],
    ['煤氣洩漏', '119'],
    ['救命', '120'],
  ])('11 %s rings %s', (words, number) => expect(rings(words)).toContain(number));

  it.each(['轮胎没气了', '燃气没气了', '足球没气了', '气球没气了'])('12 %s rings nobody', (words) =>
    expect(rings(words)).toEqual([]),
  );

  it.each(['残\u200B疾\u200B证', '殘疾證', 'ｃａｎｊｉｚｈｅｎｇ', '残疾⼈证'])(
    '13, 14 %j is found',
    (words) => expect(first(words)).toBe('disability-certificate'),
  );
});

describe('days', () => {
  it.each(['2027-02-29', '2027-04-31', '2026-02-30'])('15 %s is no day', (value) =>
    expect(takes(day, value)).toBe(false),
  );
  it('35 2028-02-29 is one', () => expect(takes(day, '2028-02-29')).toBe(true));

  it.each([
    ['15', '2027-02-29T10:00', 'BAD_INPUT'],
    ['16', '9999-12-31T10:00', 'BAD_INPUT'],
    ['16', '2627-11-24T10:00', 'BAD_INPUT'],
    ['16', '2027-06-01T10:00', 'APPOINTMENT_TOO_FAR'],
  ])('%s an appointment on %s is refused', async (_, appointment, code) => {
    expect(await refusalOf('rs-01', 'cases.submit', visit(appointment))).toBe(code);
  });

  it('17 an appointment on a holiday is refused', async () => {
    await cloud.setClock(instantOf('2026-09-29', '09:00'));
    expect(await refusalOf('rs-01', 'cases.submit', visit('2026-10-02T10:00'))).toBe('APPOINTMENT_CLOSED');
  });

  it.each([
    ['18 nothing is due on New Year', '2026-12-31', '2027-01-04'],
    ['19 a make-up day counts', '2026-10-09', '2026-10-10'],
  ])('%s', async (_, on, due) => {
    await cloud.setClock(instantOf(on, '10:00'));
    const wish = { serviceCode: 'policy-consultation', mode: 'online', note: '高龄津贴几岁能领' } as const;
    const { caseId } = await cloud.ok('rs-01', 'cases.submit', wish);
    expect((await cloud.ok('rs-01', 'cases.detail', { caseId })).case.dueAt).toBe(instantOf(due, '17:00'));
  });

  it('31 a day of another year says its year', () =>
    expect(sayDay(instantOf('2025-12-01'), instantOf('2026-11-23'))).toBe('2025年12月1日 周一'));
});

describe('requests', () => {
  it('20 a number carries its year, so that none of another year can be in its way', async () => {
    await cloud.setClock(instantOf('2028-04-13', '10:00'));
    expect((await note('何老太', '15500000001')).no).toMatch(/^280413\d{4}$/);
  });

  it('21 two reports are two cases', async () => {
    const report = { serviceCode: 'report-issue', mode: 'online' } as const;
    const light = await cloud.ok('rs-01', 'cases.submit', {
      ...report,
      subtype: 'streetlight',
      note: '路灯不亮',
    });
    const hole = await cloud.ok('rs-01', 'cases.submit', { ...report, subtype: 'manhole', note: '井盖没了' });
    expect(hole).toMatchObject({ existing: false });
    expect(hole.caseId).not.toBe(light.caseId);
  });

  it('25 eight at once are one case', async () => {
    const wish = { serviceCode: 'disability-certificate', mode: 'counter', note: '想办残疾证' } as const;
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => cloud.ok('rs-01', 'cases.submit', wish, freshId())),
    );
    expect(new Set(answers.map(({ caseId }) => caseId)).size).toBe(1);
  });

  it.each(['constructor', '__proto__', 'toString'])('34 there is no action %s', async (action) => {
    const reply = await cloud.post(
      'cases',
      { action, requestId: freshId(), input: {} },
      cloud.token('rs-01'),
    );
    expect(reply).toMatchObject({ ok: false });
    expect(reply).not.toMatchObject({ code: 'INTERNAL' });
  });
});
