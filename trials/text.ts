import readXlsxFile from 'read-excel-file/node';
import type { ActionName, Reply } from '../contract/actions';
import { ready } from './ready';
import { goodCalls } from './rights';
import { type Outcome, type Trial, collector } from './trial';
import { TUESDAY, type World, inWorld, requestId, rowOf } from './world';

/** A script, a formula, a closing quote and a mark that turns the direction, in forty code points: as long as a name may be. */
const nasty = [
  '=1+1"><script>alert(1)</script>&\u202e<b>文',
  '+cmd|" /C calc"!A0\'><img src=x onerror=1>\u2066',
  '@SUM(A1)</dd></dl><svg/onload=alert(1)>\u200f𠮷',
  `\uff1d1+1<a href="javascript:alert(1)">${'长'.repeat(5)}`,
];
/** All that the page of a copy is made of. */
const tags = new Set('html head meta title style body main h1 h2 h3 p section dl dt dd ol li img'.split(' '));
const bidi = /[\u202A-\u202E\u2066-\u2069\u200E\u200F]/;

interface Inside {
  type: string;
  pipe?: readonly Inside[];
  entries?: Record<string, Inside>;
  wrapped?: Inside;
  item?: Inside;
  options?: readonly unknown[];
}

/** Of a list its first. */
const FIRST = '0';

/** Where an input takes words: `note`, `place.landmark`, `steps.0.text`, by the schemas of the contract. */
function textsIn(schema: Inside): string[][] {
  const { type, pipe = [], entries = {}, wrapped, item, options = [] } = schema;
  if (wrapped) return textsIn(wrapped);
  if (type === 'variant' || type === 'union') return (options as Inside[]).flatMap(textsIn);
  if (item) return textsIn(item).map((rest) => [FIRST, ...rest]);
  if (type === 'string') {
    const isFree = (one: Inside): boolean =>
      one.type === 'trim' || one.type === 'transform' || (one.pipe ?? []).some(isFree);
    return pipe.some(isFree) ? [[]] : [];
  }
  return Object.entries(entries).flatMap(([name, one]) => textsIn(one).map((rest) => [name, ...rest]));
}

function withText(input: unknown, [key, ...rest]: string[], text: string): unknown {
  if (key === undefined) return text;
  if (key === FIRST) {
    const [first, ...others]: unknown[] = Array.isArray(input) ? input : [];
    return [withText(first, rest, text), ...others];
  }
  const given: Record<string, unknown> = typeof input === 'object' && input !== null ? { ...input } : {};
  return { ...given, [key]: withText(given[key], rest, text) };
}

/** Sends it; where it is longer than the field takes, as much of it as the field says. */
async function send(
  at: World,
  who: string,
  name: ActionName,
  inputOf: (words: string) => unknown,
  words: string,
): Promise<Reply<unknown>> {
  const reply = await at.try(who, name, inputOf(words), requestId());
  const most = reply.ok
    ? undefined
    : /\u6700\u591a(\d+)\u4e2a\u5b57/.exec(Object.values(reply.fields ?? {}).join())?.[1];
  return most === undefined
    ? reply
    : at.try(who, name, inputOf([...words].slice(0, Number(most)).join('')), requestId());
}

/** These are no words for this field, and it says so. */
const isOfField = ({ fields = {} }: Reply<unknown> & { ok: false }, path: readonly string[]): boolean =>
  path.some((_, i) => path.slice(0, i + 1).join('.') in fields);

