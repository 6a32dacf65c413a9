import encodeQR from 'qr';

/** Points of the picture for each of the code's. */
const SCALE = 6;

/**
 * A QR code as a PNG of two colours, written by hand: WeChat reads no SVG on a canvas, and has neither a compressor nor a text encoder to lend.
 * Source: PNG (ISO/IEC 15948), stored blocks of RFC 1951. For ASCII of a few hundred characters.
 */
export function codeBytes(text: string): Uint8Array<ArrayBuffer> {
  const textEncoder = (ascii: string) => Uint8Array.from(ascii, (one) => one.charCodeAt(0));
  const code = encodeQR(text, 'raw', { ecc: 'medium', border: 4, textEncoder });
  const side = code.length * SCALE;
  const rows = code.flatMap((row) => Array<number[]>(SCALE).fill([0, ...bitsOf(row)]));
  const head = [...wordOf(side), ...wordOf(side), 1, 0, 0, 0, 0];
  return Uint8Array.from([
    ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    ...chunk('IHDR', head),
    ...chunk('IDAT', stored(rows.flat())),
    ...chunk('IEND', []),
  ]);
}

/** A row's points, eight in a byte; white is one. */
function bitsOf(row: readonly boolean[]): number[] {
  const bytes = Array<number>(Math.ceil((row.length * SCALE) / 8)).fill(0);
  for (let x = 0; x < row.length * SCALE; x += 1)
    if (!row[Math.floor(x / SCALE)]) bytes[x >> 3] = (bytes[x >> 3] ?? 0) | (0x80 >> (x & 7));
  return bytes;
}

const wordOf = (value: number): number[] => [24, 16, 8, 0].map((shift) => (value >>> shift) & 255);

/** As it is, in the dress of what was compressed; one block has room for 65,535 bytes. */
function stored(bytes: readonly number[]): number[] {
  const { length } = bytes;
  let [low, high] = [1, 0];
  for (const byte of bytes) {
    low = (low + byte) % 65_521;
    high = (high + low) % 65_521;
  }
  const size = [length & 255, length >> 8];
  return [0x78, 1, 1, ...size, ...size.map((one) => one ^ 255), ...bytes, ...wordOf(high * 65_536 + low)];
}

function chunk(name: string, bytes: readonly number[]): number[] {
  const named = [...Array.from(name, (one) => one.charCodeAt(0)), ...bytes];
  return [...wordOf(bytes.length), ...named, ...wordOf(checksum(named))];
}

/** CRC-32, bit by bit: a code is some ten thousand bytes. */
function checksum(bytes: readonly number[]): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xed_b8_83_20 : 0);
  }
  return ~crc >>> 0;
}
