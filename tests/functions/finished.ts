import type { Client } from '../../demo/client';

/** Cases that are done, by 立春晓 (ag-01) where no other agent is named, for the tests of what comes after. */
export const AGENT = 'ag-01';
export const MANAGER = 'ad-cm-1';
export const STREET = 'ad-st-1';
export const DISTRICT = 'ad-ds-1';

/** Asked for by this resident, taken and completed; gives its id. */
export async function finish(cloud: Client, resident: string, agent = AGENT): Promise<string> {
  const { caseId } = await cloud.ok(resident, 'cases.submit', {
    serviceCode: 'disability-certificate',
    mode: 'counter',
    note: '想办残疾证',
  });
  return done(cloud, caseId, agent);
}

async function done(cloud: Client, caseId: string, agent: string): Promise<string> {
  // A fair share of the month goes to the neighbours: for what is tested here it is always the same agent.
  const { assignment } = await viewOf(cloud, STREET, caseId);
  if (assignment?.agentId !== agent) await cloud.ok(STREET, 'cases.assign', { caseId, agentId: agent });
  await cloud.ok(agent, 'cases.accept', { caseId });
  await cloud.ok(agent, 'cases.complete', { caseId, result: '办好了' });
  return caseId;
}

/** The same for a resident without WeChat, who rang up: written down by a manager. */
export async function finishTold(cloud: Client, manager: string, agent: string): Promise<string> {
  const { caseId } = await cloud.ok(manager, 'cases.intake', {
    channel: 'phone',
    name: '何老太',
    phone: '15500000001',
    serviceCode: 'disability-certificate',
    mode: 'counter',
    note: '想办残疾证',
  });
  return done(cloud, caseId, agent);
}

export const viewOf = async (cloud: Client, person: string, caseId: string) =>
  (await cloud.ok(person, 'cases.detail', { caseId })).case;

/** The titles of a person's notices, newest first. */
export const titlesOf = async (cloud: Client, person: string) =>
  (await cloud.ok(person, 'account.inbox', {})).notices.map((notice) => notice.title);
