import { get, is, updateMany } from './store';
import { replace } from './write';

/**
 * Gives cases with their reviews and notices from one entry of the register to another. What has gone already is left as it is, so that a second
 * run goes on where a first one died.
 */
export async function moveCases(cases: readonly string[], from: string, to: string): Promise<void> {
  for (const id of cases) await moveCase(id, from, to);
  if (cases.length === 0) return;
  await updateMany('notices', { to: from, caseId: is.in(cases) }, { to });
  await updateMany('reviews', { _id: is.in(cases), residentId: from }, { residentId: to });
}

/** Others may write the case at the same time: it is read again until no write came between reading and writing. */
async function moveCase(id: string, from: string, to: string): Promise<void> {
  for (;;) {
    const kase = await get('cases', id);
    if (!kase || (kase.residentId !== from && kase.asker?.id !== from)) return;
    const residentId = kase.residentId === from ? to : kase.residentId;
    const asker = kase.asker?.id === from ? { ...kase.asker, id: to } : kase.asker;
    const outbox = kase.outbox.map((notice) => (notice.to === from ? { ...notice, to } : notice));
    if (await replace(kase, { ...kase, residentId, asker, outbox })) return;
  }
}