/** Writes such texts everywhere and reads what comes of them; see `text` below for what passes. */
export async function tryText(at: World, isShort: boolean): Promise<Outcome> {
  const { faults, fault } = collector();
  const calls = goodCalls(at).filter(({ name }) => rowOf(name).writes);
  const before = at.store.all();
  const kept = new Set<ActionName>();
  let tried = 0;
  let escaped = 0;
  let turn = 0;
  let fields = 0;
  for (const call of calls) {
    const { name } = call;
    const paths = textsIn(rowOf(name).input as unknown as Inside);
    fields += paths.length;
    const chosen = paths.filter(() => !isShort || (turn += 1) % 12 === 1);
    if (chosen.length === 0) continue;
    const { who, input } = (await ready[name]?.(at)) ?? call;
    const from = at.store.all();
    for (const path of chosen) {
      let isTried = false;
      let refusal = '';
      for (const words of isShort ? nasty.slice(0, 1) : nasty) {
        const said = `${name}, ${path.join('.')}: ${words}`;
        const reply = await send(at, who, name, (some) => withText(input, path, some), words);
        tried += 1;
        if (reply.ok) {
          kept.add(name);
          for (const resident of isShort ? ['rs-01'] : ['rs-01', 'rs-03', 'rs-05'])
            escaped += await readCopy(at, resident, (what) => fault(`${said}: ${what}`));
          at.store.restore(from);
        } else if (reply.code === 'INTERNAL') fault(`${said}: INTERNAL`);
        if (reply.ok || isOfField(reply, path)) isTried = true;
        else refusal = JSON.stringify(reply);
        if (tried % 40 === 0) await at.rest();
      }
      // Whoever begins finds an empty register; here there is one.
      if (!isTried && name !== 'account.begin')
        fault(`${name}, ${path.join('.')}: not tried, the call is refused whatever is said: ${refusal}`);
    }
    at.store.restore(before);
    await at.setClock(TUESDAY);
  }
  for (const words of isShort ? nasty.slice(0, 1) : nasty) {
    await at.ok('rs-01', 'account.change', { name: words });
    await at.ok('rs-01', 'cases.submit', {
      serviceCode: 'disability-certificate',
      mode: 'counter',
      note: words,
    });
    await readTables(at, fault);
    escaped += await readCopy(at, 'rs-01', (what) => fault(`a name ${words}: ${what}`));
    tried += 1;
    at.store.restore(before);
  }
  if (escaped === 0) fault('no page held any of it: nothing was tried');
  return {
    tried,
    faults,
    notes: [`${fields} fields of words, ${kept.size} actions took one, ${escaped} pages held one, escaped`],
  };
}

/** The page of a copy: gives 1 where a planted mark stands in it as text. */
async function readCopy(at: World, who: string, fault: (words: string) => void): Promise<number> {
  const copy = await at.call(who, 'privacy.copy', {});
  if (!copy.ok) return 0;
  const page = await (await fetch(copy.data.page.url)).text();
  for (const [tag, name = ''] of page.matchAll(/<\/?([a-zA-Z!][\w-]*)[^>]*>/g)) {
    if (name !== '!doctype' && !tags.has(name)) fault(`the page of ${who}'s copy has ${tag}`);
    if (/\son\w+=|javascript:/i.test(tag)) fault(`the page of ${who}'s copy runs ${tag}`);
  }
  if (bidi.test(page)) fault(`the page of ${who}'s copy turns its direction`);
  return /&lt;(?:script|img|svg|a )/.test(page) ? 1 : 0;
}

/** The list of cases as a file, of both kinds: no cell of it begins as a formula does. */
async function readTables(at: World, fault: (words: string) => void): Promise<void> {
  for (const format of ['csv', 'xlsx'] as const) {
    const file = await at.ok('ad-cm-1', 'metrics.export', { orgId: 'cm-xinmin', table: 'cases', format });
    const bytes = Buffer.from(await (await fetch(file.url)).arrayBuffer());
    const cells =
      format === 'csv'
        ? bytes.toString().split(/[,\r\n]+/)
        : (await readXlsxFile(bytes)).flatMap(({ data }) => data.flat()).map((cell) => String(cell ?? ''));
    for (const cell of cells)
      if (/^"?\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(cell)) fault(`a cell of ${format} begins ${cell}`);
    if (!cells.some((cell) => /^"?'[=+@\uff1d]/.test(cell)))
      fault(`no cell of ${format} held a name that was tried`);
  }
}

export const text: Trial = {
  name: 'text',
  promises:
    'scripts, formulas and marks that turn the direction, in every field of words of every action: text in the page of a copy and in the cells of tables, and nothing else',
  run: (wish) => inWorld(wish, (at) => tryText(at, wish.isShort)),
};
