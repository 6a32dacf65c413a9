import type { Client } from '../../demo/client';
import type { Cases, Place, ReportCases } from './place';
import { button, spotAt, takesPhoto } from './steps';

/** 随手报 of a resident of 中东社区, at a place of 新民社区. */
const resident = 'rs-06';
const neighbour = 'rs-07';
const manager = 'ad-cm-1';

/** One that is anonymous and that a neighbour has met, too. */
export async function playReports(client: Client): Promise<ReportCases> {
  const { caseId } = await client.ok(resident, 'cases.report', {
    subtype: 'manhole',
    note: '井盖没了，怕有人掉下去',
    place: { orgId: 'g-xm-1', landmark: '晴川里小区东门路口，修车铺旁边' },
    isAnonymous: true,
  });
  await client.ok(neighbour, 'cases.join', { caseId });
  return { report: caseId };
}

const page = 'packages/resident/report/index';
const caseAt = (role: 'resident' | 'manager') => (cases: Cases) =>
  `packages/${role}/case/index?id=${cases.report}`;

export const reportPlaces: readonly Place[] = [
  { name: '随手报', person: 'rs-03', path: page, shows: ['有人受伤、着火、漏气，先打电话', '报上去'] },
  {
    name: '随手报，附近有人报过，盖住照片',
    person: 'rs-03',
    path: page,
    reach: async (one) => {
      await one.getByRole('radio', { name: '井盖缺损' }).check();
      await spotAt(one, '晴川里', '东门');
      await one.getByText('附近有人报过，是同一个吗？').waitFor();
      await takesPhoto(one, () => button(one, '报上去').waitFor(), false);
    },
    shows: [/我也遇到了/, '就用这张', '没有盖住什么'],
  },
  { name: '随手报，工作人员', person: manager, path: page, shows: [/这里是居民自己报的地方/] },
  { name: '办件，匿名报的', person: resident, path: caseAt('resident'), shows: ['匿名，只有您自己看得到'] },
  { name: '办件，我也遇到的', person: neighbour, path: caseAt('resident'), shows: ['收回，不是同一个'] },
  { name: '负责人看随手报', person: manager, path: caseAt('manager'), shows: ['1位邻居', '匿名'] },
];
