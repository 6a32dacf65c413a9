import type { Page } from 'playwright-core';
import templates from '../../config/templates.json';
import type { Mode as Way } from '../../contract/words';
import type { Client } from '../../demo/client';
import { rollUp } from '../../demo/past-year';
import { MONDAY } from '../support/cloud';
import { bundlePlaces, playBundle } from './bundle-pages';
import { cataloguePlaces, playCatalogue } from './catalogue-pages';
import { complaintPlaces, playComplaints } from './complaint-pages';
import { deskPlaces, playDesk } from './desk-pages';
import { familyPlaces, playFamily } from './family-pages';
import { moveInPlaces, playMoveIn } from './move-in-pages';
import { chainPlaces } from './chain-pages';
import { paperPlaces } from './paper-pages';
import type { Cases, Place } from './place';
import { playOwnData, privacyPlaces } from './privacy-pages';
import { playRated, playBad, rectifyPlaces } from './rectify-pages';
import { playQuestions, questionPlaces } from './question-pages';
import { playReports, reportPlaces } from './report-pages';
import { playReviews, reviewPlaces } from './review-pages';
import { answers, button, isSubmit, noteField, sees, stepsGone } from './steps';

const resident = 'rs-01';
const agent = 'ag-02';
const colleague = 'ag-06';
const houser = 'ag-03';
const onLeave = 'ag-09';
const manager = 'ad-cm-1';
const dayMs = 24 * 60 * 60 * 1000;
const MONDAY_EVENING = MONDAY + 10 * 60 * 60 * 1000;

/** Plays two weeks of one resident: a case in every state, one of them late. Leaves the clock at MONDAY. */
export async function playCases(client: Client): Promise<Cases> {
  const ask = async (serviceCode: string, mode: Way, note: string) =>
    (await client.ok(resident, 'cases.submit', { serviceCode, mode, note })).caseId;
  const holder = async (caseId: string) =>
    (await client.ok(manager, 'cases.detail', { caseId })).case.assignment?.agentId;
  /** Offered to this one agent, whomever the rules would choose. */
  const offer = async (serviceCode: string, mode: Way, note: string) => {
    const caseId = await ask(serviceCode, mode, note);
    if ((await holder(caseId)) !== agent)
      await client.ok(manager, 'cases.assign', { caseId, agentId: agent });
    return caseId;
  };
  const askAgent = async (serviceCode: string, mode: Way, note: string) => {
    const caseId = await offer(serviceCode, mode, note);
    await client.ok(agent, 'cases.accept', { caseId });
    return caseId;
  };
  const complete = async (caseId: string, result: string) => {
    await client.ok(agent, 'cases.complete', { caseId, result });
    return caseId;
  };

  const reviews = await playReviews(client, MONDAY);
  const autumn = await playRated(client);
  // Due on Friday at five: its community was told in time, and has not said yet that it knows.
  await client.setClock(MONDAY - 10 * dayMs);
  const late = await askAgent('senior-preference-card', 'counter', '优待证丢了，想补一张');
  await client.setClock(MONDAY);
  const { bundle, stalled } = await playBundle(client);
  await playDesk(client, late);
  await playMoveIn(client);
  const bad = await playBad(client);
  const complaints = await playComplaints(client);
  const questions = await playQuestions(client);

  const rated = await complete(
    await askAgent('elderly-allowance', 'counter', '高龄津贴几岁能领'),
    '八十岁起领',
  );
  await client.ok(resident, 'reviews.submit', {
    caseId: rated,
    level: 'dissatisfied',
    tags: ['办得慢'],
    text: '等了一个礼拜才有人回话',
  });
  const done = await complete(
    await askAgent('report-issue', 'online', '三楼楼道的灯不亮了'),
    '灯泡换好了，晚上来看过，亮了',
  );
  const ended = await askAgent('resident-medical-insurance', 'online', '想补交去年的医保');
  await client.ok(agent, 'cases.terminate', { caseId: ended, reason: '不符合办理条件' });
  const withdrawn = await ask('temporary-relief', 'home-visit', '屋里跑水，家具泡了');
  await client.ok(resident, 'cases.cancel', { caseId: withdrawn, reason: '自己已经办好' });
  const nobody = await ask('household-migration', 'counter', '想把户口迁到女儿家');
  for (let one = await holder(nobody); one; one = await holder(nobody))
    await client.ok(one, 'cases.decline', { caseId: nobody, reason: '手头忙不过来' });
  const asked = await askAgent('daily-errand', 'home-visit', '每周帮我取一次降压药');
  await client.ok(agent, 'cases.ask', { caseId: asked, text: '医保卡。请把医保卡备好，我来取' });
  const offered = await offer('elderly-allowance', 'home-visit', '过了80生日还没领高龄津贴');
  const hand = await askAgent('pension-qualification-verify', 'home-visit', '老伴卧床，自己也走不远');
  await client.ok(agent, 'cases.book', { caseId: hand, appointment: '2026-11-23T14:00' });
  await client.ok(agent, 'cases.keep', { caseId: hand, what: '居民户口簿', where: '居民家里' });
  const handed = await askAgent('flexible-employment-retirement', 'counter', '交了十三年社保，怎么退');
  await client.ok(agent, 'cases.handover', { caseId: handed, agentId: colleague, reason: '这项业务他更熟' });
  const { caseId: far } = await client.ok(resident, 'cases.submit', {
    serviceCode: 'public-rental-housing',
    mode: 'appointment',
    note: '过了年再来排公租房',
    appointment: '2027-01-06T09:00',
  });
  if ((await holder(far)) !== houser)
    await client.ok(manager, 'cases.assign', { caseId: far, agentId: houser });
  await client.ok(houser, 'cases.accept', { caseId: far });
  await client.ok(onLeave, 'roster.leave', { from: '2026-11-23', to: '2026-11-25', why: '年假' });
  await playCatalogue(client);
  const family = await playFamily(client);
  await playOwnData(client);
  await tell(client);
  const reports = await playReports(client);
  await breakPages(client);
  await rollUp(client);
  const own = {
    offered,
    late,
    hand,
    asked,
    done,
    rated,
    ended,
    withdrawn,
    nobody,
    handed,
    far,
    bundle,
    stalled,
  };
  return { ...reviews, ...autumn, ...bad, ...complaints, ...questions, ...reports, ...own, ...family };
}

