import type { Server } from './harness';

/** One whole case: asked for, offered, accepted, a paper asked for and supplied, completed and rated. Gives its id. */
export async function wholeCase(server: Server, serviceCode: string, tag: string): Promise<string> {
  const caseId = String(
    (await step(server, 'rs-01', 'cases', 'submit', { serviceCode, mode: 'counter', note: '帮我办' }, tag))
      .caseId,
  );
  const { case: view } = (await step(server, 'rs-01', 'cases', 'detail', { caseId }, tag)) as {
    case: { assignment: { agentId: string } };
  };
  const agent = view.assignment.agentId;
  await step(server, agent, 'cases', 'accept', { caseId }, tag);
  await step(server, agent, 'cases', 'ask', { caseId, text: '户口簿' }, tag);
  await step(server, 'rs-01', 'cases', 'supply', { caseId, text: '在家里' }, tag);
  await step(server, agent, 'cases', 'complete', { caseId, result: '办好了' }, tag);
  await step(server, 'rs-01', 'reviews', 'submit', { caseId, level: 'satisfied' }, tag);
  return caseId;
}

/** One step; throws when it is refused. */
export async function step(
  server: Server,
  person: string,
  fn: string,
  action: string,
  input: object,
  tag: string,
): Promise<Record<string, unknown>> {
  const requestId = `${tag}-${fn}-${action}`;
  const reply = await server.post(`/v1/functions/${fn}`, { action, requestId, input }, person);
  if (!reply.ok) throw new Error(`${fn}.${action} as ${person}: ${JSON.stringify(reply)}`);
  return reply.data as Record<string, unknown>;
}
