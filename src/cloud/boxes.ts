/** What a person covers in a photo before it is sent: faces, number plates. */

/** A part of a picture, in shares of its width and height from 0 to 1. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

interface Point {
  x: number;
  y: number;
}

interface Size {
  width: number;
  height: number;
}

/** Boxes of one photo. */
export const mostBoxes = 20;
/** What is smaller was a tap: shares of the field's sides. */
const least = 0.02;

/** The box between two corners of a field of this size, whichever way it was drawn; undefined where it was a tap. What lies outside is cut off. */
export function boxOf(from: Point, to: Point, { width, height }: Size): Box | undefined {
  if (width <= 0 || height <= 0) return undefined;
  const [x, right] = sorted(shareOf(from.x, width), shareOf(to.x, width));
  const [y, bottom] = sorted(shareOf(from.y, height), shareOf(to.y, height));
  const box = { x, y, width: right - x, height: bottom - y };
  return box.width < least || box.height < least ? undefined : box;
}

const shareOf = (value: number, of: number) => Math.min(1, Math.max(0, value / of));
const sorted = (a: number, b: number): [number, number] => (a < b ? [a, b] : [b, a]);

/** The same in whole pixels of a picture: never smaller than what was drawn, never beyond the edge. */
export function pixelsOf({ x, y, width, height }: Box, size: Size): Box {
  const left = Math.floor(x * size.width);
  const top = Math.floor(y * size.height);
  return {
    x: left,
    y: top,
    width: Math.min(size.width, Math.ceil((x + width) * size.width)) - left,
    height: Math.min(size.height, Math.ceil((y + height) * size.height)) - top,
  };
}

/** As much of a 2d context as covering needs; both platforms have it. */
export interface Brush {
  fillStyle: unknown;
  fillRect(x: number, y: number, width: number, height: number): void;
}

/** How well a covered photo is kept. It has been made small before. */
export const coverQuality = 0.85;
export const cannotCover = '这部手机盖不住照片里的东西。请换一张没拍到人和车牌的。';

/** Covers these parts of a picture that lies on the canvas: nothing of them is left below. */
export function coverOn(brush: Brush, size: Size, boxes: readonly Box[]): void {
  brush.fillStyle = '#000';
  for (const box of boxes) {
    const { x, y, width, height } = pixelsOf(box, size);
    brush.fillRect(x, y, width, height);
  }
}
