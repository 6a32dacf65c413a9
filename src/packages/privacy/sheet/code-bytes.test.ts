import { crc32, inflateSync } from 'node:zlib';
import { decodeQR } from 'qr/decode.js';
import { codeBytes } from './code-bytes';

it('is a PNG whose points a camera reads', () => {
  const text = `linli-daiban/cm-xinmin\n1204\n${'3f'.repeat(32)}\n2026-11-23`;
  const png = Buffer.from(codeBytes(text));
  expect(png.toString('latin1', 1, 4)).toBe('PNG');
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < png.length;) {
    const [length, end] = [png.readUInt32BE(at), at + 8 + png.readUInt32BE(at)];
    expect(png.readUInt32BE(end)).toBe(crc32(png.subarray(at + 4, end)));
    chunks.set(png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, end));
    at += length + 12;
  }
  expect([...chunks.keys()]).toEqual(['IHDR', 'IDAT', 'IEND']);
  const width = chunks.get('IHDR')?.readUInt32BE(0) ?? 0;
  const rows = inflateSync(chunks.get('IDAT') ?? '');
  const row = 1 + Math.ceil(width / 8);
  expect(rows.length).toBe(row * width);
  const data = new Uint8Array(width * width * 4).fill(255);
  for (let i = 0; i < width * width; i += 1) {
    const [x, y] = [i % width, Math.floor(i / width)];
    const isWhite = ((rows[y * row + 1 + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1;
    data.fill(isWhite * 255, i * 4, i * 4 + 3);
  }
  expect(decodeQR({ width, height: width, data })).toBe(text);
});
