import type { Client } from '../../scripts/client';
import type { TestCloud } from '../support/cloud';

/** Cases that are done, for the tests of what comes after: this item goes to 立春晓 (ag-01), the one who knows it. */
export const AGENT = 'ag-01';
export const MANAGER = 'ad-cm-1';
export const STREET = 'ad-st-1';
export const DISTRICT = 'ad-ds-1';

/** Asked for by this resident, taken by the agent who knows it in their community, and completed; gives its id. */
export async function finish(cloud: Client, resident: string, agent = AGENT): Promise<string> {
  const { caseId } = await cloud.ok(resident, 'cases.submit', {
    serviceCode: 'disability-certificate',
    mode: 'counter',
    note: '想办残疾证',
  });
  await cloud.ok(agent, 'cases.accept', { caseId });
  await cloud.ok(agent, 'cases.complete', { caseId, result: '办好了' });
  return caseId;
}

export const viewOf = async (cloud: TestCloud, person: string, caseId: string) =>
  (await cloud.ok(person, 'cases.detail', { caseId })).case;

/** The titles of somebody's notices, newest first. */
export const titlesOf = async (cloud: TestCloud, person: string) =>
  (await cloud.ok(person, 'account.inbox', {})).notices.map((notice) => notice.title);