/** What broke on three phones. */
async function breakPages(client: Client): Promise<void> {
  const trouble = {
    words: 'TypeError: an example\n    at Search (js/home.js:1:2207)',
    page: 'pages/home/index',
    version: '0.1.0',
  };
  for (const person of ['rs-01', 'rs-02', 'rs-04']) await client.ok(person, 'account.broke', trouble);
}

/** Sends the notices: some arrive, one template is banned, and the resident who refused and never looks is to be called. */
async function tell(client: Client): Promise<void> {
  const { progress: templateId } = templates;
  await client.local('subscriptions', { person: resident, templateId, answer: 'accept' });
  await client.ok(resident, 'account.subscribed', { accepted: ['progress'], refused: ['result'] });
  await client.local('faults', { api: 'subscribeMessage.send', errcode: 43107, times: 1 });
  await client.local('timers/notify', {});
}

const home = 'pages/home/index';
const service = (code: string) => `packages/resident/service/index?code=${code}`;
const request = (code: string) => `packages/resident/request/index?code=${code}`;
const intake = 'packages/agent/intake/index';
const caseOf = (name: keyof Cases) => (cases: Cases) => `packages/resident/case/index?id=${cases[name]}`;
const atAgent = (name: keyof Cases, deed?: string) => (cases: Cases) =>
  `packages/agent/case/index?id=${cases[name]}${deed ? `&do=${deed}` : ''}`;
const atManager = (name: keyof Cases, deed?: string) => (cases: Cases) =>
  `packages/manager/case/index?id=${cases[name]}${deed ? `&do=${deed}` : ''}`;

const search = (words: string) => (page: Page) => page.getByLabel('您要办什么事？').fill(words);
const next = (page: Page) => button(page, '下一步').click();

async function toWhere(page: Page, note = '老伴瘫痪两年，下不了楼') {
  await noteField(page).fill(note);
  await next(page);
  await sees(page, /第2步/);
}
async function toCheck(page: Page) {
  await toWhere(page);
  await next(page);
  await sees(page, /第3步/);
}
async function toSent(page: Page) {
  await toCheck(page);
  await button(page, '发出去').click();
  await answers(page, '取消');
}
async function toReceived(page: Page) {
  await toSent(page);
  await stepsGone(page);
}

