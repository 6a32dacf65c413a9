import * as v from 'valibot';
import { community, cursor, notice, person } from '../models';
import { type Action, registered } from './action';

export const account = {
  /** Who I am, and the community I belong to. */
  session: {
    roles: registered,
    writes: false,
    input: v.strictObject({}),
    output: v.object({ person, community: v.optional(community) }),
  },
  /** My notices, newest first. */
  inbox: {
    roles: registered,
    writes: false,
    input: v.strictObject({ cursor }),
    output: v.object({ notices: v.array(notice), cursor }),
  },
} satisfies Record<string, Action>;
