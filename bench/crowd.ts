import type { PersonDoc } from '../cloudfunctions/domain/documents';
import { demoDocuments } from '../demo/documents';
import type { DemoPerson } from '../localcloud/wechat/people';

export const nameOf = (i: number) => `load-${String(i).padStart(3, '0')}`;

/** The demo with so many residents more, who live where its residents live. */
export function crowdOf(count: number): { seed: Record<string, { _id: string }[]>; people: DemoPerson[] } {
  const demo = demoDocuments();
  const known = (demo.people ?? []) as unknown as PersonDoc[];
  const homes = known.filter(({ posts }) => posts.some(({ role }) => role === 'resident'));
  const crowd = Array.from({ length: count }, (_, i): PersonDoc => {
    const home = homes[i % homes.length];
    if (!home) throw new Error('a demo without residents');
    return { ...home, _id: nameOf(i), openid: `demo-${nameOf(i)}`, key: undefined };
  });
  const people = crowd.map(({ _id: id, name, openid = '' }): DemoPerson => ({
    id,
    name,
    openid,
    role: 'resident',
  }));
  return { seed: { ...demo, people: [...known, ...crowd] }, people };
}