const wishField = (page: Page) => page.getByLabel(/他要办的事/).filter({ visible: true });
async function pickItem(page: Page, words: string) {
  await wishField(page).fill(words);
  await page.getByRole('group', { name: '找到的事项' }).getByRole('button').first().click();
  await button(page, /^换一件/).waitFor();
}
/** Writes down, to the end, what a resident without WeChat asks for. */
async function noteDown(page: Page, name: string) {
  await page.getByRole('radio', { name: '电话' }).check();
  await pickItem(page, '想办老年优待证');
  await page.getByLabel('姓名').fill(name);
  await page.getByLabel('联系电话').filter({ visible: true }).fill('04525550199');
  await page.getByRole('radio', { name: /到站办理/ }).check();
  await button(page, '登记，派代办员').click();
}

/**
 * Every page there is; none needs another to have been looked at before. Each draft has a service of its own, so that no place
 * finds what another wrote. A person who says no to WeChat is not asked again, so each place that asks has a person of its own.
 */
export const places: readonly Place[] = [
  { name: '首页', person: resident, path: home, shows: ['您现在要做的', '正在给您办', '您的代办员'] },
  {
    name: '首页，全部事项',
    person: resident,
    path: home,
    reach: (page) => button(page, '全部事项').click(),
    shows: ['残疾人两项补贴（困难生活补贴、重度护理补贴）'],
  },
  { name: '首页，什么都没办', person: 'rs-03', path: home, shows: ['您的代办员', '残疾人证'] },
  {
    name: '查找',
    person: resident,
    path: home,
    reach: search('老伴瘫痪在床想办残疾证'),
    shows: ['残疾人证办理', '都不是，问问社区'],
  },
  {
    name: '查找，有危险',
    person: resident,
    path: home,
    reach: search('家里着火了'),
    shows: [/打119/],
  },
  {
    name: '查找，没找到',
    person: resident,
    path: home,
    reach: search('㗂㗂㗂'),
    shows: ['没找到对得上的事。写的话给您留着，直接问社区，有人答复您。'],
  },
  {
    name: '首页，最近找过的',
    person: 'rs-04',
    path: home,
    reach: async (page) => {
      await search('井盖没了')(page);
      await button(page, '查找').click();
      await button(page, '清空').click();
      await page.getByLabel('您要办什么事？').focus();
    },
    shows: ['最近找过的', '清除记录'],
  },
  {
    name: '办事说明',
    person: resident,
    path: service('disability-certificate'),
    shows: ['我们答应几天办好', /^要准备的材料，\d+样$/, '咨询和投诉'],
  },
  {
    name: '办事说明，材料打开',
    person: resident,
    path: service('minimum-living-allowance'),
    reach: (page) => button(page, /^要准备的材料/).click(),
    shows: ['备好一样，点一下打个勾。不齐也能先请代办员帮忙。', '都要的'],
  },
  {
    name: '办事说明，条件和依据',
    person: resident,
    path: service('disability-subsidies'),
    reach: (page) => button(page, '条件、依据和来源').click(),
    shows: ['内容来源'],
  },
  {
    name: '办事说明，小心',
    person: resident,
    path: `${service('report-issue')}&subtype=manhole`,
    shows: ['有这几种情况', '咨询和投诉'],
  },
  { name: '没有这个事项', person: resident, path: service('no-such-thing'), shows: [/没有这个服务事项/] },
  {
    name: '第1步',
    person: 'rs-03',
    path: request('disability-certificate'),
    shows: [/第1步/, '怎么给您办？'],
  },
  {
    name: '第1步，写得不对',
    person: 'rs-03',
    path: request('destitute-support'),
    reach: async (page) => {
      await noteField(page).fill('办'.repeat(3000));
      await next(page);
    },
    shows: [/500个字/],
  },
  {
    name: '第2步，上门',
    person: 'rs-03',
    path: request('minimum-living-allowance'),
    reach: toWhere,
    shows: [/第2步/, '上门的地址'],
  },
  {
    name: '第2步，上次写到一半',
    person: 'rs-03',
    path: request('temporary-relief'),
    reach: async (page) => {
      await toWhere(page);
      await page.reload();
    },
    shows: [/第2步/, /上次写到一半/],
  },
  {
    name: '第2步，预约',
    person: 'rs-03',
    path: request('public-rental-housing'),
    reach: async (page) => {
      await page.getByRole('radio', { name: /预约代办/ }).check();
      await toWhere(page);
    },
    shows: ['约在哪天？', '几点？'],
  },
  {
    name: '第2步，上门时间',
    person: 'rs-03',
    path: request('disability-certificate'),
    reach: async (page) => {
      await page.getByRole('radio', { name: /上门代办/ }).check();
      await toWhere(page);
      await page.getByRole('radio', { name: '下午2点' }).check();
    },
    shows: ['哪天上门？', '先不约，代办员打电话约'],
  },
  {
    name: '第2步，写得不对',
    person: 'rs-03',
    path: request('chronic-outpatient-benefit'),
    reach: async (page) => {
      await toWhere(page);
      await page.getByLabel('联系电话').fill('1381234567');
      await page.getByLabel('上门的地址').fill('楼');
      await next(page);
    },
    shows: ['电话不对：手机号是11位，座机请带区号。', '地址太短，请写清小区、楼号、单元和门牌。'],
  },
  {
    name: '第3步',
    person: 'rs-03',
    path: request('elderly-allowance'),
    reach: toCheck,
    shows: [/第3步/, '改要办的事', '改电话和时间'],
  },
  {
    name: '第3步，没有信号',
    person: 'rs-03',
    path: request('resident-pension-insurance'),
    reach: async (page) => {
      await page.route('**/v1/functions/cases', (route) =>
        isSubmit(route.request().postData()) ? route.abort() : route.continue(),
      );
      await toSent(page);
      await sees(page, '还没有发出去');
      await page.unroute('**/v1/functions/cases');
    },
    shows: ['还没有发出去', '再发一次'],
  },
  {
    name: '发出去了',
    person: 'rs-02',
    path: request('disability-subsidies'),
    reach: toReceived,
    shows: ['收到了，我们来办', /^26 1123 \d{4}$/],
  },
  {
    name: '已经在办了',
    person: resident,
    path: request('pension-qualification-verify'),
    reach: toReceived,
    shows: ['这件事正在给您办，刚写的加进去了'],
  },
  {
    name: '请代办员帮忙，工作人员',
    person: agent,
    path: request('daily-errand'),
    shows: [/您替居民办/, '帮居民登记'],
  },
  { name: '工作台，居民', person: resident, path: 'packages/agent/queue/index', shows: [/不归您的身份用/] },
  { name: '我的办件', person: resident, path: 'pages/my-cases/index', shows: ['户口迁移', '老年人优待证'] },
  { name: '我的办件，没有', person: 'rs-05', path: 'pages/my-cases/index', shows: ['我的办件'] },
  { name: '办件，待派单', person: resident, path: caseOf('nobody'), shows: ['办到哪一步了', '户口迁移'] },
  { name: '办件，待接单', person: resident, path: caseOf('offered'), shows: [/等代办员.+答应/] },
  { name: '办件，办理中', person: resident, path: caseOf('hand'), shows: ['办到哪一步了', '您的代办员'] },
  { name: '办件，约好上门', person: resident, path: caseOf('hand'), shows: ['上门 今天 下午2点', '改时间'] },
  {
    name: '办件，改上门时间',
    person: resident,
    path: caseOf('hand'),
    reach: (page) => button(page, '改时间').click(),
    shows: ['哪天上门？', '定这个时间'],
  },
  { name: '办件，超期', person: resident, path: caseOf('late'), shows: ['办到哪一步了', '您的代办员'] },
  {
    name: '办件，待补正',
    person: resident,
    path: caseOf('asked'),
    shows: ['您现在要做的', '请您补一样', /起，时限暂停/],
  },
  {
    name: '办件，下班以后',
    person: resident,
    path: caseOf('hand'),
    at: MONDAY_EVENING,
    shows: ['现在不是上班时间', '明天 上午8点半有人。', /急事打值班电话/],
  },
  { name: '办件，日子暂定', person: resident, path: caseOf('far'), shows: [/办好（暂定）/] },
  {
    name: '办件，不想办了',
    person: resident,
    path: caseOf('asked'),
    reach: (page) => button(page, '不想办了').click(),
    shows: ['撤销这件事'],
  },
  { name: '办件，已办结', person: resident, path: caseOf('done'), shows: ['办理结果', '评一评办得怎么样'] },
  { name: '办件，评过了', person: resident, path: caseOf('rated'), shows: ['您的评价'] },
  { name: '办件，已终止', person: resident, path: caseOf('ended'), shows: ['已终止'] },
  { name: '办件，已撤销', person: resident, path: caseOf('withdrawn'), shows: ['已撤销'] },
  {
    name: '没有这个办件',
    person: resident,
    path: 'packages/resident/case/index?id=nothing',
    shows: [/没找到这个办件/],
  },
  {
    name: '评一评',
    person: resident,
    path: (cases) => `packages/resident/review/index?id=${cases.done}`,
    reach: (page) => page.getByRole('radio', { name: '不满意', exact: true }).check(),
    shows: ['哪里不好？可以不选，最多6个', '还想说的，可以不写'],
  },
  {
    name: '评过了',
    person: resident,
    path: (cases) => `packages/resident/review/index?id=${cases.rated}`,
    shows: [/您已经评价过了/],
  },
  { name: '我的', person: resident, path: 'pages/me/index', shows: ['消息', '字的大小', '上班时间'] },
  { name: '我的，代办员', person: agent, path: 'pages/me/index', shows: ['代办员工作台', '字的大小'] },
  {
    name: '工作台',
    person: agent,
    path: 'packages/agent/queue/index',
    shows: [/等您接单/, /今天约好的/, /手上的办件/, '上班中'],
  },
  {
    name: '代办员到了门口',
    person: agent,
    path: atAgent('hand'),
    shows: ['到了门口，请居民读4位数字'],
  },
  {
    name: '工作台，同事转来',
    person: colleague,
    path: 'packages/agent/queue/index',
    shows: ['雨水清请您接手', '还有30分钟答复，到上午10点半'],
  },
  {
    name: '工作台，不当班',
    person: 'ag-05',
    path: 'packages/agent/queue/index',
    shows: ['下班了', '明天 上午8点半上班'],
  },
  {
    name: '工作台，请假',
    person: onLeave,
    path: 'packages/agent/queue/index',
    shows: ['请假中', /今天到后天，不派新件/],
  },
  {
    name: '待认领',
    person: houser,
    path: 'packages/agent/pool/index',
    shows: ['户口迁移', '我来办'],
  },
  { name: '待认领，没有', person: 'ag-08', path: 'packages/agent/pool/index', shows: [/附近没有等人接的件/] },
  {
    name: '代办员看没人接的',
    person: houser,
    path: atAgent('nobody'),
    shows: ['我来办', '接了以后，电话和门牌就看得到。'],
  },
  {
    name: '代办员的照片',
    person: 'ag-08',
    path: 'packages/agent/face/index',
    shows: ['放一张照片', '拍照片'],
  },
  { name: '请假', person: onLeave, path: 'packages/agent/leave/index', shows: ['请好的假', '为什么请假？'] },
  {
    name: '请假，没填',
    person: 'ag-08',
    path: 'packages/agent/leave/index',
    reach: (page) => button(page, '请这几天假').click(),
    shows: ['请选从哪天起。', '请选到哪天为止。', '选一个，或者写一句。'],
  },
  {
    name: '代录，什么都没写',
    person: 'ag-08',
    path: intake,
    reach: (page) => button(page, '登记，派代办员').click(),
    shows: ['请选是怎么来的。', '请填写要办的事。', '请填写姓名。', '请留一个能打通的电话。'],
  },
  {
    name: '代录，是哪一件',
    person: 'ag-08',
    path: intake,
    reach: async (page) => {
      await wishField(page).fill('老伴瘫痪在床想办残疾证');
      await sees(page, '残疾人证办理');
      await button(page, '登记，派代办员').click();
    },
    shows: ['请选是哪一件事。', '都不是，按政策咨询登记'],
  },
  {
    name: '代录，没找到',
    person: 'ag-08',
    path: intake,
    reach: (page) => wishField(page).fill('㗂㗂㗂'),
    shows: ['没找到对得上的事，换个说法试试。'],
  },
  {
    name: '代录，约个时间',
    person: 'ag-09',
    path: intake,
    reach: async (page) => {
      await pickItem(page, '想排公租房');
      await page.getByRole('radio', { name: /预约代办/ }).check();
      await page.getByRole('radio', { name: /11月24日|明天/ }).check();
      await button(page, '登记，派代办员').click();
    },
    shows: ['请选一个日子和钟点。', '约在哪天？', '换一件'],
  },
  {
    name: '代录，登记好了',
    person: 'ag-03',
    path: intake,
    reach: (page) => noteDown(page, '白大爷'),
    shows: ['登记好了，正在派代办员', /“您的事登记好了，编号是26\s1123\s\d{4}。/, '再记一件'],
  },
  {
    name: '代录，已经在办',
    person: manager,
    path: intake,
    reach: async (page) => {
      await noteDown(page, '黄大爷');
      await button(page, '再记一件').click();
      await noteDown(page, '黄大爷');
    },
    shows: ['这件事已经在办，刚说的加进去了', '回在办一览'],
  },
  {
    name: '述职材料',
    person: agent,
    path: 'packages/agent/report/index',
    reach: (page) => button(page, '怎么算').click(),
    shows: ['2026年第三季度', '下载述职材料', '解决率'],
  },
  { name: '工作台，没有办件', person: 'ag-08', path: 'packages/agent/queue/index', shows: [/现在没有办件/] },
  { name: '代办员看待接单', person: agent, path: atAgent('offered'), shows: ['经过', /^接单/] },
  { name: '代办员看办理中', person: agent, path: atAgent('hand'), shows: ['经过', '办好了'] },
  { name: '代办员看超期', person: agent, path: atAgent('late'), shows: ['经过', '办好了'] },
  { name: '代办员看待补正', person: agent, path: atAgent('asked'), shows: ['等居民补的'] },
  { name: '代办员看已办结', person: agent, path: atAgent('done'), shows: ['办理结果'] },
  { name: '代办员看转出去的', person: agent, path: atAgent('handed'), shows: ['请了立夏荷接手', '经过'] },
  {
    name: '同事看转来的',
    person: colleague,
    path: atAgent('handed'),
    shows: ['雨水清请您接手', '接了以后，电话和门牌就看得到。'],
  },
  { name: '不接手', person: colleague, path: atAgent('handed', 'decline'), shows: ['不接手'] },
  {
    name: '转给同事',
    person: agent,
    path: atAgent('hand', 'handover'),
    reach: (page) => button(page, '请同事接手').click(),
    shows: ['请选一位同事。', '选一个，或者写一句。'],
  },
  {
    name: '转给同事，正等答复',
    person: agent,
    path: atAgent('handed', 'handover'),
    shows: [/已经请立夏荷接手了/],
  },
  { name: '不接', person: agent, path: atAgent('offered', 'decline'), shows: ['为什么不接？'] },
  {
    name: '要补材料',
    person: agent,
    path: atAgent('hand', 'ask'),
    shows: ['哪几样缺，或者不对？', '通知居民补材料'],
  },
  { name: '材料收到了', person: agent, path: atAgent('asked', 'supply'), shows: ['记好，接着办'] },
  {
    name: '办好了',
    person: agent,
    path: atAgent('hand', 'complete'),
    reach: (page) => button(page, '办结，告诉居民').click(),
    shows: ['办结，告诉居民', '请写一句办成什么样了。'],
  },
  {
    name: '办不了',
    person: agent,
    path: atAgent('hand', 'terminate'),
    reach: (page) => page.getByRole('radio', { name: '别的原因' }).check(),
    shows: ['终止这个办件', '写一句原因'],
  },
  { name: '不能再做', person: agent, path: atAgent('done', 'complete'), shows: ['看看办件'] },
  { name: '在办一览', person: manager, path: 'packages/manager/board/index', shows: [/待派单/, /超期/] },
  {
    name: '在办一览，没有',
    person: 'ad-cm-3',
    path: 'packages/manager/board/index',
    shows: [/没有在办的件/],
  },
  { name: '负责人看没派出去', person: manager, path: atManager('nobody'), shows: ['为什么还没派出去'] },
  { name: '负责人看办理中', person: manager, path: atManager('hand'), shows: [/为什么派给/] },
  { name: '负责人看差评', person: manager, path: atManager('rated'), shows: [/评价：/] },
  ...deskPlaces,
  ...cataloguePlaces,
  ...moveInPlaces,
  ...familyPlaces,
  ...bundlePlaces,
  ...reviewPlaces,
  ...rectifyPlaces,
  ...complaintPlaces,
  ...questionPlaces,
  ...reportPlaces,
  ...paperPlaces,
  ...privacyPlaces,
  ...chainPlaces,
  { name: '负责人终止', person: manager, path: atManager('hand', 'terminate'), shows: ['终止这个办件'] },
  {
    name: '第3步，微信来问',
    person: 'rs-04',
    path: request('newborn-medical-insurance'),
    reach: async (page) => {
      await toCheck(page);
      const send = button(page, '发出去');
      await send.click();
      // The draft is on the phone until the answer is there: opened again before that, the form would stand at its third step.
      await send.waitFor({ state: 'hidden' });
      await stepsGone(page);
    },
    shows: [/申请在微信里给您发消息/],
    isDrawnOnce: true,
  },
  {
    name: '通知设置',
    person: resident,
    path: 'packages/resident/notices/index',
    shows: ['要告诉您什么？', '微信上还能发几条'],
  },
  { name: '通知设置，代办员', person: agent, path: 'packages/resident/notices/index', shows: ['派单和催办'] },
  {
    name: '请打电话告知',
    person: agent,
    path: 'packages/agent/calls/index',
    reach: async (page) => {
      await button(page, /^打完了，记一下/)
        .first()
        .click();
      await button(page, /^记下/).click();
    },
    shows: ['请选一个。', /收不到微信消息/],
  },
  { name: '请打电话告知，没有', person: 'ag-08', path: 'packages/agent/calls/index', shows: [/都告诉到了/] },
  {
    name: '通知送达',
    person: manager,
    path: 'packages/manager/deliveries/index',
    shows: [/模板被微信停用/, '请代办员打电话告知'],
  },
  {
    name: '通知送达，没有',
    person: 'ad-cm-3',
    path: 'packages/manager/deliveries/index',
    shows: ['这一个月还没有通知。'],
  },
  {
    name: '运行情况',
    person: 'ad-ds-1',
    path: 'packages/manager/health/index',
    shows: ['定时的事没有在做', /老数据正在整理/, 'TypeError: an example', /起3次/],
    isAbove: true,
  },
  {
    name: '运行情况，检查过',
    person: 'ad-ds-1',
    isAbove: true,
    path: 'packages/manager/health/index',
    async reach(page) {
      const fault = { api: 'wxacode.getUnlimited', errcode: -604101, times: 1 };
      await page.evaluate((body) => fetch('/_local/faults', { method: 'POST', body }), JSON.stringify(fault));
      await button(page, /^检查一遍/).click();
      await button(page, /^再检查一遍/).waitFor();
    },
    shows: [/units 画小程序码：没有权限/, /上传并部署：所有文件/, '12样没问题'],
  },
  {
    name: '运行情况，社区',
    person: manager,
    path: 'packages/manager/health/index',
    shows: [/由区里看/],
  },
  { name: '组件', person: resident, path: 'gallery', shows: ['这一页要做的'], isGallery: true },
];

let documents = 0;

/** Opens a place on a phone that is in the hands of its person, at its time. */
export async function goTo(page: Page, url: string, place: Place, cases: Cases): Promise<void> {
  const path = typeof place.path === 'string' ? place.path : place.path(cases);
  await fetch(`${url}/_local/clock`, {
    method: 'POST',
    body: JSON.stringify({ at: place.at ?? MONDAY, frozen: true }),
  });
  // A new document, by another address than the last: what other places left behind in this one does not count.
  await page.goto(`${url}/?${(documents += 1)}#/${path}`);
  await place.reach?.(page);
  for (const words of place.shows) await sees(page, words);
  if (!place.isGallery)
    await page.locator('.skeleton').filter({ visible: true }).first().waitFor({ state: 'hidden' });
}

/** A phone has no demo's bar. Its rule is made by a script: a style that stands in the page is not let in. */
export function hideBar(page: Page): Promise<void> {
  return page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('.linli-bar { display: none !important }');
    document.adoptedStyleSheets.push(sheet);
  });
}
