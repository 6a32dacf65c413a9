import { limits } from '../../contract/limits';

/** As many of a file's first bytes as tell what it is. */
export const HEAD_BYTES = 16;

/** What a picture begins with. Sources: ISO/IEC 10918-1 B.1.1.3, PNG 5.2, RFC 9649 2.4. */
const isJpeg = (head: Uint8Array) => startsWith(head, [0xff, 0xd8, 0xff]);
const isPng = (head: Uint8Array) => startsWith(head, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const isWebp = (head: Uint8Array) => textAt(head, 0) === 'RIFF' && textAt(head, 8) === 'WEBP';
/** The same box as a video's, with the brand of a still: ISO/IEC 23008-12 10.2. */
const heic = ['heic', 'heix', 'heim', 'heis', 'hevc', 'mif1', 'msf1', 'avif'];
const isHeic = (head: Uint8Array) => textAt(head, 4) === 'ftyp' && heic.includes(textAt(head, 8));

const startsWith = (head: Uint8Array, bytes: readonly number[]) => bytes.every((one, i) => head[i] === one);
const textAt = (head: Uint8Array, at: number) => String.fromCharCode(...head.slice(at, at + 4));

/** What is wrong with a file that is said to be a photo, whatever its name; undefined: it is one. */
export function faultOfPhoto(file: { size: number; head: Uint8Array } | undefined): string | undefined {
  if (!file) return '照片没有传完，请再放一次。';
  const { size, head } = file;
  if (size === 0) return '这个文件是空的，请重新拍一张。';
  if (isHeic(head)) return '这是HEIC格式，别人打不开。请直接拍一张，或者在手机相机设置里选“兼容性最好”。';
  if (!isJpeg(head) && !isPng(head) && !isWebp(head)) return '这不是照片，请拍一张，或者选一张照片。';
  if (size > limits.photoBytes)
    return `照片超过${limits.photoBytes / 1_000_000}兆，太大了，请直接拍一张，或者选小一点的。`;
  return undefined;
}
