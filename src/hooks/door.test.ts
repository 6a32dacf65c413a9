import type { Person } from 'contract/models';
import { doorOf } from './door';

const post = (role: 'agent' | 'manager', tier: 'community' | 'district') => ({
  role,
  tier,
  orgId: 'o',
  orgName: '新民社区',
});
const resident = { roles: ['resident'], posts: [] } satisfies Partial<Person>;
const agent = { roles: ['agent'], posts: [post('agent', 'community')] } satisfies Partial<Person>;
const manager = { roles: ['manager'], posts: [post('manager', 'community')] } satisfies Partial<Person>;
const district = { roles: ['manager'], posts: [post('manager', 'district')] } satisfies Partial<Person>;

describe('who may open a page of the staff', () => {
  it.each([
    ['/packages/agent/queue/index?x=1', [false, true, false, false]],
    ['/packages/agent/intake/index', [false, true, true, false]],
    ['packages/manager/board/index', [false, false, true, true]],
  ])('%s: resident, agent, manager of a community, of a district', (path, may) =>
    expect([resident, agent, manager, district].map((who) => doorOf(path)?.(who))).toEqual(may),
  );

  it.each(['/pages/home/index', '/packages/resident/service/index', '/packages/resident/wall/index'])(
    'everybody may open %s',
    (path) => expect(doorOf(path)).toBeUndefined(),
  );
});
