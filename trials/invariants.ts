import { isOpen } from '../contract/states';
import type { AgentDoc, CaseDoc } from '../cloudfunctions/domain/documents';
import { brokenEvent } from '../cloudfunctions/domain/case/timeline';

/** What must hold of a database at any instant, whoever did what and whatever was killed; a sentence for each that does not. */
export function brokenIn(all: Record<string, Record<string, string>>): string[] {
  const docs = <D>(name: string): D[] =>
    Object.entries(all[name] ?? {}).map(([_id, text]) => ({ ...(JSON.parse(text) as D), _id }));
  const cases = docs<CaseDoc>('cases');
  const agents = docs<AgentDoc>('agents');
  const found: string[] = [];
  const numbers = new Map<string, string>();
  const slots = new Map<string, number>();
  for (const kase of cases) {
    const said = `case ${kase.no}`;
    const broken = brokenEvent(kase.events);
    if (broken) found.push(`${said}: event ${broken.seq} (${broken.do}) does not fit the chain`);
    if (kase.events.at(-1)?.state !== kase.state)
      found.push(`${said} is ${kase.state}, and its last entry says ${kase.events.at(-1)?.state}`);
    const told = kase.events.map(({ seq: _, hash: __, ...event }) => JSON.stringify(event));
    const repeated = kase.events.find((_, i) => told.indexOf(told[i] ?? '') < i);
    if (repeated) found.push(`${said} has ${repeated.do} of one request twice`);
    const other = numbers.get(kase.no);
    if (other) found.push(`two cases have the number ${kase.no}`);
    numbers.set(kase.no, kase._id);
    if (isOpen(kase.state) && kase.state !== 'submitted' && !kase.holderId && !kase.complaint)
      found.push(`${said} is ${kase.state} and nobody has it`);
    if (kase.holderId && kase.state === 'submitted') found.push(`${said} waits, and ${kase.holderId} has it`);
    if (kase.handover && !isOpen(kase.state)) found.push(`${said} has ended with a hand-over open`);
    if (isOpen(kase.state) && kase.holderId && kase.reopened === undefined)
      slots.set(`${kase.holderId} ${kase.workDay}`, (slots.get(`${kase.holderId} ${kase.workDay}`) ?? 0) + 1);
  }
  for (const [key, taken] of slots) {
    const [id = '', day] = key.split(' ');
    const most = agents.find(({ _id }) => _id === id)?.dailyCapacity ?? 0;
    if (taken > most) found.push(`${id} has ${taken} cases on ${day}, and can do ${most}`);
  }
  // One open errand of an item for a resident: more would be the double tap that became two.
  const open = new Set<string>();
  for (const kase of cases) {
    if (!isOpen(kase.state) || kase.report || kase.question || kase.complaint || kase.about) continue;
    const key = `${kase.residentId} ${kase.serviceCode}`;
    if (open.has(key)) found.push(`${key} is open twice`);
    open.add(key);
  }
  return found;
}
