import type { Client } from '../demo/client';

/** One whole case: asked for, offered, accepted, a paper asked for and supplied, completed and rated. Gives its id. */
export async function wholeCase(client: Client, serviceCode: string, resident = 'rs-01'): Promise<string> {
  const { caseId } = await client.ok(resident, 'cases.submit', {
    serviceCode,
    mode: 'counter',
    note: '帮我办',
  });
  const { case: view } = await client.ok(resident, 'cases.detail', { caseId });
  const agent = view.assignment?.agentId ?? '';
  await client.ok(agent, 'cases.accept', { caseId });
  await client.ok(agent, 'cases.ask', { caseId, text: '户口簿' });
  await client.ok(resident, 'cases.supply', { caseId, text: '在家里' });
  await client.ok(agent, 'cases.complete', { caseId, result: '办好了' });
  await client.ok(resident, 'reviews.submit', { caseId, level: 'satisfied' });
  return caseId;
}
