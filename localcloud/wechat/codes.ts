import { deflateSync } from 'node:zlib';
import { createHash } from 'node:crypto';
import * as v from 'valibot';

/** What `wxacode.getUnlimited` refuses. Source: docs/wechat.md, "Mini-program codes". */
export const codeParams = v.object({
  scene: v.optional(v.string(), ''),
  page: v.optional(v.string()),
  check_path: v.optional(v.boolean(), true),
  width: v.optional(v.number(), 430),
});
const SCENE = /^[\w!#$&'()*+,/:;=?@.~-]{1,32}$/;

/** WeChat's own error for these parameters, or undefined where it would draw a code. */
export function faultOfCode(
  { scene, page, check_path, width }: v.InferOutput<typeof codeParams>,
  pages: readonly string[] | undefined,
): { errcode: number; errmsg: string } | undefined {
  if (!SCENE.test(scene))
    return { errcode: 40169, errmsg: 'invalid length for scene, or the data is not json string' };
  if (page !== undefined && (page.startsWith('/') || page.includes('?')))
    return { errcode: 41030, errmsg: 'invalid page' };
  if (check_path && page !== undefined && pages && !pages.includes(page))
    return { errcode: 41030, errmsg: 'invalid page' };
  return width >= 280 && width <= 1280 ? undefined : { errcode: 40097, errmsg: 'invalid args' };
}

/** A picture that stands for WeChat's code: another one for each scene. It cannot be scanned. */
export function drawCode(scene: string, width: number): Buffer {
  const bits = createHash('sha256').update(scene).digest();
  const cell = Math.ceil(width / 16);
  // Sixteen rows of cells, each drawn once.
  const rows = Array.from({ length: 16 }, (_, down) => {
    const row = Buffer.alloc(width + 1, 255);
    row[0] = 0;
    for (let across = 0; across < 16; across += 1) {
      const at = down * 16 + across;
      if ((bits[(at >> 3) % bits.length] ?? 0) & (1 << (at & 7)))
        row.fill(0, across * cell + 1, Math.min((across + 1) * cell, width) + 1);
    }
    return row;
  });
  const lines = Array.from({ length: width }, (_, y) => rows[Math.floor(y / cell)] ?? Buffer.alloc(0));
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(width, 4);
  head.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.concat(lines))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(data.length + 12);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), data.length + 8);
  return whole;
}

/** What a byte does to the sum: counting bit by bit took longer than all else that a sheet of codes asks for. */
const steps = Uint32Array.from({ length: 256 }, (_, byte) => {
  let step = byte;
  for (let bit = 0; bit < 8; bit += 1) step = step & 1 ? (step >>> 1) ^ 0xedb88320 : step >>> 1;
  return step;
});

/** Node has `zlib.crc32` from 22.2 on; the product runs on 20. */
function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (steps[(crc ^ byte) & 0xff] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}
