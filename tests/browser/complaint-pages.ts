import type { Client } from '../../demo/client';
import type { Cases, ComplaintCases, Place } from './place';

/** 投诉建议: written by a resident of 中东社区, answered by its manager. */
const resident = 'rs-06';
const manager = 'ad-cm-2';
const agent = 'ag-04';

/** One that nobody has received, and one that was answered. */
export async function playComplaints(client: Client): Promise<ComplaintCases> {
  const complain = async (note: string) =>
    (await client.ok(resident, 'cases.complain', { about: 'person', id: agent, note })).caseId;
  const complaint = await complain('约好上午来，等到天黑也没来，电话也不接');
  const replied = await complain('说话冲，问两句就不耐烦');
  await client.ok(manager, 'cases.receive', { caseId: replied });
  await client.ok(manager, 'cases.reply', { caseId: replied, result: '听了录音，确实不该这样说话，批评了' });
  return { complaint, replied };
}

const page = 'packages/resident/complaint/index';
const at =
  (role: 'resident' | 'manager', name: keyof ComplaintCases, deed?: string) =>
  (cases: Cases): string =>
    `packages/${role}/case/index?id=${cases[name]}${deed ? `&do=${deed}` : ''}`;

export const complaintPlaces: readonly Place[] = [
  { name: '投诉建议', person: resident, path: page, shows: ['要说的是？', '交给上级'] },
  {
    name: '投诉建议，选一个人',
    person: resident,
    path: page,
    reach: async (one) => {
      await one.getByRole('radio', { name: '一个人' }).check();
      await one.getByRole('button', { name: '交给上级' }).filter({ visible: true }).click();
    },
    shows: [/哪一位？/, '请选一个。', '请写一两句怎么回事。'],
  },
  { name: '投诉建议，工作人员', person: manager, path: page, shows: [/这里是居民写投诉的地方/] },
  { name: '办件，投诉待受理', person: resident, path: at('resident', 'complaint'), shows: [/等上级受理/] },
  {
    name: '办件，投诉有答复',
    person: resident,
    path: at('resident', 'replied'),
    shows: ['上级的答复', '还不满意，请上一级再查'],
  },
  {
    name: '还不满意',
    person: resident,
    path: at('resident', 'replied', 'contest'),
    shows: ['哪里不满意？', '请上一级再查'],
  },
  {
    name: '负责人看投诉',
    person: manager,
    path: at('manager', 'complaint'),
    shows: ['受理，我来查', '投诉的事'],
  },
  { name: '负责人看答复了的投诉', person: manager, path: at('manager', 'replied'), shows: ['打回访电话'] },
  {
    name: '打投诉的回访电话',
    person: manager,
    path: at('manager', 'replied', 'callBack'),
    shows: ['打得怎么样？', '看姓名和电话'],
  },
];
