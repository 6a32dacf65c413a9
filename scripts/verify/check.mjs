import { createHash } from 'node:crypto';

/*
 * Checks a chain (docs/chain.md) and needs nothing but Node: no server, no package, no file of the product. It is written a second time on
 * purpose, apart from the code that seals: a fault in one of the two shows.
 */

/** @param {(string | number)[]} lines */
const hex = (...lines) => createHash('sha256').update(lines.join('\n')).digest('hex');

/** Keys in order, nothing that is absent, no blanks. */
function canonical(value) {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const keys = Object.keys(value).filter((key) => value[key] !== undefined);
  return `{${keys
    .sort((a, b) => (a < b ? -1 : 1))
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`)
    .join(',')}}`;
}

const leafOf = (salt, entry) => hex(salt, canonical(entry));
const linked = (before, n, leaf) => hex(before, n, leaf);

function rootOf(leaves) {
  let level = leaves;
  while (level.length > 1) {
    const next = [];
    for (let i = 0; i < level.length; i += 2)
      next.push(i + 1 < level.length ? hex('node', level[i], level[i + 1]) : level[i]);
    level = next;
  }
  return level[0] ?? hex('none');
}

const isHash = (text) => typeof text === 'string' && /^[0-9a-f]{64}$/.test(text);

/**
 * A head from what was typed, or what the code on the sheet leads to: the sheet's four lines, or the address with `org`, `n`, `hash` and `day`.
 * Blanks within the hash, as it is printed, do not matter. Undefined where it is none.
 */
export function readHead(text) {
  const address = /[?&]org=/.test(text)
    ? new URLSearchParams(text.slice(text.lastIndexOf('?') + 1))
    : undefined;
  const [origin = '', count = '', hash = '', day = ''] = address
    ? [`linli-daiban/${address.get('org')}`, address.get('n'), address.get('hash'), address.get('day')]
    : text
        .trim()
        .split(/\r?\n/)
        .map((line) => line.trim());
  const head = { origin, n: Number(count), hash: String(hash).replace(/\s/g, '').toLowerCase(), day };
  const isHead =
    origin.startsWith('linli-daiban/') && Number.isInteger(head.n) && head.n > 0 && isHash(head.hash);
  return isHead ? head : undefined;
}

/**
 * What is found in an export (its text, JSON lines), held against a printed head.
 * @returns {{ isWhole: boolean, faults: { n?: number, kind: string, says: string }[], says: string[] }}
 */
export function checkChain(text, head) {
  const faults = [];
  const fault = (kind, n, says) => faults.push({ kind, n, says });
  const lines = linesOf(text, fault);
  const [first, ...rest] = lines;
  if (first?.format !== 'linli-chain/1' || typeof first.begins !== 'object' || !isHash(first.begins?.hash))
    return {
      isWhole: false,
      faults: [{ kind: 'format', says: '这不是封存的导出文件：第一行对不上。' }],
      says: [],
    };
  const { origin, begins } = first;
  if (head && head.origin !== origin) {
    const says = `这张校验单是“${head.origin}”的，这份文件是“${origin}”的，不是同一个单位。`;
    return { isWhole: false, faults: [{ kind: 'unit', says }], says: [] };
  }
  if (begins.n === 0 && begins.hash !== hex(origin)) fault('unit', 0, '开头不是这个单位的开头。');
  const entries = rest.filter((line) => line.head === undefined);
  const heads = rest.flatMap((line) => (line.head === undefined ? [] : [line.head]));
  checkOrder(entries, begins.n, fault);
  const hashes = checkLinks(entries, begins, fault);
  checkEntries(entries, fault);
  checkDays(entries, fault);
  for (const one of heads)
    if (hashes.get(one.n) !== one.hash)
      fault('head', one.n, `${one.day}的校验码对不上：到第${one.n}条为止，有条目被改过、拿走或插进来。`);
  const last = Math.max(begins.n, ...entries.map(({ n }) => n));
  const newest = heads.at(-1);
  if (!head && newest?.n !== last) fault('cut', last, '末尾没有校验码，后面可能被截掉了。');
  if (head) checkHead(head, begins, hashes, last, fault);
  return { isWhole: faults.length === 0, faults, says: summary(entries, begins, last, head) };
}

function linesOf(text, fault) {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .flatMap((line, i) => {
      try {
        return [JSON.parse(line)];
      } catch {
        fault('format', undefined, `第${i + 1}行不是完整的一行，读不出来。`);
        return [];
      }
    });
}

/** The numbers go up by one: what is missing, there twice or in another's place shows. */
function checkOrder(entries, before, fault) {
  const numbers = entries.map(({ n }) => n);
  const known = new Set(numbers);
  const highest = Math.max(before, ...numbers);
  const missing = [];
  for (let n = before + 1; n <= highest; n += 1) if (!known.has(n)) missing.push(n);
  for (const [from, to] of runsOf(missing))
    fault('taken', from, from === to ? `第${from}条不见了。` : `第${from}到${to}条不见了。`);
  numbers.forEach((n, i) => {
    if (numbers.indexOf(n) < i) fault('twice', n, `第${n}条有两份。`);
    else if (i > 0 && n < numbers[i - 1])
      fault('moved', n, `第${n}条排在了第${numbers[i - 1]}条后面：次序被换过。`);
  });
}

function runsOf(numbers) {
  const runs = [];
  for (const n of numbers) {
    const last = runs.at(-1);
    if (last && last[1] === n - 1) last[1] = n;
    else runs.push([n, n]);
  }
  return runs;
}

/**
 * Each hash follows from the one before. Where one does not, the next is held against what stands there, so that each fault is told once.
 * Gives number → hash.
 */
function checkLinks(entries, begins, fault) {
  const byNumber = [...entries].sort((a, b) => a.n - b.n);
  const hashes = new Map([[begins.n, begins.hash]]);
  const broken = [];
  for (const { n, leaf, hash } of byNumber) {
    const before = hashes.get(n - 1);
    if (before !== undefined && linked(before, n, leaf) !== hash) {
      const from = byNumber.find((other) => other.n !== n && linked(before, n, other.leaf) === hash);
      if (from) fault('moved', n, `第${n}条和第${from.n}条换过位置。`);
      else broken.push(n);
    }
    hashes.set(n, hash);
  }
  for (const [from, to] of runsOf(broken)) {
    const where = from === to ? `第${from}条对不上前一条` : `从第${from}条起，到第${to}条都对不上前一条`;
    fault('link', from, `${where}：第${from}条被改过，或者那里拿走、插进过条目。`);
  }
  return hashes;
}

/** What is said of an entry fits its leaf. */
function checkEntries(entries, fault) {
  for (const { n, leaf, salt, entry, why } of entries) {
    if (entry !== undefined) {
      if (leafOf(salt ?? '', entry) !== leaf) fault('changed', n, `第${n}条的内容被改过。`);
    } else if (why === 'gone') fault('gone', n, `第${n}条的内容不见了，也没有依法删除的记录。`);
    else if (why !== 'erased' && why !== 'closed') fault('gone', n, `第${n}条没有内容，也没有说为什么。`);
  }
}

/** The entry that closes a day has the root over the day's leaves. */
function checkDays(entries, fault) {
  const leaves = new Map(entries.map(({ n, leaf }) => [n, leaf]));
  for (const { n, entry } of entries) {
    if (entry?.kind !== 'day') continue;
    const { day, from, count, root } = entry;
    const own = Array.from({ length: count }, (_, i) => leaves.get(from + i));
    const isWhole = from + count === n && own.every((leaf) => leaf !== undefined);
    if (isWhole && rootOf(own) !== root)
      fault('day', n, `${day}这一天（第${from}到${n - 1}条）对不上当天的封存。`);
  }
}

function checkHead(head, begins, hashes, last, fault) {
  if (
    head.n < begins.n ||
    (head.n === begins.n && begins.n > 0 && head.hash === begins.hash && last === begins.n)
  ) {
    fault(
      'range',
      head.n,
      `这张校验单是第${head.n}条时的，这份文件从第${begins.n + 1}条开始，请导出更早的日子。`,
    );
  } else if (head.n > last)
    fault(
      'cut',
      last + 1,
      `末尾少了：校验单上有${head.n}条，文件里只到第${last}条，第${last + 1}到${head.n}条被截掉了。`,
    );
  else if (hashes.get(head.n) !== head.hash)
    fault('head', head.n, `和校验单对不上：到第${head.n}条为止，有条目被改过、拿走、插进来或换过次序。`);
}

function summary(entries, begins, last, head) {
  const count = (why) => entries.filter((one) => one.why === why).length;
  const [erased, closed] = [count('erased'), count('closed')];
  return [
    `看了第${begins.n + 1}到${last}条，共${entries.length}条。`,
    ...(erased > 0 ? [`其中${erased}条的内容已经依法删除：位置和校验码还在，删的是盐和内容。`] : []),
    ...(closed > 0 ? [`其中${closed}条的内容不公开，只能核对位置。`] : []),
    ...(begins.n > 0
      ? [`文件从第${begins.n + 1}条开始；第${begins.n}条时的校验码是 ${begins.hash}，请和那天的校验单核对。`]
      : []),
    ...(head ? [] : ['没有给校验单：只查了文件自己合不合，没有和纸上的比。加上 --head 再查一次。']),
  ];
}

/**
 * A resident's 封存凭据 (JSON) against a printed head: each day leads to the head of that day; the given one must be among them. Words that an entry
 * has beside it must be those that were sealed with it.
 * @returns the same as `checkChain`
 */
export function checkProof(text, head) {
  const faults = [];
  const fault = (kind, n, says) => faults.push({ kind, n, says });
  const [proof] = linesOf(text.replace(/\n/g, ' '), fault);
  if (proof?.format !== 'linli-proof/1' || !Array.isArray(proof.days))
    return { isWhole: false, faults: [{ kind: 'format', says: '这不是封存凭据。' }], says: [] };
  const says = [];
  let isHeld = false;
  for (const { unit, name, closing, before, n, hash, entries } of proof.days) {
    if (linked(before, n, leafOf('', { kind: 'day', ...closing })) !== hash)
      fault('day', n, `${closing.day}的封存对不上它的校验码。`);
    for (const { n: own, salt, entry, words, path } of entries) {
      let at = leafOf(salt, entry);
      for (const { side, hash: beside } of path)
        at = side === 'left' ? hex('node', beside, at) : hex('node', at, beside);
      if (
        at !== closing.root ||
        path.map(({ side }) => side).join() !== sidesOf(own - closing.from, closing.count)
      )
        fault('changed', own, `第${own}条对不上${closing.day}的封存：内容或位置被改过。`);
      if (words !== undefined && hex(words.salt, words.rest) !== entry.details)
        fault('words', own, `第${own}条的文字对不上封存：被改过。`);
    }
    says.push(`${closing.day}，${name}，${entries.length}条，到第${n}条时的校验码 ${hash}`);
    says.push(...entries.flatMap(wordsOf));
    if (head && head.origin === `linli-daiban/${unit}` && head.n === n) {
      isHeld = true;
      if (head.hash !== hash) fault('head', n, `和校验单对不上：${closing.day}的校验码不是这一个。`);
    }
  }
  if (head && !isHeld)
    fault('unit', head.n, '这份凭据里没有校验单上的那一天：请找同一个单位、同一天的校验单。');
  if (!head) says.push('没有给校验单：请把上面的校验码和那天的校验单比一比。');
  return { isWhole: faults.length === 0, faults, says };
}

/** An entry of a proof in words, as far as it has them. What stands there is somebody's own text: nothing of it moves the terminal. */
function wordsOf({ n, entry, words }) {
  if (words === undefined) return [];
  const { by, text } = restOf(words.rest);
  const at = new Date(entry.at + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
  const said = text === undefined ? '' : `“${text}”`;
  return [`  第${n}条，${at}，${by?.name ?? ''}，${entry.do}${said}`.replace(/\p{C}/gu, ' ')];
}

function restOf(text) {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {};
  }
}

/** On which side the neighbours of a place are, level by level; one that is left over at the end of a level has none there. */
function sidesOf(index, count) {
  const sides = [];
  for (let at = index, size = count; size > 1; at = Math.floor(at / 2), size = Math.ceil(size / 2))
    if ((at ^ 1) < size) sides.push(at % 2 === 0 ? 'right' : 'left');
  return sides.join();
}
