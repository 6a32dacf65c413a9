import type { CaseDoc } from '../cloudfunctions/domain/documents';
import { opened, personDoc } from '../tests/support/world';
import { newSubscriber } from '../cloudfunctions/domain/delivery/subscriber';
import { MONDAY } from '../demo/cloud';
import type { DemoPerson } from '../localcloud/wechat/people';

export const readerOf = (i: number) => `reader-${String(i).padStart(5, '0')}`;

/** So many readers, each with one “yes” and one notice that stands in the outbox of a case. */
export function backlogOf(count: number): { seed: Record<string, { _id: string }[]>; people: DemoPerson[] } {
  const readers = Array.from({ length: count }, (_, i) => personDoc(readerOf(i), 'resident'));
  const [model] = readers.slice(0, 1).map((resident) => opened({ resident }, MONDAY));
  const [notice] = model?.outbox ?? [];
  if (!model || !notice) throw new Error('a case that tells nobody');
  const { inboxOnly: _, ...told } = notice;
  const cases = readers.map((reader, i): CaseDoc => {
    const no = String(10_000_000 + i);
    const outbox = [{ ...told, _id: `case-${no}:1:progress:${reader._id}`, to: reader._id, no }];
    return {
      ...model,
      _id: `case-${no}`,
      no,
      residentId: reader._id,
      outbox,
      outboxAt: MONDAY,
      wakeAt: undefined,
    };
  });
  const subscribers = readers.map((reader) => ({ ...newSubscriber(reader._id), left: { progress: 1 } }));
  const people = readers.map(({ _id: id, name, openid = '' }): DemoPerson => ({
    id,
    name,
    openid,
    role: 'resident',
  }));
  return { seed: { people: readers, subscribers, cases }, people };
}
