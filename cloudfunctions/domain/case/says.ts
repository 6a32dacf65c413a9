import { type Part, deeds, isAtHome, wordsFor } from '../../../contract/deeds';
import { causeNames, clockNames, tierNames } from '../../../contract/words';
import type { CaseDoc, CaseEvent } from '../documents';
import { nameFor } from '../shown';
import { isOfResult } from './custody';

/**
 * The sentence of an event, as this part reads it. An asker calls the resident by name; what an asker did is said to be done for the
 * resident.
 */
export function says(event: CaseEvent, part: Part, kase: CaseDoc): string {
  const you = isAtHome(part);
  const whom = part === 'resident' ? '您' : part === 'asker' ? nameFor('home', kase) : '居民';
  const org = event.org?.name ?? '';
  return deeds[event.do].says({
    name: doerOf(event, part, whom, kase.asker?.id),
    byStaff: !isAtHome(event.by.part),
    you,
    whom,
    agent: event.agent?.name ?? '',
    from: event.from?.name ?? '',
    org,
    clock: event.clock ? clockNames[event.clock] : `${org}答复`,
    tier: event.tier ? tierNames[event.tier] : '',
    cause: event.cause ? causeNames[event.cause] : '',
    text: event.text ?? '',
    isResult: isOfResult(event.paper),
  });
}

function doerOf({ by }: CaseEvent, part: Part, whom: string, askerId?: string): string {
  if (by.part === 'resident') return whom;
  if (by.part !== 'asker') return by.name;
  return part === 'asker' && by.id === askerId ? '您' : `${by.name}替${whom}`;
}

/**
 * Does this reader's page show every name and every word of the event? Then they may keep it word for word (封存凭据). Their own deeds they know; of
 * what others did, the resident's side alone keeps anything.
 */
export function isSaidWhole(event: CaseEvent, who: { _id: string }, part: Part, kase: CaseDoc): boolean {
  const { by, text, agent, from, org } = event;
  if (by.id === who._id) return true;
  if (!isAtHome(part)) return false;
  const shown = `${says(event, part, kase)}\n${wordsFor(event.do, part, text) ?? ''}`;
  const doer = by.part === 'system' ? undefined : by.name;
  return [doer, text, agent?.name, from?.name, org?.name].every((one) => !one || shown.includes(one));
}
