import { CONSULTATION } from '../../../contract/consultation';
import type { ServiceItem } from 'contract/models';
import { joined, spaced } from '../canonical';
import { isAdvert } from './adverts';
import type { SearchIndex } from './build';
import { hearAgain } from './by-ear';
import { type Danger, dangerIn } from './hotlines';
import type { Hotline } from './numbers';
import { type Ranked, rank } from './rank';

export { buildIndex, type SearchIndex } from './build';
export type { Hotline } from './numbers';
export type { Ranked } from './rank';

/** `items` best first; `hotlines` are numbers to call at once, most pressing first. */
export interface Found {
  items: Ranked[];
  hotlines: Hotline[];
}

const REPORT = 'report-issue';
/** From here on the words as written are plain enough not to be heard again. */
const PLAIN = 4.5;
/** Beside a danger an item has to be said, not guessed. */
const SAID = 2.2;
/** A second hearing is a guess: it has to do clearly better. */
const CLEARLY = 1.1;

const asks = /[吗么呢?]|咋|哪|谁|啥|多少|几|如何|想问|请问|咨询|[能可会行是有要](?:不|没)[能可会行是有要]/;

/** 你们那儿能借雨伞吗: a question, long enough to be about something. */
const isQuestion = (text: string) => asks.test(text) && (text.match(/\p{Script=Han}/gu)?.length ?? 0) > 4;

/** What the words mean as written, or, where that is little, as they may have been said. */
function understand(index: SearchIndex, text: string): Ranked[] {
  const plain = rank(index, text);
  const score = plain[0]?.score ?? 0;
  if (score >= PLAIN) return plain;
  const heard = hearAgain(text);
  const again = rank(index, heard);
  return (again[0]?.score ?? 0) > score * CLEARLY ? again : plain;
}

/** A question that no item answers goes to the people who know whom to ask. */
function consultation(index: SearchIndex, text: string): Ranked[] {
  const item: ServiceItem | undefined = index.items.find(({ code }) => code === CONSULTATION);
  return item && isQuestion(text) ? [{ item, subtype: 'where', score: 0 }] : [];
}

/** What was asked beside the danger, and a report of the danger itself where one is worth making. */
function beside(index: SearchIndex, form: string, { isReport, rest }: Danger): Ranked[] {
  const reports = isReport ? understand(index, form).filter(({ item }) => item.code === REPORT) : [];
  const asked = understand(index, rest).filter(
    ({ item, score }) => score >= SAID && item !== reports[0]?.item,
  );
  return [...reports, ...asked];
}

/**
 * What a resident means, said their own way.
 *
 * @param text what they typed or said, some 200 characters at most
 * @param limit items at most
 * @returns items that the words ask for, best first, rather few and right; none for noise and adverts. Numbers to call
 *   at once where the words tell of danger, with what else they ask for, and nothing that the danger alone would find.
 */
export function search(index: SearchIndex, text: string, limit: number): Found {
  const form = spaced(text);
  const said = joined(form);
  const danger = dangerIn(said);
  const { hotlines } = danger;
  if (hotlines.length > 0) {
    const items = danger.rest === said ? understand(index, form) : beside(index, form, danger);
    return { items: items.slice(0, limit), hotlines };
  }
  if (isAdvert(said)) return { items: [], hotlines };
  const items = understand(index, form);
  return { items: (items.length > 0 ? items : consultation(index, said)).slice(0, limit), hotlines };
}
