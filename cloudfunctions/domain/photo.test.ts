import { limits } from '../../contract/limits';
import { faultOfPhoto } from './photo';

const bytes = (...parts: (string | number[])[]) =>
  new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part as string))));
const jpeg = bytes([0xff, 0xd8, 0xff, 0xe0], 'xxJFIF');

it.each([
  ['a JPEG', { size: 400_000, head: jpeg }, undefined],
  ['a PNG', { size: 900, head: bytes([0x89], 'PNG\r\n', [0x1a], '\n', 'xxxx') }, undefined],
  ['a WebP', { size: 900, head: bytes('RIFF', [1, 0, 0, 0], 'WEBP') }, undefined],
  ['as large as one may be', { size: limits.photoBytes, head: jpeg }, undefined],
  ['40 MB', { size: 40_000_000, head: jpeg }, /超过5兆/],
  ['an empty file', { size: 0, head: bytes() }, /空的/],
  ['HEIC', { size: 900_000, head: bytes([0, 0, 0, 24], 'ftypheic', [0, 0, 0, 0]) }, /HEIC/],
  ['a video', { size: 900_000, head: bytes([0, 0, 0, 24], 'ftypisom', [0, 0, 0, 0]) }, /不是照片/],
  ['a program that is called a.jpg', { size: 900, head: bytes('MZ', [0x90, 0, 3]) }, /不是照片/],
  ['a page of the web', { size: 900, head: bytes('<!doctype html>') }, /不是照片/],
  ['another RIFF', { size: 900, head: bytes('RIFF', [1, 0, 0, 0], 'WAVE') }, /不是照片/],
  ['one byte of a picture', { size: 1, head: bytes([0xff]) }, /不是照片/],
  ['what did not arrive', undefined, /没有传完/],
] as const)('%s', (_, file, fault) => {
  const said = faultOfPhoto(file);
  if (fault) expect(said).toMatch(fault);
  else expect(said).toBeUndefined();
});
