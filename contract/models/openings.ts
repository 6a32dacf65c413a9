import * as v from 'valibot';
import { looks } from '../kept';
import { oddities } from '../openings';
import { keysOf } from './field';

/** Not among `./index`, as ./privacy is not. */

const oddity = v.picklist(keysOf(oddities));

/** One opening by the hand of staff; whose it was is masked. */
const opening = v.object({
  at: v.number(),
  how: v.picklist(keysOf(looks)),
  why: v.optional(v.string()),
  personId: v.string(),
  person: v.string(),
  case: v.optional(v.object({ id: v.string(), no: v.string(), serviceName: v.string() })),
  odd: v.array(oddity),
});
export type Opening = v.InferOutput<typeof opening>;

/** What one person has opened: how often, of how many, and what of it is unusual. */
export const openingsOf = v.object({
  id: v.string(),
  name: v.string(),
  /** where they work now */
  posts: v.array(v.string()),
  count: v.number(),
  people: v.number(),
  odd: v.array(v.object({ name: oddity, count: v.number() })),
  /** the unusual first, then the newest */
  openings: v.array(opening),
});
export type OpeningsOf = v.InferOutput<typeof openingsOf>;
