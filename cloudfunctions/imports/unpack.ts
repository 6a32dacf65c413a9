import { createInflateRaw } from 'node:zlib';
import { type Rejection, reject } from '../../contract/errors';
import { limits } from '../../contract/limits';

/** What a file is that is no .xlsx, by its first bytes. */
const others: [begins: string, what: string][] = [
  ['d0cf11e0', '这是旧式的 .xls 或者加了密码的表格，请另存为 .xlsx（不加密码）再传。'],
  ['4d5a', '这是一个程序，不是表格。'],
  ['25504446', '这是 PDF，请用表格传。'],
];
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const notASheet = (why = '请用模板填好，存成 .xlsx 再传。') => reject('IMPORT_NOT_A_SHEET', { fileId: why });

/**
 * Looks into the archive before anything reads it: it is a workbook, has no macros, and unpacks to no more than it may. What an entry
 * says of its size is not believed: each is unpacked, and stops where it becomes more. Errors: IMPORT_NOT_A_SHEET, IMPORT_HAS_MACROS,
 * IMPORT_TOO_BIG.
 */
export async function faultOfFile(bytes: Uint8Array): Promise<Rejection | undefined> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const begins = file.subarray(0, 4).toString('hex');
  if (begins !== '504b0304') return notASheet(others.find(([start]) => begins.startsWith(start))?.[1]);
  const entries = entriesOf(file);
  if (!entries?.some(({ name }) => name === 'xl/workbook.xml')) return notASheet();
  if (
    entries.some(({ name }) => /vbaproject|macrosheets|\.bin$/i.test(name) && !/printersettings/i.test(name))
  )
    return reject('IMPORT_HAS_MACROS', { fileId: '请另存为不带宏的 .xlsx。' });
  let left: number = limits.importUnpacked;
  for (const entry of entries) {
    const size = await sizeOf(file, entry, left);
    if (size === 'broken') return notASheet('这个文件坏了，请重新存一份再传。');
    if (size === 'too big') return reject('IMPORT_TOO_BIG', { fileId: '这个文件解开以后太大了。' });
    left -= size;
  }
  return undefined;
}

interface Entry {
  name: string;
  method: number;
  packed: number;
  at: number;
}

/** The entries as the end of the archive lists them; undefined where there is no such list. */
function entriesOf(file: Buffer): Entry[] | undefined {
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > file.length || file.readUInt32LE(end) !== END) return undefined;
  const entries: Entry[] = [];
  let at = file.readUInt32LE(end + 16);
  for (let i = 0; i < file.readUInt16LE(end + 10); i += 1) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== CENTRAL) return undefined;
    const nameLength = file.readUInt16LE(at + 28);
    entries.push({
      name: file.toString('utf8', at + 46, at + 46 + nameLength),
      method: file.readUInt16LE(at + 10),
      packed: file.readUInt32LE(at + 20),
      at: file.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return entries;
}

/** How many bytes an entry really is. None of them is kept. */
async function sizeOf(
  file: Buffer,
  { method, packed, at }: Entry,
  most: number,
): Promise<number | 'broken' | 'too big'> {
  if (at + 30 > file.length) return 'broken';
  const from = at + 30 + file.readUInt16LE(at + 26) + file.readUInt16LE(at + 28);
  if (from + packed > file.length) return 'broken';
  if (method === 0) return packed > most ? 'too big' : packed;
  const unpacked = createInflateRaw();
  unpacked.end(file.subarray(from, from + packed));
  let size = 0;
  try {
    for await (const chunk of unpacked) {
      size += Buffer.byteLength(chunk);
      if (size > most) return 'too big';
    }
  } catch {
    return 'broken';
  }
  return size;
}
