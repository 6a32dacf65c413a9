import type { Client } from '../../demo/client';
import { MONDAY } from '../support/cloud';
import type { Cases, Place, QuestionCases } from './place';
import { button, noteField } from './steps';

/** 政策咨询 of a resident of 中东社区. */
const resident = 'rs-06';
const manager = 'ad-cm-2';
const agent = 'ag-04';

/** One that its agent has, and one that was answered. */
export async function playQuestions(client: Client): Promise<QuestionCases> {
  const ask = async (note: string) => {
    const { caseId } = await client.ok(resident, 'cases.submit', {
      serviceCode: 'policy-consultation',
      mode: 'online',
      note,
    });
    const { assignment } = (await client.ok(manager, 'cases.detail', { caseId })).case;
    if (assignment?.agentId !== agent) await client.ok(manager, 'cases.assign', { caseId, agentId: agent });
    await client.ok(agent, 'cases.accept', { caseId });
    return caseId;
  };
  const answered = await ask('我妈今年八十，高龄津贴一个月多少');
  await client.ok(agent, 'cases.reply', {
    caseId: answered,
    result: '满八十岁每月一百元，从申请的下个月起发到社保卡上',
    source: { kind: 'document', name: '高龄津贴发放办法', no: '黑民发〔2020〕5号', day: '2020-03-01' },
  });
  const propose = async (note: string, question: string) => {
    const caseId = await ask(note);
    const source = { kind: 'item', name: 'elderly-allowance' } as const;
    const answer = '满八十岁每月一百元，从申请的下个月起发';
    await client.ok(agent, 'cases.reply', { caseId, result: answer, source });
    await client.ok(agent, 'cases.propose', { caseId, question, answer, source });
    return { caseId, question, answer, source };
  };
  const publish = async (orgId: string, reviewOn: string) => {
    const [first] = (await client.ok(manager, 'cases.proposals', { orgId })).answers;
    if (!first) throw new Error('nothing is proposed');
    const { id: answerId, question, answer } = first;
    const source = { kind: 'item', name: 'elderly-allowance' } as const;
    await client.ok(manager, 'cases.publish', { answerId, question, answer, source, reviewOn });
  };
  await propose('我爸八十了，津贴多少', '高龄津贴一个月多少？');
  await publish('cm-zhongdong', '2026-12-31');
  await propose('我奶奶九十了，多少', '九十岁以上的津贴多少？');
  await publish('cm-zhongdong', '2026-11-24');
  const { caseId: proposed } = await propose('我姥爷人在外地能领吗', '人在外地，高龄津贴能领吗？');
  return { answered, proposed, question: await ask('医保断了两年，还能接着缴吗') };
}

const at =
  (role: 'resident' | 'agent', name: keyof QuestionCases, deed?: string) =>
  (cases: Cases): string =>
    `packages/${role}/case/index?id=${cases[name]}${deed ? `&do=${deed}` : ''}`;

const ofCase =
  (name: keyof QuestionCases) =>
  (cases: Cases): string =>
    `packages/resident/answers/index?case=${cases[name]}`;

export const questionPlaces: readonly Place[] = [
  {
    name: '政策咨询，这些是不是您要问的',
    person: resident,
    path: 'packages/resident/request/index?code=policy-consultation',
    reach: async (page) => {
      await noteField(page).fill('高龄津贴几岁能领');
      await button(page, '下一步').click();
    },
    shows: ['这些是不是您要问的？', /接着问，写的都在/],
  },
  {
    name: '咨询，有答复了',
    person: resident,
    path: at('resident', 'answered'),
    shows: ['已答复', /^文件：《高龄津贴发放办法》/, '有帮助', '接着问', /自动办结/],
  },
  {
    name: '接着问',
    person: resident,
    path: at('resident', 'answered', 'askOn'),
    shows: ['哪里还不清楚？', '问出去'],
  },
  {
    name: '大家问过的',
    person: resident,
    path: 'packages/resident/answers/index',
    at: MONDAY + 3 * 24 * 60 * 60 * 1000,
    shows: ['高龄津贴一个月多少？', /^中东社区，/, '该复核了，以窗口说的为准', '都不是，问一问'],
  },
  {
    name: '大家问过的，负责人',
    person: manager,
    path: 'packages/resident/answers/index',
    reach: (page) => button(page, '管理公开问答').click(),
    shows: ['待定的', '人在外地，高龄津贴能领吗？'],
  },
  {
    name: '公开这条答复',
    person: agent,
    path: ofCase('answered'),
    reach: (page) => button(page, '提议公开').click(),
    shows: ['大家会怎么问', '请改成大家都能问的话，不写“我”。'],
  },
  {
    name: '公开这条答复，负责人来定',
    person: manager,
    path: ofCase('proposed'),
    reach: (page) => button(page, '不公开').click(),
    shows: ['哪天复核', '发布', '不让大家看了'],
  },
  { name: '代办员看咨询', person: agent, path: at('agent', 'question'), shows: [/前答复/, '答复居民'] },
  {
    name: '答复咨询',
    person: agent,
    path: at('agent', 'question', 'reply'),
    reach: async (page) => {
      await page.getByRole('radio', { name: '文件' }).check();
      await page.getByRole('button', { name: '答复居民' }).filter({ visible: true }).click();
    },
    shows: ['怎么答？写给居民看', '文号，有就写', '请写一句答复。', '请写名称。'],
  },
];
