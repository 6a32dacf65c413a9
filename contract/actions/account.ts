import * as v from 'valibot';
import { community, contactCard, cursor, notice, person } from '../models';
import { type Action, registered } from './action';

export const account = {
  /** Who I am, the community I belong to, and the agent my household knows. */
  session: {
    roles: registered,
    writes: false,
    input: v.strictObject({}),
    output: v.object({ person, community: v.optional(community), agent: v.optional(contactCard) }),
  },
  /** My notices, newest first. */
  inbox: {
    roles: registered,
    writes: false,
    input: v.strictObject({ cursor }),
    output: v.object({ notices: v.array(notice), cursor }),
  },
} satisfies Record<string, Action>;
