import { type Part, deeds, isAtHome } from '../../../contract/deeds';
import { causeNames, clockNames, tierNames } from '../../../contract/words';
import type { CaseDoc, CaseEvent } from '../documents';
import { isOfResult } from './custody';

/**
 * The sentence of an event, as this part reads it. An asker calls the resident by name; what an asker did is said to be done for the
 * resident.
 */
export function says(event: CaseEvent, part: Part, { contact, asker }: CaseDoc): string {
  const you = isAtHome(part);
  const whom = part === 'resident' ? '您' : part === 'asker' ? contact.name : '居民';
  const org = event.org?.name ?? '';
  return deeds[event.do].says({
    name: doerOf(event, part, whom, asker?.id),
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
