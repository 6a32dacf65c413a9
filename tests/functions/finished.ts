import type { Client } from '../../scripts/client';

/** Cases that are done by 立春晓 (ag-01), for the tests of what comes after. */
export const AGENT = 'ag-01';
export const MANAGER = 'ad-cm-1';
export const STREET = 'ad-st-1';
export const DISTRICT = 'ad-ds-1';

/** Asked for by this resident, taken and completed; gives its id. */
export async function finish(cloud: Client, resident: string): Promise<string> {
  const { caseId } = await cloud.ok(resident, 'cases.submit', {
    serviceCode: 'disability-certificate',
    mode: 'counter',
    note: '想办残疾证',
  });
  // A fair share of the month goes to the neighbours: for what is tested here it is always the same agent.
  const { assignment } = await viewOf(cloud, MANAGER, caseId);
  if (assignment?.agentId !== AGENT) await cloud.ok(MANAGER, 'cases.assign', { caseId, agentId: AGENT });
  await cloud.ok(AGENT, 'cases.accept', { caseId });
  await cloud.ok(AGENT, 'cases.complete', { caseId, result: '办好了' });
  return caseId;
}

export const viewOf = async (cloud: Client, person: string, caseId: string) =>
  (await cloud.ok(person, 'cases.detail', { caseId })).case;

/** The titles of somebody's notices, newest first. */
export const titlesOf = async (cloud: Client, person: string) =>
  (await cloud.ok(person, 'account.inbox', {})).notices.map((notice) => notice.title);
